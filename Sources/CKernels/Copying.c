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

KERNEL void glassbox_copy_rows(char *output, const char *input, ptrdiff_t input_stride, ptrdiff_t rows, ptrdiff_t bytes) {
  // Heads of attention are rows of some hundred bytes: a call of memcpy takes as long as copying one.
  enum { line = 64, longest = 1024 };
  for (ptrdiff_t i = 0; i < rows; i++) {
    const char *from = input + i * input_stride;
    char *to = output + i * bytes;
    ptrdiff_t done = 0;
    if (bytes <= longest) {
      for (; done + line <= bytes; done += line) __builtin_memcpy(to + done, from + done, line);
    }
    if (done < bytes) memcpy(to + done, from + done, (size_t)(bytes - done));
  }
}

KERNEL void glassbox_accumulate(float *output, const float *input, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] += input[i];
}

KERNEL void glassbox_accumulate_scaled(float *output, const float *input, float scale, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] += scale * input[i];
}

KERNEL void glassbox_transpose(float *output, ptrdiff_t output_stride, const float *input, ptrdiff_t input_stride,
                               ptrdiff_t rows, ptrdiff_t columns) {
  // Strips of as many rows as floats fill a line of the cache: each column of a strip is written as one whole line.
  enum { strip = 16 };
  ptrdiff_t top = 0;
  for (; top + strip <= rows; top += strip) {
    for (ptrdiff_t j = 0; j < columns; j++) {
      for (int k = 0; k < strip; k++) output[j * output_stride + top + k] = input[(top + k) * input_stride + j];
    }
  }
  for (ptrdiff_t j = 0; j < columns; j++) {
    for (ptrdiff_t i = top; i < rows; i++) output[j * output_stride + i] = input[i * input_stride + j];
  }
}
