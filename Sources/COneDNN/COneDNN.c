// oneDNN writes its loops when they are first called, for the processor and the form of the matrices at hand. It is
// loaded only when somebody multiplies, like OpenBLAS, and nothing is missing where it is not installed.
#include "COneDNN.h"

#include <CLoading.h>
#include <dlfcn.h>
#include <stdlib.h>

/// Its loops are faster than those of OpenBLAS on Intel's processors with AVX-512. On others nobody has measured.
static int suits_processor(void) {
#if defined(__x86_64__)
  return __builtin_cpu_is("intel") && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

glassbox_onednn_sgemm glassbox_load_onednn(void) {
  if (!suits_processor() || getenv("GLASSBOX_WITHOUT_ONEDNN")) return NULL;
  static const char *const names[] = {"libdnnl.so.3", "libdnnl.so.2", NULL};
  // The work is shared out by our own threads: OpenMP, which oneDNN would use, is to have one only.
  static const char *const settings[] = {"OMP_NUM_THREADS=1", NULL};
  void *library = glassbox_open_library(names, settings);
  return library ? (glassbox_onednn_sgemm)dlsym(library, "dnnl_sgemm") : NULL;
}
