#pragma once
#include <stddef.h>

// What the process that runs cells offers to a library with threads and locks of its own. In any other process these
// functions do nothing.

#ifdef __cplusplus
extern "C" {
#endif

// The calling thread is not stopped by an interrupt until it has called `interruption_release` as often.
void interruption_hold(void);
void interruption_release(void);

// The calling thread serves all cells and belongs to none.
void interruption_exempt_this_thread(void);

// Tells the thread sanitizer that the calling thread has a lock, and that it is about to give it back. What the sanitizer
// sees of a lock of Swift's library is only how it is taken when it is free: once a thread waits, that library and the
// system hand it on, both compiled without the sanitizer. Atomics, semaphores and locks of the C library it sees. Does
// nothing in any other build.
void sanitizer_note_lock(const void *lock);
void sanitizer_note_unlock(const void *lock);

// Tells the address sanitizer how many of the bytes of some memory may be used from now on: it knows what comes from
// `malloc` and goes to `free`, not what lies in a pool between two uses. Does nothing in any other build.
void sanitizer_note_use(const void *start, size_t used, size_t size);

#ifdef __cplusplus
}
#endif
