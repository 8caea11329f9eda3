#include "Power.h"
#include "include/CKernels.h"

/// A block of numbers of which one is 0, negative, infinite or NaN is left to the C library, with all its special cases.
enum { block = 256 };

INLINE int are_plain(const float *x, ptrdiff_t x_step, const float *y, ptrdiff_t y_step, ptrdiff_t count) {
  int32_t plain = 1;
  for (ptrdiff_t i = 0; i < count; i++) {
    float base = x[i * x_step];
    plain &= (base > 0) & (base < INFINITY) & (fabsf(y[i * y_step]) < INFINITY);
  }
  return plain;
}

INLINE void write_powers(float *output, const float *x, ptrdiff_t x_step, const float *y, ptrdiff_t y_step,
                         ptrdiff_t count) {
  for (ptrdiff_t start = 0; start < count; start += block) {
    ptrdiff_t end = start + block < count ? start + block : count;
    if (are_plain(x + start * x_step, x_step, y + start * y_step, y_step, end - start)) {
      EACH_WIDE for (ptrdiff_t i = start; i < end; i++) output[i] = power_of_positive(x[i * x_step], y[i * y_step]);
    } else {
      for (ptrdiff_t i = start; i < end; i++) output[i] = powf(x[i * x_step], y[i * y_step]);
    }
  }
}

KERNEL void glassbox_power(float *output, const float *left, ptrdiff_t left_step, const float *right,
                           ptrdiff_t right_step, ptrdiff_t count) {
  if (left_step == 1 && right_step == 1) {
    write_powers(output, left, 1, right, 1, count);
  } else if (left_step == 1 && right_step == 0) {
    write_powers(output, left, 1, right, 0, count);
  } else {
    write_powers(output, left, left_step, right, right_step, count);
  }
}

KERNEL void glassbox_power_scalar(float *output, const float *input, float exponent, ptrdiff_t count) {
  // The exponents that PyTorch too computes by simpler means.
  if (exponent == 2) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = input[i] * input[i];
  } else if (exponent == 3) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = input[i] * input[i] * input[i];
  } else if (exponent == 0.5f) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = sqrtf(input[i]);
  } else if (exponent == -0.5f) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = 1.0f / sqrtf(input[i]);
  } else if (exponent == -1) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = 1.0f / input[i];
  } else {
    write_powers(output, input, 1, &exponent, 0, count);
  }
}
