// The Swift runtime calls these two functions when an error reaches the top level of a program, or when `try!` meets
// one. Defined here under the runtime's names, they are what a cell finds: an error ends the cell, not the process.
#include "Internal.h"

#include <dlfcn.h>
#include <stdlib.h>

typedef __attribute__((swiftcall)) void (*error_in_main)(const void *);
typedef __attribute__((swiftcall)) void (*unexpected_error)(const void *, const uint8_t *, size_t, bool, uintptr_t);

static gb_describe_error describe;
void gb_set_describe_error(gb_describe_error function) { describe = function; }

GB_EXPORT __attribute__((swiftcall)) void swift_errorInMain(const void *error) {
  if (describe) describe(error, GB_END_THROWN_ERROR);
  error_in_main original = (error_in_main)dlsym(RTLD_NEXT, "swift_errorInMain");
  if (original) original(error);
  abort();
}

GB_EXPORT __attribute__((swiftcall)) void swift_unexpectedError(const void *error, const uint8_t *file, size_t count,
                                                                bool is_ascii, uintptr_t line) {
  if (describe) describe(error, GB_END_TRAP);
  unexpected_error original = (unexpected_error)dlsym(RTLD_NEXT, "swift_unexpectedError");
  if (original) original(error, file, count, is_ascii, line);
  abort();
}
