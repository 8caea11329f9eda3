// OpenBLAS is loaded when the first matrix is multiplied, not when the program starts: most of its start-up time and
// memory is for what a program may never do. And what it is to be like must be said before it is loaded.
#include "COpenBLAS.h"

#include <CLoading.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/// OpenBLAS has loops for each kind of processor. The version in Debian 12 takes those for Intel's Cooper Lake on AMD's
/// Zen 4, which does their wide instructions in two halves; the loops for Haswell are 5 % faster there.
static const char *better_core(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_is("znver4")) return "OPENBLAS_CORETYPE=Haswell";
#endif
  return NULL;
}

/// Loads the library with a core, which stands in a setting, where the user has named none.
static void *load_with(const char *core) {
  static const char *const names[] = {"libopenblas.so.0", "libopenblas.so", NULL};
  // The work is shared out by our own threads, so it needs none of its own.
  const char *settings[] = {"OPENBLAS_NUM_THREADS=1", getenv("OPENBLAS_CORETYPE") ? NULL : core, NULL};
  return glassbox_open_library(names, settings);
}

static int is_among(const char *const *cores, const char *core) {
  for (; *cores; cores++)
    if (strcmp(*cores, core) == 0) return 1;
  return 0;
}

/// The core whose loops a library has chosen.
static const char *core_of(void *library) {
  char *(*core_name)(void) = (char *(*)(void))dlsym(library, "openblas_get_corename");
  return core_name ? core_name() : "";
}

/// The setting for the core whose loops the processor can run, where the library has taken those for a much older one;
/// else NULL.
///
/// A version that is older than the processor does not know it by its number, and takes the loops for a Prescott of 2004:
/// on an Emerald Rapids a product of matrices takes six times as long as it need.
static const char *overlooked_core(void *library) {
#if defined(__x86_64__)
  static const char *const old_cores[] = {"Prescott", "Core2", "Penryn", "Dunnington", "Nehalem", "Atom", "Barcelona", NULL};
  if (getenv("OPENBLAS_CORETYPE") || !is_among(old_cores, core_of(library))) return NULL;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl"))
    return "OPENBLAS_CORETYPE=SkylakeX";
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return "OPENBLAS_CORETYPE=Haswell";
#endif
  return NULL;
}

/// Loads the library with the loops that suit the processor.
static void *load(void) {
  void *library = load_with(better_core());
  const char *core = library ? overlooked_core(library) : NULL;
  if (!core) return library;
  // It looks at its settings once, when it comes into memory.
  dlclose(library);
  return load_with(core);
}

const char *glassbox_load_openblas(glassbox_openblas *functions) {
  void *library = load();
  if (!library) return dlerror();
  void **places = (void **)functions;
  static const char *const names[] = {"cblas_sgemm", "cblas_dgemm", "sgesv_", "dgesv_", "sgesdd_", "dgesdd_"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!(places[i] = dlsym(library, names[i]))) return dlerror();
  static const char *const wide_cores[] = {"SkylakeX", "Cooperlake", "SapphireRapids", NULL};
  functions->multiplies_small_without_copies = is_among(wide_cores, core_of(library));
  // A program that has linked OpenBLAS itself has loaded it before, with its threads.
  void (*set_threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
  if (set_threads) set_threads(1);
  return NULL;
}
