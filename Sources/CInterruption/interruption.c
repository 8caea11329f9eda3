#include "CInterruption.h"

// The worker exports these; a weak symbol that nobody defines has the address zero.
__attribute__((weak)) extern void glassbox_hold_interruption(void);
__attribute__((weak)) extern void glassbox_release_interruption(void);
__attribute__((weak)) extern void glassbox_exempt_this_thread(void);

void interruption_hold(void) {
  if (glassbox_hold_interruption) glassbox_hold_interruption();
}

void interruption_release(void) {
  if (glassbox_release_interruption) glassbox_release_interruption();
}

void interruption_exempt_this_thread(void) {
  if (glassbox_exempt_this_thread) glassbox_exempt_this_thread();
}

#if __has_feature(thread_sanitizer)
void __tsan_acquire(void *address);
void __tsan_release(void *address);

void sanitizer_note_lock(const void *lock) { __tsan_acquire((void *)lock); }
void sanitizer_note_unlock(const void *lock) { __tsan_release((void *)lock); }
#else
void sanitizer_note_lock(const void *lock) { (void)lock; }
void sanitizer_note_unlock(const void *lock) { (void)lock; }
#endif

#if __has_feature(address_sanitizer)
void __asan_poison_memory_region(const volatile void *start, size_t size);
void __asan_unpoison_memory_region(const volatile void *start, size_t size);

void sanitizer_note_use(const void *start, size_t used, size_t size) {
  __asan_poison_memory_region(start, size);
  __asan_unpoison_memory_region(start, used);
}
#else
void sanitizer_note_use(const void *start, size_t used, size_t size) { (void)start, (void)used, (void)size; }
#endif
