// Stopping a thread the moment that a library returns to the user's code: the return address that leads back there is
// replaced by the address of `gb_landing`, which ends the thread at once.
#include "Internal.h"

#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
void gb_landing(void);
__asm__(
    ".text\n"
    ".globl gb_landing\n"
    ".hidden gb_landing\n"
    ".type gb_landing,@function\n"
    "gb_landing:\n"
    "  andq $-16, %rsp\n"
    "  call gb_landed\n"
    "  ud2\n"
    ".size gb_landing, .-gb_landing\n");

__attribute__((used, visibility("hidden"))) void gb_landed(void) {
  gb_thread *self = gb_self;
  self->has_landed = true;
  self->hijacked_slot = NULL;
  gb_unblock_signal(GB_STOP_SIGNAL);
  for (;;) syscall(SYS_tgkill, getpid(), self->tid, GB_STOP_SIGNAL);
}

bool gb_hijack(gb_thread *self, const gb_frames *frames) {
  for (int i = 1; i < frames->count; i++) {
    gb_code code = gb_code_at(frames->pc[i]);
    if (code == GB_CODE_LOADER || code == GB_CODE_UNKNOWN) return false;
    if (code != GB_CODE_USER) continue;
    uint64_t *slot = (uint64_t *)(frames->cfa[i] - 8);
    if ((uint8_t *)slot < self->stack_low - self->guard || (uint8_t *)slot >= self->stack_high) return false;
    if (*slot != frames->pc[i]) return false;
    self->landing.count = frames->count - i;
    memcpy(self->landing.pc, frames->pc + i, (size_t)self->landing.count * sizeof *frames->pc);
    memcpy(self->landing.cfa, frames->cfa + i, (size_t)self->landing.count * sizeof *frames->cfa);
    self->landing.pc[0]--;
    self->hijacked_address = *slot;
    self->hijacked_slot = slot;
    *slot = (uint64_t)gb_landing;
    return true;
  }
  return false;
}

void gb_undo_hijack(gb_thread *self) {
  if (self->hijacked_slot && *self->hijacked_slot == (uint64_t)gb_landing)
    *self->hijacked_slot = self->hijacked_address;
  self->hijacked_slot = NULL;
}
#else
// On arm64 the return address may still be in a register; the thread is asked again until it is in the user's code.
bool gb_hijack(gb_thread *self, const gb_frames *frames) { return false; }
void gb_undo_hijack(gb_thread *self) { (void)self; }
#endif
