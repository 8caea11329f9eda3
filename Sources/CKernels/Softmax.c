#include "Logarithm.h"
#include "Sums.h"
#include "include/CKernels.h"

// softmax(x) = exp(x - max x) / sum of exp(x - max x). The greatest number is taken off so that nothing overflows.

KERNEL void glassbox_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, input += columns) {
    float factor = 1.0f / write_exponentials(output, input, 1, peak_of(input, columns), columns);
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] *= factor;
  }
}

// dx = y (dy - sum of y dy)
KERNEL void glassbox_softmax_backward(float *output, const float *probabilities, const float *upstream, ptrdiff_t rows,
                                      ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, probabilities += columns, upstream += columns) {
    float mean = dot_of(probabilities, upstream, columns);
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = probabilities[j] * (upstream[j] - mean);
  }
}

// log softmax(x) = x - max x - log(sum of exp(x - max x)). A few rows at a time, so that their logarithms fill a vector.
KERNEL void glassbox_log_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns) {
  enum { height = 16 };
  for (ptrdiff_t top = 0; top < rows; top += height) {
    ptrdiff_t count = rows - top < height ? rows - top : height;
    float peaks[height];
    float sums[height] = {0};
    for (ptrdiff_t i = 0; i < count; i++) {
      const float *row = input + (top + i) * columns;
      peaks[i] = peak_of(row, columns);
      sums[i] = sum_of_exponentials(row, 1, peaks[i], columns);
    }
    for (int i = 0; i < height; i++) sums[i] = logarithm(sums[i]);
    for (ptrdiff_t i = 0; i < count; i++) {
      const float *row = input + (top + i) * columns;
      float *result = output + (top + i) * columns;
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) result[j] = (row[j] - peaks[i]) - sums[i];
    }
  }
}

// dx = dy - softmax(x) sum of dy
KERNEL void glassbox_log_softmax_backward(float *output, const float *log_probabilities, const float *upstream,
                                          ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, log_probabilities += columns, upstream += columns) {
    float sum = sum_of(upstream, columns);
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) {
      output[j] = upstream[j] - exponential_for_weights(log_probabilities[j]) * sum;
    }
  }
}

KERNEL void glassbox_masked_softmax(float *scores, const ptrdiff_t *visible, float scale, ptrdiff_t rows,
                                    ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, scores += columns) {
    ptrdiff_t count = visible[i];
    // A negative scale turns the order around: the smallest score becomes the greatest.
    float greatest = scale < 0 ? minimum_of(scores, count) : peak_of(scores, count);
    float factor = 1.0f / write_exponentials(scores, scores, scale, greatest, count);
    EACH_WIDE for (ptrdiff_t j = 0; j < count; j++) scores[j] *= factor;
    for (ptrdiff_t j = count; j < columns; j++) scores[j] = 0;
  }
}

// ds = scale p (dp - sum of p dp)
KERNEL void glassbox_masked_softmax_backward(float *output, const float *probabilities, const float *upstream,
                                             const ptrdiff_t *visible, float scale, ptrdiff_t rows,
                                             ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, probabilities += columns, upstream += columns) {
    ptrdiff_t count = visible[i];
    float mean = dot_of(probabilities, upstream, count);
    EACH_WIDE for (ptrdiff_t j = 0; j < count; j++) output[j] = scale * (probabilities[j] * (upstream[j] - mean));
    for (ptrdiff_t j = count; j < columns; j++) output[j] = 0;
  }
}
