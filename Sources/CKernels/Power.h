#pragma once
#include "Kernel.h"

INLINE int64_t bits_of_double(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

INLINE double double_from_bits(int64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/// The logarithm to base 2 of a positive, finite float, with a relative error below 2e-10.
///
/// x = 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2); log2(1 + f) = f P(f), with a minimax fit P.
INLINE double binary_logarithm(double x) {
  int64_t bits = bits_of_double(x);
  int64_t n = (bits - bits_of_double(0.70710678118654752)) >> 52;
  double f = double_from_bits(bits - (int64_t)((uint64_t)n << 52)) - 1.0;
  double p = -0.0863446230694;
  p = p * f + 0.154856507638;
  p = p * f - 0.156982385283;
  p = p * f + 0.15900171516;
  p = p * f - 0.179046961741;
  p = p * f + 0.206096239062;
  p = p * f - 0.240504172829;
  p = p * f + 0.288540644178;
  p = p * f - 0.36067280059;
  p = p * f + 0.48089832072;
  p = p * f - 0.721347525213;
  p = p * f + 1.44269504094;
  return p * f + (double)(int32_t)n;
}

/// 2^x for |x| <= 1000, with a relative error below 2e-9: 2^n times a minimax fit of 2^r, |r| <= 1/2.
INLINE double binary_exponential(double x) {
  const double rounder = 6755399441055744.0;  // 1.5 * 2^52: the sum has no room for a fraction
  double shifted = x + rounder;
  double r = x - (shifted - rounder);
  double p = 0.000153458121604;
  p = p * r + 0.00133999312195;
  p = p * r + 0.00961848895649;
  p = p * r + 0.0555032877696;
  p = p * r + 0.240226468906;
  p = p * r + 0.693147205737;
  p = p * r + 1.00000000055;
  return p * double_from_bits((int64_t)(((uint64_t)bits_of_double(shifted) + 1023) << 52));
}

/// x to the power of y for a positive, finite x and a finite y, as 2^(y log2 x) in doubles: y times the logarithm has
/// more digits before the point than a float could spare.
INLINE float power_of_positive(float x, float y) {
  double exponent = (double)y * binary_logarithm((double)x);
  exponent = exponent < -200 ? -200 : exponent;
  exponent = exponent > 200 ? 200 : exponent;
  return (float)binary_exponential(exponent);
}
