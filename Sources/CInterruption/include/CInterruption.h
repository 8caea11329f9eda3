#pragma once
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

// Tells the thread sanitizer that the calling thread has a lock, and that it is about to give it back. The sanitizer does
// not see the locks of Swift's library, which is compiled without it. Does nothing in any other build.
void sanitizer_note_lock(const void *lock);
void sanitizer_note_unlock(const void *lock);

#ifdef __cplusplus
}
#endif
