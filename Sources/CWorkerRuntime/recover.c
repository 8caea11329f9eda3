// Dispatch counts its threads, so one that ends in the middle of a piece of work would be missed for ever. A fault in
// a block ends the block, not the thread: the thread goes on in Dispatch as if the block had returned. What the block
// had begun stays undone, like on any thread that ends.
#include "Internal.h"


bool gb_return_to_dispatch(gb_thread *self, ucontext_t *context, const gb_frames *frames) {
  // A cell's own thread ends with its cell; a task's thread is replaced.
  if (self->role == GB_ROLE_CELL || self->role == GB_ROLE_POOL || frames->callout < 0) return false;
  int at = frames->callout;
  gb_end_accesses(self, frames->cfa[at]);
  const gb_registers *registers = &frames->registers;
#if defined(__x86_64__)
  greg_t *target = context->uc_mcontext.gregs;
  target[REG_RIP] = (greg_t)frames->pc[at];
  target[REG_RSP] = (greg_t)frames->cfa[at];
  target[REG_RBX] = (greg_t)registers->rbx;
  target[REG_RBP] = (greg_t)registers->rbp;
  target[REG_R12] = (greg_t)registers->r12;
  target[REG_R13] = (greg_t)registers->r13;
  target[REG_R14] = (greg_t)registers->r14;
  target[REG_R15] = (greg_t)registers->r15;
  target[REG_EFL] &= ~0x400;  // the direction flag is clear between functions
#else
  context->uc_mcontext.pc = frames->pc[at];
  context->uc_mcontext.sp = frames->cfa[at];
  for (int i = 0; i < 11; i++) context->uc_mcontext.regs[19 + i] = registers->x[i];
#endif
  return true;
}
