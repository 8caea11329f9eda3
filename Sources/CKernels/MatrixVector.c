#include "Kernel.h"
#include "include/CKernels.h"

// A matrix is read once and hardly computed with, so that the speed is that of the memory. Several rows at a time keep
// several streams going and use each number of the vector more than once.

// y[i] = sum over j of W[i, j] x[j] + bias[i]
KERNEL void glassbox_matrix_vector(float *output, const float *matrix, ptrdiff_t row_stride, const float *vector,
                                   const float *bias, ptrdiff_t rows, ptrdiff_t columns) {
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    ANY_ORDER
    const float *w0 = matrix + i * row_stride;
    const float *w1 = w0 + row_stride;
    const float *w2 = w1 + row_stride;
    const float *w3 = w2 + row_stride;
    float y0 = 0, y1 = 0, y2 = 0, y3 = 0;
    for (ptrdiff_t j = 0; j < columns; j++) {
      y0 += w0[j] * vector[j];
      y1 += w1[j] * vector[j];
      y2 += w2[j] * vector[j];
      y3 += w3[j] * vector[j];
    }
    output[i] = y0 + (bias ? bias[i] : 0);
    output[i + 1] = y1 + (bias ? bias[i + 1] : 0);
    output[i + 2] = y2 + (bias ? bias[i + 2] : 0);
    output[i + 3] = y3 + (bias ? bias[i + 3] : 0);
  }
  for (; i < rows; i++) {
    ANY_ORDER
    float y = 0;
    for (ptrdiff_t j = 0; j < columns; j++) y += matrix[i * row_stride + j] * vector[j];
    output[i] = y + (bias ? bias[i] : 0);
  }
}

// y[j] = sum over i of x[i] W[i, j] + bias[j]
KERNEL void glassbox_vector_matrix(float *output, const float *matrix, ptrdiff_t row_stride, const float *vector,
                                   const float *bias, ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t j = 0; j < columns; j++) output[j] = bias ? bias[j] : 0;
  ptrdiff_t i = 0;
  for (; i + 8 <= rows; i += 8) {
    const float *w = matrix + i * row_stride;
    const float *x = vector + i;
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) {
      float low = (x[0] * w[j] + x[1] * w[j + row_stride]) + (x[2] * w[j + 2 * row_stride] + x[3] * w[j + 3 * row_stride]);
      float high = (x[4] * w[j + 4 * row_stride] + x[5] * w[j + 5 * row_stride]) +
                   (x[6] * w[j + 6 * row_stride] + x[7] * w[j + 7 * row_stride]);
      output[j] += low + high;
    }
  }
  for (; i < rows; i++) {
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] += vector[i] * matrix[i * row_stride + j];
  }
}
