// The frames of a thread that a signal has stopped. Swift compiles cells without frame pointers, so the unwind tables
// are the only guide; libgcc reads them without locks and without memory of its own. Functions that cannot fail have
// no entry in the tables: there the unwinder gives up, and what is left of the stack is searched for return addresses.
#include "Internal.h"

#include <string.h>
#include <unwind.h>

#if defined(__x86_64__)
uint64_t gb_context_pc(const ucontext_t *context) { return (uint64_t)context->uc_mcontext.gregs[REG_RIP]; }
uint64_t gb_context_sp(const ucontext_t *context) { return (uint64_t)context->uc_mcontext.gregs[REG_RSP]; }
#elif defined(__aarch64__)
uint64_t gb_context_pc(const ucontext_t *context) { return context->uc_mcontext.pc; }
uint64_t gb_context_sp(const ucontext_t *context) { return context->uc_mcontext.sp; }
#else
#error "The worker knows the registers of x86-64 and arm64 only."
#endif

typedef struct {
  gb_frames *frames;
  uint64_t start;  // frames are skipped until this address; 0: none are skipped
  bool is_full;
  bool has_user_code;
} walk;

static void note_callout(gb_frames *frames, struct _Unwind_Context *context) {
  frames->callout = frames->count;
#if defined(__x86_64__)
  // The numbers are those of the unwind tables.
  frames->registers = (gb_registers){_Unwind_GetGR(context, 3),  _Unwind_GetGR(context, 6),  _Unwind_GetGR(context, 12),
                                     _Unwind_GetGR(context, 13), _Unwind_GetGR(context, 14), _Unwind_GetGR(context, 15)};
#else
  for (int i = 0; i < 11; i++) frames->registers.x[i] = _Unwind_GetGR(context, 19 + i);
#endif
}

static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *argument) {
  walk *walk = argument;
  uint64_t pc = _Unwind_GetIP(context);
  if (walk->start != 0) {
    if (pc != walk->start) return _URC_NO_REASON;
    walk->start = 0;
  }
  if (pc == 0) return _URC_END_OF_STACK;
  gb_frames *frames = walk->frames;
  if (frames->count == GB_FRAMES_KEPT) {
    walk->is_full = true;
    return _URC_END_OF_STACK;
  }
  if (frames->callout < 0 && frames->count > 0 && gb_code_at(pc) == GB_CODE_DISPATCH &&
      gb_code_at(frames->pc[frames->count - 1]) != GB_CODE_DISPATCH && walk->has_user_code)
    note_callout(frames, context);
  if (frames->callout < 0 && gb_code_at(pc) == GB_CODE_USER) walk->has_user_code = true;
  frames->pc[frames->count] = pc;
  frames->cfa[frames->count] = _Unwind_GetCFA(context);
  frames->count++;
  return _URC_NO_REASON;
}

static bool is_after_call(uint64_t pc) {
#if defined(__x86_64__)
  const uint8_t *bytes = (const uint8_t *)pc;
  return bytes[-5] == 0xE8 || (bytes[-6] == 0xFF && bytes[-5] == 0x15) ||
         (bytes[-2] == 0xFF && (bytes[-1] & 0x38) == 0x10) || (bytes[-3] == 0xFF && (bytes[-2] & 0x38) == 0x10);
#else
  uint32_t instruction = ((const uint32_t *)pc)[-1];
  return (instruction & 0xFC000000) == 0x94000000 || (instruction & 0xFFFFFC1F) == 0xD63F0000;
#endif
}

// Looks through what is left of the stack for addresses that follow a call in the user's code.
static void search(gb_frames *frames, uint64_t from, const gb_thread *thread) {
  enum { REACH = 64 * 1024 };
  uint64_t high = (uint64_t)thread->stack_high;
  if (from < (uint64_t)thread->stack_low || from >= high) return;
  if (high - from > REACH) high = from + REACH;
  for (uint64_t at = (from + 7) & ~7ull; at + 8 <= high && frames->count < GB_FRAMES_KEPT; at += 8) {
    // The list of frames lies on this stack too, among the variables of the thread.
    if (at >= (uint64_t)frames && at < (uint64_t)(frames + 1)) continue;
    uint64_t word = *(const uint64_t *)at;
    if (word < 0x10000 || gb_code_at(word) != GB_CODE_USER || !is_after_call(word)) continue;
    frames->pc[frames->count] = word;
    frames->cfa[frames->count] = at + 8;
    frames->count++;
  }
}

void gb_unwind(gb_frames *frames, const ucontext_t *context, const gb_thread *thread) {
  frames->count = 0;
  frames->callout = -1;
  walk walk = {frames, context ? gb_context_pc(context) : 0, false, false};
  // A return address of zero is what a call through a null pointer leaves: the unwinder cannot start there.
  _Unwind_Backtrace(visit, &walk);
  if (frames->count == 0 && context) {
    frames->pc[0] = gb_context_pc(context);
    frames->cfa[0] = gb_context_sp(context);
    frames->count = 1;
  }
  if (walk.is_full || frames->count == 0 || !thread || !thread->stack_high) return;
  gb_code last = gb_code_at(frames->pc[frames->count - 1]);
  if (last != GB_CODE_RUNTIME && last != GB_CODE_LIBC)
    search(frames, frames->count == 1 && context ? gb_context_sp(context) : frames->cfa[frames->count - 1], thread);
}

uint64_t gb_function_start(uint64_t pc) { return (uint64_t)(uintptr_t)_Unwind_FindEnclosingFunction((void *)pc); }
