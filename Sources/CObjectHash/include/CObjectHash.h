#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor computes SHA-1 by instructions of its own.
bool mlint_has_hash_instructions(void);

/// The id that git gives an object of a type ("blob", "tree") with these bytes: the SHA-1 of a header and
/// the content. To be called only where `mlint_has_hash_instructions` says so.
void mlint_object_id(const char *type, const uint8_t *content, size_t size, uint8_t id[20]);
