// OpenBLAS is loaded when the first matrix is multiplied, not when the program starts: most of its start-up time and
// memory is for what a program may never do. And what it is to be like must be said before it is loaded.
#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stdlib.h>

/// OpenBLAS has loops for each kind of processor. The version in Debian 12 takes those for Intel's Cooper Lake on AMD's
/// Zen 4, which does their wide instructions in two halves; the loops for Haswell are 5 % faster there.
static const char *better_core(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_is("znver4")) return "Haswell";
#endif
  return NULL;
}

/// Loads the library with some settings, where the user has made none.
static void *load_with(const char *core) {
  int sets_core = core && !getenv("OPENBLAS_CORETYPE");
  if (sets_core) setenv("OPENBLAS_CORETYPE", core, 1);
  // The work is shared out by our own threads, so it needs none of its own.
  const char *threads = getenv("OPENBLAS_NUM_THREADS");
  setenv("OPENBLAS_NUM_THREADS", "1", 1);
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libopenblas.so", RTLD_NOW | RTLD_LOCAL);
  if (sets_core) unsetenv("OPENBLAS_CORETYPE");
  if (threads)
    setenv("OPENBLAS_NUM_THREADS", threads, 1);
  else
    unsetenv("OPENBLAS_NUM_THREADS");
  return library;
}

const char *glassbox_load_openblas(glassbox_openblas *functions) {
  void *library = load_with(better_core());
  if (!library) return dlerror();
  void **places = (void **)functions;
  static const char *const names[] = {"cblas_sgemm", "cblas_dgemm", "sgesv_", "dgesv_", "sgesdd_", "dgesdd_"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!(places[i] = dlsym(library, names[i]))) return dlerror();
  // A program that has linked OpenBLAS itself has loaded it before, with its threads.
  void (*set_threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
  if (set_threads) set_threads(1);
  return NULL;
}
