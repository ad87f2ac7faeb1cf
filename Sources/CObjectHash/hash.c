// libgit2 computes the id of each object that it reads with a SHA-1 that also looks for attempts at a
// collision, which costs more than everything else that reading a small blob takes. Here only damage is
// looked for: who could push a collision has met git's own detection before. Swift has no way to the
// processor's instructions, so these few lines are C.

#include "CObjectHash.h"

#include <stdio.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

bool mlint_has_hash_instructions(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

// Four rounds with the words that follow from those of the last sixteen rounds. `w` is a ring of four
// vectors, so that `w[n & 3]` is both the oldest and the one to be made.
#define ROUNDS(n, function)                                                                     \
  do {                                                                                          \
    if (n >= 4)                                                                                 \
      w[n & 3] = _mm_sha1msg2_epu32(                                                            \
          _mm_xor_si128(_mm_sha1msg1_epu32(w[n & 3], w[(n + 1) & 3]), w[(n + 2) & 3]),          \
          w[(n + 3) & 3]);                                                                      \
    __m128i sum = n == 0 ? _mm_add_epi32(e, w[0]) : _mm_sha1nexte_epu32(before, w[n & 3]);      \
    before = abcd;                                                                              \
    abcd = _mm_sha1rnds4_epu32(abcd, sum, function);                                            \
  } while (0)
#define TWENTY_ROUNDS(n, function)                                                              \
  ROUNDS(n, function);                                                                          \
  ROUNDS(n + 1, function);                                                                      \
  ROUNDS(n + 2, function);                                                                      \
  ROUNDS(n + 3, function);                                                                      \
  ROUNDS(n + 4, function)

struct state {
  __m128i abcd, e;
};

__attribute__((target("ssse3,sse4.1,sha"))) static void add_blocks(
    struct state *state, const uint8_t *bytes, size_t count) {
  // The instructions want the first word of four in the highest place, and each as a number.
  const __m128i order = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i abcd = state->abcd, e = state->e;
  for (; count > 0; count--, bytes += 64) {
    const __m128i old = abcd;
    __m128i before = abcd, w[4];
    for (int i = 0; i < 4; i++)
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + i), order);
    TWENTY_ROUNDS(0, 0);
    TWENTY_ROUNDS(5, 1);
    TWENTY_ROUNDS(10, 2);
    TWENTY_ROUNDS(15, 3);
    e = _mm_sha1nexte_epu32(before, e);
    abcd = _mm_add_epi32(abcd, old);
  }
  state->abcd = abcd;
  state->e = e;
}

__attribute__((target("ssse3,sse4.1,sha"))) void mlint_object_id(
    const char *type, const uint8_t *content, size_t size, uint8_t id[20]) {
  struct state state = {
      _mm_set_epi32(0x67452301, (int)0xefcdab89, (int)0x98badcfe, 0x10325476),
      _mm_set_epi32((int)0xc3d2e1f0, 0, 0, 0)};
  // The header, its zero included, begins the first block; the padding is one block or two.
  uint8_t block[128] = {0};
  size_t used = (size_t)snprintf((char *)block, 64, "%s %zu", type, size) + 1;
  const uint64_t bits = ((uint64_t)size + used) * 8;
  size_t head = size < 64 - used ? size : 64 - used;
  if (head > 0) memcpy(block + used, content, head);
  used += head;
  if (used == 64) {
    add_blocks(&state, block, 1);
    const size_t whole = (size - head) / 64;
    if (whole > 0) add_blocks(&state, content + head, whole);
    memset(block, 0, sizeof block);
    used = (size - head) % 64;
    if (used > 0) memcpy(block, content + size - used, used);
  }
  block[used] = 0x80;
  const size_t end = used < 56 ? 64 : 128;
  for (int i = 0; i < 8; i++) block[end - 1 - i] = (uint8_t)(bits >> (8 * i));
  add_blocks(&state, block, end / 64);
  const uint32_t words[5] = {
      (uint32_t)_mm_extract_epi32(state.abcd, 3), (uint32_t)_mm_extract_epi32(state.abcd, 2),
      (uint32_t)_mm_extract_epi32(state.abcd, 1), (uint32_t)_mm_extract_epi32(state.abcd, 0),
      (uint32_t)_mm_extract_epi32(state.e, 3)};
  for (int i = 0; i < 20; i++) id[i] = (uint8_t)(words[i / 4] >> (24 - 8 * (i % 4)));
}
#else
bool mlint_has_hash_instructions(void) { return false; }

void mlint_object_id(const char *type, const uint8_t *content, size_t size, uint8_t id[20]) {
  (void)type;
  (void)content;
  (void)size;
  memset(id, 0, 20);
}
#endif
