#pragma once
#include "Kernel.h"

// The exponential function, and the functions that are made of it.
//
// Method (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, chapter 6): x = n ln 2 + r with
// a whole n and |r| <= ln 2 / 2. Then exp x = 2^n exp r, where a polynomial gives exp r and 2^n goes into the exponent's
// bits. ln 2 is cut in two parts, of which the first has few digits, so that n times it is exact.
// The polynomials here are minimax fits of their own (Lawson's reweighted least squares), rounded to floats.

/// x = n ln 2 + r.
typedef struct {
  int32_t n;
  float r;
} reduced_exponent;

INLINE reduced_exponent reduce_exponent(float x) {
  // Adding 1.5 * 2^23 leaves no room for a fraction: the sum is rounded to a whole number, which stands in its low bits.
  const float rounder = 12582912.0f;
  float shifted = x * 1.44269504f + rounder;
  float n = shifted - rounder;
  float r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  return (reduced_exponent){bits_of(shifted) - bits_of(rounder), r};
}

/// exp(r) - 1 for |r| <= ln 2 / 2, with a relative error below 2^-28 before rounding.
INLINE float exponential_minus_one_near_zero(float r) {
  float p = 0.00138146128f;
  p = p * r + 0.00836871006f;
  p = p * r + 0.041668389f;
  p = p * r + 0.166665211f;
  p = p * r + 0.49999994f;
  return p * (r * r) + r;
}

/// 2^n for -126 <= n <= 127, and 0 for n = -127.
INLINE float power_of_two(int32_t n) { return from_bits((int32_t)((uint32_t)(n + 127) << 23)); }

/// exp(x), everywhere: subnormal numbers, 0 and infinity included.
INLINE float exponential(float x) {
  // Beyond these bounds the result is infinity, or nearer to 0 than to the smallest number.
  reduced_exponent e = reduce_exponent(at_least(-105.0f, at_most(89.0f, x)));
  float p = exponential_minus_one_near_zero(e.r) + 1.0f;
  // In two steps, as 2^n itself may be no float.
  int32_t half = e.n >> 1;
  return p * power_of_two(half) * power_of_two(e.n - half);
}

/// exp(x) for x <= 88, where results far below the smallest normal number may be 0: a multiplication cheaper.
INLINE float exponential_for_weights(float x) {
  // At -88, n is -127, and the power of two is 0.
  reduced_exponent e = reduce_exponent(at_least(-88.0f, x));
  return (exponential_minus_one_near_zero(e.r) + 1.0f) * power_of_two(e.n);
}

/// 2^x for x <= 127, where results far below the smallest normal number may be 0. The relative error is up to 1e-7.
INLINE float power_of_two_for_weights(float x) {
  const float rounder = 12582912.0f;
  x = at_least(-127.0f, x);
  float shifted = x + rounder;
  float r = x - (shifted - rounder);
  float p = 0.00132647215f;
  p = p * r + 0.00967151299f;
  p = p * r + 0.0555073358f;
  p = p * r + 0.240222424f;
  p = p * r + 0.693147004f;
  p = p * r + 1.0f;
  return p * power_of_two(bits_of(shifted) - bits_of(rounder));
}

/// exp(x) - 1, which loses no digit near 0.
INLINE float exponential_minus_one(float x) {
  // Beyond these bounds the result is infinity, or nearer to -1 than to the next number.
  reduced_exponent e = reduce_exponent(at_least(-20.0f, at_most(89.0f, x)));
  // exp(x) - 1 = 2^n (exp(r) - 1) + (2^n - 1), with 2^n in two steps, as it may be no float.
  int32_t half = e.n >> 1;
  float first = power_of_two(half);
  float sum = exponential_minus_one_near_zero(e.r) * first + (first - power_of_two(half - e.n));
  return sum * power_of_two(e.n - half);
}

/// 1 / (1 + exp(-x)), by an exponential that does not grow.
INLINE float logistic(float x) {
  float z = exponential_for_weights(-fabsf(x));
  float y = (x < 0 ? z : 1.0f) / (1.0f + z);
  return y;
}

/// The derivative of x times the logistic function of x.
INLINE float silu_derivative(float x) {
  float y = logistic(x);
  return y + x * (y * (1.0f - y));
}

/// (exp(2x) - 1) / (exp(2x) + 1). Beyond 10 the result is 1.
INLINE float hyperbolic_tangent(float x) {
  reduced_exponent e = reduce_exponent(2.0f * at_most(10.0f, fabsf(x)));
  // exp(2x) - 1 = 2^n (exp(r) - 1) + (2^n - 1), which loses no digit near 0.
  float scale = power_of_two(e.n);
  float y = exponential_minus_one_near_zero(e.r) * scale + (scale - 1.0f);
  return copysignf(y / (y + 2.0f), x);
}
