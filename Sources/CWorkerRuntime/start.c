// The order in which the worker's parts come up.
#include "Internal.h"

const char *gb_start(void) {
  const char *failure = gb_notices_start();
  if (failure) return failure;
  gb_end_start();
  gb_threads_start();
  gb_code_start();
  gb_signals_start();
  failure = gb_output_start();
  if (failure) return failure;
  gb_executor_start();
  return NULL;
}
