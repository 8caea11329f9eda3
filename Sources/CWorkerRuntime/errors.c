// The Swift runtime calls these two functions when an error reaches the top level of a program, or when `try!` meets
// one. Defined here under the runtime's names, they are what a cell finds: an error ends the cell, not the process.
#include "Internal.h"

#include <stdlib.h>

static gb_describe_error describe;
void gb_set_describe_error(gb_describe_error function) { describe = function; }

GB_EXPORT __attribute__((swiftcall)) void swift_errorInMain(const void *error) {
  if (describe) describe(error, GB_END_THROWN_ERROR);
  abort();
}

GB_EXPORT __attribute__((swiftcall)) void swift_unexpectedError(const void *error, const uint8_t *file, size_t count,
                                                                bool is_ascii, uintptr_t line) {
  (void)file;
  (void)count;
  (void)is_ascii;
  (void)line;
  if (describe) describe(error, GB_END_TRAP);
  abort();
}
