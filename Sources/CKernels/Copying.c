#include "Kernel.h"
#include "include/CKernels.h"

KERNEL void glassbox_fill(float *output, float value, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = value;
}

KERNEL void glassbox_copy(float *output, ptrdiff_t output_step, const float *input, ptrdiff_t input_step,
                          ptrdiff_t count) {
  if (output_step == 1 && input_step == 1) {
    if (count > 0) memmove(output, input, (size_t)count * sizeof(float));
  } else if (output_step == 1) {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = input[i * input_step];
  } else {
    EACH for (ptrdiff_t i = 0; i < count; i++) output[i * output_step] = input[i * input_step];
  }
}

KERNEL void glassbox_accumulate(float *output, const float *input, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] += input[i];
}

KERNEL void glassbox_accumulate_scaled(float *output, const float *input, float scale, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] += scale * input[i];
}

KERNEL void glassbox_accumulate_product(float *output, const float *left, const float *right, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] += left[i] * right[i];
}

/// Turns a square of 16 by 16 numbers, which the compiler keeps in registers.
INLINE void transpose_square(float *restrict output, ptrdiff_t output_stride, const float *restrict input,
                             ptrdiff_t input_stride) {
  float square[16][16];
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < 16; j++) square[j][i] = input[i * input_stride + j];
  for (int j = 0; j < 16; j++)
    for (int i = 0; i < 16; i++) output[j * output_stride + i] = square[j][i];
}

KERNEL void glassbox_transpose(float *output, ptrdiff_t output_stride, const float *input, ptrdiff_t input_stride,
                               ptrdiff_t rows, ptrdiff_t columns) {
  ptrdiff_t whole_rows = rows & ~(ptrdiff_t)15;
  ptrdiff_t whole_columns = columns & ~(ptrdiff_t)15;
  for (ptrdiff_t i = 0; i < whole_rows; i += 16)
    for (ptrdiff_t j = 0; j < whole_columns; j += 16)
      transpose_square(output + j * output_stride + i, output_stride, input + i * input_stride + j, input_stride);
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = i < whole_rows ? whole_columns : 0; j < columns; j++)
      output[j * output_stride + i] = input[i * input_stride + j];
}
