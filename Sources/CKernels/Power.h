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

/// The logarithm to base 2 of a positive, finite float, with a relative error below 1e-10.
///
/// x = 2^n m with m between sqrt(1/2) and sqrt(2); with s = (m - 1) / (m + 1), log m = 2 (s + s³/3 + s⁵/5 + …).
INLINE double binary_logarithm(double x) {
  int64_t bits = bits_of_double(x);
  int64_t n = (bits - bits_of_double(0.70710678118654752)) >> 52;
  double m = double_from_bits(bits - (int64_t)((uint64_t)n << 52));
  double s = (m - 1) / (m + 1);
  double square = s * s;
  double p = 1.0 / 11;
  p = p * square + 1.0 / 9;
  p = p * square + 1.0 / 7;
  p = p * square + 1.0 / 5;
  p = p * square + 1.0 / 3;
  p = p * square + 1.0;
  return p * s * 2.8853900817779268 + (double)(int32_t)n;
}

/// 2^x for |x| <= 1000, with a relative error below 1e-9: 2^n times the first terms of the series of exp(r log 2), |r| <=
/// 1/2.
INLINE double binary_exponential(double x) {
  const double rounder = 6755399441055744.0;
  double shifted = x + rounder;
  double r = (x - (shifted - rounder)) * 0.69314718055994531;
  double p = 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 1.0 / 2;
  p = p * r + 1.0;
  p = p * r + 1.0;
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
