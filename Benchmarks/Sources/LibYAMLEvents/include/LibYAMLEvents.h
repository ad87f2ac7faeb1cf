#include <stddef.h>

/// Parses the input to its events with libyaml and gives their number, or -1 after an error.
long libyaml_count_events(const unsigned char *input, size_t length);
