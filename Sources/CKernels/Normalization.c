#include "Sums.h"
#include "include/CKernels.h"

// y = (x - mean) / sqrt(variance + epsilon) · gamma + beta, row by row (J. L. Ba, J. R. Kiros and G. E. Hinton, Layer
// Normalization, 2016). The variance is the mean square of x - mean, in a second pass that loses no digits.
KERNEL void glassbox_layer_norm(float *output, float *means, float *inverse_deviations, const float *input,
                                const float *gamma, const float *beta, float epsilon, ptrdiff_t rows,
                                ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, input += columns) {
    float mean = sum_of(input, columns) / (float)columns;
    float variance = squared_distance_of(input, mean, columns) / (float)columns;
    float inverse = 1.0f / sqrtf(variance + epsilon);
    means[i] = mean;
    inverse_deviations[i] = inverse;
    if (gamma && beta) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = (input[j] - mean) * inverse * gamma[j] + beta[j];
    } else if (gamma) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = (input[j] - mean) * inverse * gamma[j];
    } else if (beta) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = (input[j] - mean) * inverse + beta[j];
    } else {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = (input[j] - mean) * inverse;
    }
  }
}

// With n = (x - mean) / deviation and d = dy gamma:
//   dx = (d - mean of d - n · mean of (d n)) / deviation,   dgamma = sum over the rows of dy n,   dbeta = sum of dy
KERNEL void glassbox_layer_norm_backward(float *output, float *gamma_gradient, float *beta_gradient,
                                         const float *upstream, const float *input, const float *means,
                                         const float *inverse_deviations, const float *gamma, ptrdiff_t rows,
                                         ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, upstream += columns, input += columns) {
    ANY_ORDER
    float mean = means[i];
    float inverse = inverse_deviations[i];
    float sum = 0;
    float product = 0;
    if (gamma) {
      for (ptrdiff_t j = 0; j < columns; j++) {
        float d = upstream[j] * gamma[j];
        sum += d;
        product += d * (input[j] - mean);
      }
    } else {
      for (ptrdiff_t j = 0; j < columns; j++) {
        sum += upstream[j];
        product += upstream[j] * (input[j] - mean);
      }
    }
    if (gamma_gradient) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) gamma_gradient[j] += upstream[j] * ((input[j] - mean) * inverse);
    }
    if (beta_gradient) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) beta_gradient[j] += upstream[j];
    }
    float shift = inverse * sum / (float)columns;
    float slope = inverse * inverse * inverse * product / (float)columns;
    if (gamma) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) {
        output[j] = upstream[j] * gamma[j] * inverse - (shift + (input[j] - mean) * slope);
      }
    } else {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) {
        output[j] = upstream[j] * inverse - (shift + (input[j] - mean) * slope);
      }
    }
  }
}

// y = x / sqrt(mean of x² + epsilon) · gamma (B. Zhang and R. Sennrich, Root Mean Square Layer Normalization, 2019).
KERNEL void glassbox_rms_norm(float *output, float *inverse_roots, const float *input, const float *gamma,
                              float epsilon, ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, input += columns) {
    float inverse = 1.0f / sqrtf(dot_of(input, input, columns) / (float)columns + epsilon);
    inverse_roots[i] = inverse;
    if (gamma) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = input[j] * inverse * gamma[j];
    } else {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = input[j] * inverse;
    }
  }
}

// With r = 1 / sqrt(mean of x² + epsilon) and d = dy gamma:
//   dx = r (d - x r² · mean of (d x)),   dgamma = sum over the rows of dy x r
KERNEL void glassbox_rms_norm_backward(float *output, float *gamma_gradient, const float *upstream,
                                       const float *input, const float *inverse_roots, const float *gamma,
                                       ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t i = 0; i < rows; i++, output += columns, upstream += columns, input += columns) {
    ANY_ORDER
    float inverse = inverse_roots[i];
    float product = 0;
    if (gamma) {
      for (ptrdiff_t j = 0; j < columns; j++) product += upstream[j] * gamma[j] * input[j];
    } else {
      for (ptrdiff_t j = 0; j < columns; j++) product += upstream[j] * input[j];
    }
    if (gamma_gradient) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) gamma_gradient[j] += upstream[j] * (input[j] * inverse);
    }
    float slope = inverse * inverse * product / (float)columns;
    if (gamma) {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) {
        output[j] = inverse * (upstream[j] * gamma[j] - input[j] * slope);
      }
    } else {
      EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) output[j] = inverse * (upstream[j] - input[j] * slope);
    }
  }
}
