// The memory limit. Big blocks are refused before they are made: `malloc` returns null, the Swift runtime traps, and
// the trap is reported as what it is. Small blocks are counted by looking at the resident memory now and then.
#include "Internal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BIG = 1 << 20 };
static const size_t spare = 64 << 20;  // what every run may use on top of what earlier ones hold

static atomic_size_t limit, allowed;
static int statistics = -1;

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

size_t gb_memory_in_use(void) {
  char text[128];
  ssize_t count = statistics < 0 ? -1 : pread(statistics, text, sizeof text - 1, 0);
  if (count <= 0) return 0;
  text[count] = 0;
  unsigned long long total, resident;
  if (sscanf(text, "%llu %llu", &total, &resident) != 2) return 0;
  return (size_t)resident * (size_t)sysconf(_SC_PAGESIZE);
}

// -- the big blocks that are in use ------------------------------------------------------------------------------
#if !GB_IS_SANITIZED
enum { BLOCKS = 4096 };
typedef struct {
  _Atomic uintptr_t address;
  size_t size;
  int run;
} block;
static block blocks[BLOCKS];
static atomic_size_t big_bytes;

static void note(void *pointer, size_t size) {
  if (!pointer || !limit) return;
  for (size_t i = 0, start = ((uintptr_t)pointer >> 12) % BLOCKS; i < BLOCKS; i++) {
    block *entry = &blocks[(start + i) % BLOCKS];
    uintptr_t none = 0;
    if (!atomic_compare_exchange_strong(&entry->address, &none, (uintptr_t)pointer)) continue;
    entry->size = size;
    entry->run = gb_current_run();
    big_bytes += size;
    return;
  }
}

static void forget(void *pointer) {
  for (size_t i = 0, start = ((uintptr_t)pointer >> 12) % BLOCKS; i < BLOCKS; i++) {
    block *entry = &blocks[(start + i) % BLOCKS];
    if (entry->address != (uintptr_t)pointer) continue;
    big_bytes -= entry->size;
    entry->run = 0;
    entry->address = 0;
    return;
  }
}

static bool is_refused(size_t size) {
  size_t most = allowed;
  if (most == 0 || !gb_self || gb_self->role == GB_ROLE_SERVICE) return false;
  size_t used = gb_memory_in_use(), big = big_bytes;
  if (big > used) used = big;
  if (size <= most && used <= most - size) return false;
  gb_self->allocation_refused = true;
  errno = ENOMEM;
  return true;
}

static bool is_noted(void *pointer) { return limit && malloc_usable_size(pointer) >= BIG; }

GB_EXPORT void *malloc(size_t size) {
  if (__builtin_expect(size < BIG, 1)) __attribute__((musttail)) return __libc_malloc(size);
  if (is_refused(size)) return NULL;
  void *pointer = __libc_malloc(size);
  note(pointer, size);
  return pointer;
}

GB_EXPORT void free(void *pointer) {
  if (pointer && __builtin_expect(limit != 0, 0) && is_noted(pointer)) forget(pointer);
  __libc_free(pointer);
}

GB_EXPORT void *calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) return NULL;
  if (total >= BIG && is_refused(total)) return NULL;
  void *pointer = __libc_calloc(count, size);
  if (total >= BIG) note(pointer, total);
  return pointer;
}

GB_EXPORT void *realloc(void *pointer, size_t size) {
  bool was_noted = pointer && is_noted(pointer);
  if (size >= BIG && is_refused(size)) return NULL;
  if (was_noted) forget(pointer);
  void *moved = __libc_realloc(pointer, size);
  if (moved && size >= BIG) note(moved, size);
  else if (!moved && was_noted && size) note(pointer, malloc_usable_size(pointer));
  return moved;
}

static void *aligned(size_t alignment, size_t size) {
  if (size >= BIG && is_refused(size)) return NULL;
  void *pointer = __libc_memalign(alignment, size);
  if (size >= BIG) note(pointer, size);
  return pointer;
}

GB_EXPORT void *memalign(size_t alignment, size_t size) { return aligned(alignment, size); }
GB_EXPORT void *aligned_alloc(size_t alignment, size_t size) { return aligned(alignment, size); }
GB_EXPORT int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
  void *pointer = aligned(alignment, size);
  if (!pointer) return ENOMEM;
  *result = pointer;
  return 0;
}

#endif

// -- the second net ----------------------------------------------------------------------------------------------------
static atomic_int exceeded_run;

static void watch(void) {
  for (;;) {
    usleep(20000);
    int run = gb_latest_run();
    size_t most = allowed;
    if (most && run != exceeded_run && gb_memory_in_use() > most) {
      exceeded_run = run;
      gb_notify(GB_NOTICE_MEMORY, run, NULL);
    }
  }
}

void gb_set_memory_limit(size_t bytes) {
  statistics = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  limit = bytes;
  if (bytes) gb_service_thread_create("memory", watch);
}

void gb_memory_begin(void) {
  if (!limit) return;
  size_t floor = gb_memory_in_use() + spare;
  allowed = floor > limit ? floor : limit;
}
