#include "Kernel.h"
#include "include/CKernels.h"

KERNEL void glassbox_scatter_add_rows(float *table, const float *rows, const ptrdiff_t *indices, ptrdiff_t count,
                                      ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < count; i++) {
    float *target = table + indices[i] * columns;
    const float *source = rows + i * columns;
    EACH for (ptrdiff_t j = 0; j < columns; j++) target[j] += source[j];
  }
}

KERNEL int glassbox_are_indices(const ptrdiff_t *numbers, ptrdiff_t count, ptrdiff_t size) {
  // A negative number seen without its sign is very large. A loop that always goes to its end is the fastest.
  size_t wrong = 0;
  EACH_WIDE for (ptrdiff_t i = 0; i < count; i++) wrong |= (size_t)numbers[i] >= (size_t)size;
  return !wrong;
}

KERNEL void glassbox_gather(float *output, const float *input, const ptrdiff_t *indices, ptrdiff_t count) {
  // The instructions that gather are slower than as many loads on most processors.
  _Pragma("clang loop vectorize(disable) unroll_count(8)") for (ptrdiff_t i = 0; i < count; i++) output[i] = input[indices[i]];
}
