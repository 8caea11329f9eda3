#include "Kernel.h"
#include "Sums.h"
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

/// The sums of so many rows times a vector. Each row has its own sums, one for each lane: left to itself, the compiler
/// waits for one number after the other to be widened. Rows are too short for the processor to notice that they follow
/// each other in memory; it is told which numbers the next rows will need.
INLINE void rows_times_vector(float *output, const int8_t *matrix, const float *vector, ptrdiff_t rows, ptrdiff_t columns) {
  enum { lanes = 32, most = 4 };
  float sums[most][lanes];
  memset(sums, 0, sizeof sums);
  ptrdiff_t j = 0;
  for (; j + lanes <= columns; j += lanes)
    for (ptrdiff_t r = 0; r < rows; r++) {
      const int8_t *row = matrix + r * columns + j;
      FETCH_SOON(row + rows * columns);
      for (int k = 0; k < lanes; k++) sums[r][k] += (float)row[k] * vector[j + k];
    }
  for (ptrdiff_t r = 0; r < rows; r++) {
    for (ptrdiff_t rest = j; rest < columns; rest++) sums[r][rest - j] += (float)matrix[r * columns + rest] * vector[rest];
    output[r] = sum_of(sums[r], lanes);
  }
}

// y[i] = scale[i] * sum over j of q[i, j] x[j] + bias[i]
KERNEL void glassbox_quantized_matrix_vector(float *output, const int8_t *matrix, const float *scales,
                                             const float *vector, const float *bias, ptrdiff_t rows,
                                             ptrdiff_t columns) {
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4) rows_times_vector(output + i, matrix + i * columns, vector, 4, columns);
  for (; i < rows; i++) rows_times_vector(output + i, matrix + i * columns, vector, 1, columns);
  for (i = 0; i < rows; i++) output[i] = scales[i] * output[i] + (bias ? bias[i] : 0);
}
