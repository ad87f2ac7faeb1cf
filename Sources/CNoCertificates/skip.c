// libgit2 as Debian builds it parses the whole bundle of system certificates in git_libgit2_init():
// several milliseconds in every run, and there is no option against it. The two functions that do it
// are defined here again; the program's definitions win over the shared library's.
//
// Invariant: manifest-lint never opens a network connection, so libgit2 needs to trust nobody.

#include "CNoCertificates.h"

int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

int mbedtls_x509_crt_parse_path(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
