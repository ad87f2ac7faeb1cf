#pragma once
// See skip.c. There is nothing to call.
