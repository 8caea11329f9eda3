// The order in which the worker's parts come up.
#include "Internal.h"

#include <unistd.h>

void gb_close_inherited(int kept) {
  if (kept > 3) close_range(3, (unsigned)kept - 1, 0);
  close_range((unsigned)kept + 1, ~0u, 0);
}

const char *gb_start(void) {
  const char *failure = gb_notices_start();
  if (failure) return failure;
  gb_end_start();
  gb_threads_start();
  gb_code_start();
  gb_signals_start();
  gb_note_throws();
  failure = gb_output_start();
  if (failure) return failure;
  gb_executor_start();
  return NULL;
}
