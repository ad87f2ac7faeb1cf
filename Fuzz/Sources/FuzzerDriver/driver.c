#include "FuzzerDriver.h"

// Pointers that Swift keeps in the cases of an enumeration carry marks, so that the leak sanitizer does
// not find what global values hold: made once, and there until the end.
const char *__lsan_default_suppressions(void) { return "leak:once_slow\n"; }
