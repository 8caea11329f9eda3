#include "Kernel.h"
#include "include/CKernels.h"

// A row with infinite numbers or NaN has a scale that is not finite either, and stays recognisable by that.
KERNEL void glassbox_quantize_rows(int8_t *output, float *scales, const float *matrix, ptrdiff_t rows,
                                   ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++) {
    const float *row = matrix + i * columns;
    int8_t *numbers = output + i * columns;
    float largest = 0;
    for (ptrdiff_t j = 0; j < columns; j++) largest = greater_of(largest, fabsf(row[j]));
    scales[i] = largest / 127;
    // The smallest numbers there are have no reciprocal: such a row is as good as zero.
    float factor = largest > 1e-37f && largest < INFINITY ? 127 / largest : 0;
    for (ptrdiff_t j = 0; j < columns; j++) numbers[j] = factor == 0 ? 0 : (int8_t)rintf(row[j] * factor);
    if (factor == 0 && largest <= 1e-37f) scales[i] = 0;
  }
}

KERNEL void glassbox_dequantize_rows(float *output, const int8_t *matrix, const float *scales, ptrdiff_t rows,
                                     ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++)
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[i * columns + j] = scales[i] * matrix[i * columns + j];
}

// y[i] = scale[i] * sum over j of q[i, j] x[j] + bias[i]
KERNEL void glassbox_quantized_matrix_vector(float *output, const int8_t *matrix, const float *scales,
                                             const float *vector, const float *bias, ptrdiff_t rows,
                                             ptrdiff_t columns) {
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    ANY_ORDER
    const int8_t *w0 = matrix + i * columns;
    const int8_t *w1 = w0 + columns;
    const int8_t *w2 = w1 + columns;
    const int8_t *w3 = w2 + columns;
    float y0 = 0, y1 = 0, y2 = 0, y3 = 0;
    for (ptrdiff_t j = 0; j < columns; j++) {
      y0 += (float)w0[j] * vector[j];
      y1 += (float)w1[j] * vector[j];
      y2 += (float)w2[j] * vector[j];
      y3 += (float)w3[j] * vector[j];
    }
    output[i] = scales[i] * y0 + (bias ? bias[i] : 0);
    output[i + 1] = scales[i + 1] * y1 + (bias ? bias[i + 1] : 0);
    output[i + 2] = scales[i + 2] * y2 + (bias ? bias[i + 2] : 0);
    output[i + 3] = scales[i + 3] * y3 + (bias ? bias[i + 3] : 0);
  }
  for (; i < rows; i++) {
    ANY_ORDER
    float y = 0;
    for (ptrdiff_t j = 0; j < columns; j++) y += (float)matrix[i * columns + j] * vector[j];
    output[i] = scales[i] * y + (bias ? bias[i] : 0);
  }
}
