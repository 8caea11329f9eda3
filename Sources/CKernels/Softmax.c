#include "Logarithm.h"
#include "Sums.h"
#include "include/CKernels.h"

// softmax(x) = exp(x - max x) / sum of exp(x - max x). The greatest number is taken off so that nothing overflows.

KERNEL void glassbox_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, input += columns) {
    float factor = 1.0f / write_exponentials(output, input, 1, maximum_of(input, columns), columns);
    EACH for (ptrdiff_t j = 0; j < columns; j++) output[j] *= factor;
  }
}

// dx = y (dy - sum of y dy)
KERNEL void glassbox_softmax_backward(float *output, const float *probabilities, const float *upstream, ptrdiff_t rows,
                                      ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, probabilities += columns, upstream += columns) {
    float mean = dot_of(probabilities, upstream, columns);
    EACH for (ptrdiff_t j = 0; j < columns; j++) output[j] = probabilities[j] * (upstream[j] - mean);
  }
}

// log softmax(x) = x - max x - log(sum of exp(x - max x))
KERNEL void glassbox_log_softmax(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, input += columns) {
    float maximum = maximum_of(input, columns);
    float rest = logarithm(sum_of_exponentials(input, 1, maximum, columns));
    EACH for (ptrdiff_t j = 0; j < columns; j++) output[j] = (input[j] - maximum) - rest;
  }
}

// dx = dy - softmax(x) sum of dy
KERNEL void glassbox_log_softmax_backward(float *output, const float *log_probabilities, const float *upstream,
                                          ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, log_probabilities += columns, upstream += columns) {
    float sum = sum_of(upstream, columns);
    EACH for (ptrdiff_t j = 0; j < columns; j++) {
      output[j] = upstream[j] - exponential_for_weights(log_probabilities[j]) * sum;
    }
  }
}

KERNEL void glassbox_masked_softmax(float *scores, const ptrdiff_t *visible, float scale, ptrdiff_t rows,
                                    ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, scores += columns) {
    ptrdiff_t count = visible[i];
    // A negative scale turns the order around: the smallest score becomes the greatest.
    float greatest = scale * (scale < 0 ? minimum_of(scores, count) : maximum_of(scores, count));
    float factor = 1.0f / write_exponentials(scores, scores, scale, greatest, count);
    EACH for (ptrdiff_t j = 0; j < count; j++) scores[j] *= factor;
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
    EACH for (ptrdiff_t j = 0; j < count; j++) output[j] = scale * (probabilities[j] * (upstream[j] - mean));
    for (ptrdiff_t j = count; j < columns; j++) output[j] = 0;
  }
}
