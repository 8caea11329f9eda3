// Dispatch counts its threads, so one that ends in the middle of a piece of work would be missed for ever. A fault in
// a block ends the block, not the thread: the thread goes on in Dispatch as if the block had returned. What the block
// had begun stays undone, like on any thread that ends.
#include "Internal.h"


// -- accesses in progress ------------------------------------------------------------------------------------------
// The Swift runtime keeps a list of the exclusive accesses of each thread; its entries lie on the stack. Those of the
// frames that are left behind must go. The head of the list shows as the successor of a new entry.
typedef struct {
  void *pointer, *pc;
  uintptr_t next_and_action;
} access_entry;
extern void swift_beginAccess(void *pointer, access_entry *entry, uintptr_t flags, void *pc);
extern void swift_endAccess(access_entry *entry);

static void end_accesses(const gb_thread *self, uint64_t below) {
  enum { TRACKED_READ = 0x20, MOST = 1000 };
  for (int i = 0; i < MOST; i++) {
    access_entry probe;
    swift_beginAccess(&probe, &probe, TRACKED_READ, NULL);
    access_entry *head = (access_entry *)(probe.next_and_action & ~(uintptr_t)1);
    swift_endAccess(&probe);
    if (!head || (uint8_t *)head < self->stack_low || (uint64_t)head >= below) return;
    swift_endAccess(head);
  }
}

bool gb_return_to_dispatch(gb_thread *self, ucontext_t *context, const gb_frames *frames) {
  // A cell's own thread ends with its cell; a task's thread is replaced.
  if (self->role == GB_ROLE_CELL || self->role == GB_ROLE_POOL || frames->callout < 0) return false;
  int at = frames->callout;
  end_accesses(self, frames->cfa[at]);
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
