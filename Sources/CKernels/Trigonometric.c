#include "Trigonometric.h"
#include "include/CKernels.h"

/// Numbers beyond this bound are left to the C library, which reduces them with as many digits of pi as they need.
static const float reduction_limit = 8192.0f;

/// Whether sine_from takes all these numbers. NaN is beyond every bound.
INLINE int are_small(const float *input, ptrdiff_t count) {
  int32_t small = 1;
  for (ptrdiff_t i = 0; i < count; i++) small &= fabsf(input[i]) <= reduction_limit;
  return small;
}

/// A kernel that goes block by block. A block with a large number, an infinity or NaN is left to the C library.
#define TRIGONOMETRIC(name, fast, exact)                                            \
  KERNEL void glassbox_##name(float *output, const float *input, ptrdiff_t count) { \
    const ptrdiff_t block = 256;                                                    \
    for (ptrdiff_t start = 0; start < count; start += block) {                      \
      ptrdiff_t end = start + block < count ? start + block : count;                \
      if (are_small(input + start, end - start)) {                                  \
        EACH_WIDE for (ptrdiff_t i = start; i < end; i++) output[i] = fast;         \
      } else {                                                                      \
        for (ptrdiff_t i = start; i < end; i++) output[i] = exact;                  \
      }                                                                             \
    }                                                                               \
  }

// The cosine is the sine a quarter turn on.
TRIGONOMETRIC(sin, sine_from(input[i], 0), sinf(input[i]))
TRIGONOMETRIC(cos, sine_from(input[i], 1), cosf(input[i]))
