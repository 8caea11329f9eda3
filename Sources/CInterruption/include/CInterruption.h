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

#ifdef __cplusplus
}
#endif
