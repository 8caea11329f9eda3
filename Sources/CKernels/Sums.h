#pragma once
#include "Exponential.h"

// Sums and the like of numbers side by side, for the kernels that need them in passing. The order of adding is free, so
// that a sum has as many lanes as the processor likes.

INLINE float sum_of(const float *x, ptrdiff_t count) {
  ANY_ORDER
  float sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += x[i];
  return sum;
}

INLINE float dot_of(const float *x, const float *y, ptrdiff_t count) {
  ANY_ORDER
  float sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += x[i] * y[i];
  return sum;
}

/// The sum of (x - center)².
INLINE float squared_distance_of(const float *x, float center, ptrdiff_t count) {
  ANY_ORDER
  float sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += (x[i] - center) * (x[i] - center);
  return sum;
}

/// The greatest number, where NaN may count or not; -infinity of none. For sums of exponentials, which have NaN anyhow.
INLINE float peak_of(const float *x, ptrdiff_t count) {
  enum { lanes = 32 };
  float peaks[lanes];
  float peak = -INFINITY;
  ptrdiff_t i = 0;
  if (count >= lanes) {
    for (int k = 0; k < lanes; k++) peaks[k] = x[k];
    for (i = lanes; i + lanes <= count; i += lanes)
      for (int k = 0; k < lanes; k++) peaks[k] = at_least(x[i + k], peaks[k]);
    // The last numbers may be looked at twice.
    for (int k = 0; k < lanes; k++) peaks[k] = at_least(x[count - lanes + k], peaks[k]);
    for (int width = lanes / 2; width > 0; width /= 2)
      for (int k = 0; k < width; k++) peaks[k] = at_least(peaks[k + width], peaks[k]);
    return peaks[0];
  }
  for (; i < count; i++) peak = at_least(x[i], peak);
  return peak;
}

/// The greatest number, or NaN if there is one; -infinity of none.
INLINE float maximum_of(const float *x, ptrdiff_t count) {
  enum { lanes = 128 };
  float maximum = -INFINITY;
  ptrdiff_t i = 0;
  if (count >= lanes) {
    // One maximum waits for the one before; eight vectors of them do not wait for each other.
    float found[lanes];
    for (int k = 0; k < lanes; k++) found[k] = x[k];
    for (i = lanes; i + lanes <= count; i += lanes)
      for (int k = 0; k < lanes; k++) found[k] = __builtin_elementwise_maximum(found[k], x[i + k]);
    for (int k = 0; k < lanes; k++) maximum = __builtin_elementwise_maximum(maximum, found[k]);
  }
  for (; i < count; i++) maximum = __builtin_elementwise_maximum(maximum, x[i]);
  return maximum;
}

/// The smallest number, or NaN if there is one; infinity of none.
INLINE float minimum_of(const float *x, ptrdiff_t count) {
  enum { lanes = 128 };
  float minimum = INFINITY;
  ptrdiff_t i = 0;
  if (count >= lanes) {
    // One minimum waits for the one before; eight vectors of them do not wait for each other.
    float found[lanes];
    for (int k = 0; k < lanes; k++) found[k] = x[k];
    for (i = lanes; i + lanes <= count; i += lanes)
      for (int k = 0; k < lanes; k++) found[k] = __builtin_elementwise_minimum(found[k], x[i + k]);
    for (int k = 0; k < lanes; k++) minimum = __builtin_elementwise_minimum(minimum, found[k]);
  }
  for (; i < count; i++) minimum = __builtin_elementwise_minimum(minimum, x[i]);
  return minimum;
}

/// The sum of exp(scale * (x - center)). The difference comes first: of large scores that are scaled first, the rounding
/// alone could be larger than any exponent.
INLINE float sum_of_exponentials(const float *x, float scale, float center, ptrdiff_t count) {
  ANY_ORDER
  float sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += exponential_for_weights(scale * (x[i] - center));
  return sum;
}

/// Writes exp(scale * (x - center)) and returns the sum.
INLINE float write_exponentials(float *output, const float *x, float scale, float center, ptrdiff_t count) {
  ANY_ORDER
  float sum = 0;
  EACH_WIDE for (ptrdiff_t i = 0; i < count; i++) {
    float weight = exponential_for_weights(scale * (x[i] - center));
    output[i] = weight;
    sum += weight;
  }
  return sum;
}
