// The exclusive accesses of a thread. Between `swift_beginAccess` and `swift_endAccess` a variable may be half changed: a
// dictionary, for instance, lends its elements out while one of them is appended to. A thread that is to be stopped is
// stopped when no such change is in progress; the end of a change is a good moment.
//
// The Swift runtime keeps the accesses of a thread in a list whose entries lie on the stack. The head of the list shows
// as the successor of a new entry.
#include "Internal.h"

#include <dlfcn.h>

typedef struct {
  void *pointer, *pc;
  uintptr_t next_and_action;
} access_entry;

enum { MODIFICATION = 1, TRACKED_READ = 0x20, MOST = 1000 };

extern void swift_beginAccess(void *pointer, access_entry *entry, uintptr_t flags, void *pc);
static void (*real_end)(access_entry *);

__attribute__((constructor)) static void find_real_end(void) {
  real_end = (void (*)(access_entry *))dlsym(RTLD_NEXT, "swift_endAccess");
}

static access_entry *next(const access_entry *entry) {
  return (access_entry *)(entry->next_and_action & ~(uintptr_t)MODIFICATION);
}

static access_entry *head(void) {
  access_entry probe;
  swift_beginAccess(&probe, &probe, TRACKED_READ, NULL);
  access_entry *first = next(&probe);
  real_end(&probe);
  return first;
}

bool gb_is_modifying(void) {
  access_entry *entry = head();
  for (int i = 0; i < MOST && entry; i++, entry = next(entry))
    if (entry->next_and_action & MODIFICATION) return true;
  return false;
}

void gb_end_accesses(const gb_thread *self, uint64_t below) {
  for (int i = 0; i < MOST; i++) {
    access_entry *first = head();
    if (!first || (uint8_t *)first < self->stack_low || (uint64_t)first >= below) return;
    real_end(first);
  }
}

GB_EXPORT void swift_endAccess(access_entry *entry) {
  real_end(entry);
  gb_thread *self = gb_self;
  if (__builtin_expect(self && self->stop, 0) && gb_code_at((uint64_t)__builtin_return_address(0)) == GB_CODE_USER &&
      !gb_is_modifying())
    gb_stop_here(self);
}
