// The Swift runtime calls the two functions at the end of this file when an error reaches the top level of a program, or when `try!` meets
// one. Defined here under the runtime's names, they are what a cell finds: an error ends the cell, not the process.
#include "Internal.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unwind.h>

// -- where an error was thrown -----------------------------------------------------------------------------------------
// When an error reaches the top level, the calls that led to it are gone. So the way to each `throw` is noted as it
// happens; the last one is what an uncaught error tells. Code that throws all the time must not pay for that for ever.
enum { NOTED_THROWS = 20000, WALKED_FRAMES = 40 };

typedef struct {
  gb_thread *thread;
  int walked;
} way;

static _Unwind_Reason_Code note_frame(struct _Unwind_Context *context, void *argument) {
  way *way = argument;
  uint64_t pc = _Unwind_GetIP(context);
  if (pc == 0 || way->walked++ == WALKED_FRAMES) return _URC_END_OF_STACK;
  if (gb_code_at(pc) != GB_CODE_USER) return _URC_NO_REASON;
  way->thread->thrown[way->thread->thrown_count++] = pc;
  return way->thread->thrown_count == GB_THROWN_KEPT ? _URC_END_OF_STACK : _URC_NO_REASON;
}

static void on_throw(void *error) {
  (void)error;
  gb_thread *self = gb_self;
  if (!self || self->in_handler) return;
  if (self->throwing_run != self->run) {
    self->throwing_run = self->run;
    self->throws_noted = 0;
  }
  if (self->throws_noted++ >= NOTED_THROWS) return;
  way way = {self, 0};
  memcpy(self->thrown, self->thrown_before, sizeof self->thrown);
  self->thrown_count = self->thrown_before_count;
  self->thrown_before_count = 0;
  if (self->thrown_count < GB_THROWN_KEPT) _Unwind_Backtrace(note_frame, &way);
}

int32_t gb_copy_thrown(uint64_t *addresses) {
  gb_thread *self = gb_self;
  if (!self || self->throwing_run != self->run || self->throws_noted > NOTED_THROWS) return 0;
  memcpy(addresses, self->thrown, sizeof self->thrown);
  return self->thrown_count;
}

void gb_set_thrown_before(const uint64_t *addresses, int32_t count) {
  gb_thread *self = gb_self;
  if (!self || count < 0 || count > GB_THROWN_KEPT) return;
  memcpy(self->thrown_before, addresses, (size_t)count * sizeof *addresses);
  self->thrown_before_count = count;
}

void gb_note_throws(void) {
  void (*set_handler)(void (*)(void *)) = (void (*)(void (*)(void *)))dlsym(RTLD_DEFAULT, "_swift_setWillThrowHandler");
  if (set_handler) set_handler(on_throw);
}

static void tell_where_thrown(void) {
  gb_thread *self = gb_self;
  if (self) self->tells_thrown = self->thrown_count > 0 && self->throws_noted <= NOTED_THROWS;
}

typedef __attribute__((swiftcall)) void (*error_in_main)(const void *);
typedef __attribute__((swiftcall)) void (*unexpected_error)(const void *, const uint8_t *, size_t, bool, uintptr_t);

static gb_describe_error describe;
void gb_set_describe_error(gb_describe_error function) { describe = function; }

GB_EXPORT __attribute__((swiftcall)) void swift_errorInMain(const void *error) {
  tell_where_thrown();
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
