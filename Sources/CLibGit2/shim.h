#pragma once
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

// git_libgit2_opts is variadic and the index stage is a function-like macro: Swift imports neither.

static inline int mlint_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int mlint_set_strict_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int mlint_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

// Format extensions (lower case) that libgit2 may ignore because none of them changes how objects,
// references or the index are read.
static inline int mlint_allow_extensions(void) {
  const char *names[] = {"worktreeconfig", "preciousobjects", "partialclone", "relativeworktrees"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof names[0]);
}

static inline int mlint_index_entry_stage(const git_index_entry *entry) {
  return GIT_INDEX_ENTRY_STAGE(entry);
}
