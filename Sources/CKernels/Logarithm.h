#pragma once
#include "Kernel.h"

/// log(x): -infinity at 0, NaN below.
///
/// Method (Cody and Waite, chapter 5): x = 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). Then log x = n ln 2 +
/// log(1 + f), with log(1 + f) = f - f²/2 + f³ P(f). P is a minimax fit with a relative error below 2^-30.
INLINE float logarithm(float x) {
  // Subnormal numbers are made normal first.
  int is_tiny = x < FLT_MIN;
  int32_t bits = bits_of(is_tiny ? x * 8388608.0f : x);
  int32_t n = (bits - bits_of(0.707106781f)) >> 23;
  float f = from_bits(bits - (int32_t)((uint32_t)n << 23)) - 1.0f;
  float exponent = (float)(is_tiny ? n - 23 : n);

  float p = 0.0674664229f;
  p = p * f - 0.116756499f;
  p = p * f + 0.11888162f;
  p = p * f - 0.1240559f;
  p = p * f + 0.142195523f;
  p = p * f - 0.166679963f;
  p = p * f + 0.200021192f;
  p = p * f - 0.250000089f;
  p = p * f + 0.333333135f;
  float square = f * f;
  float y = p * (square * f) - exponent * 2.12194440e-4f;
  y = y - 0.5f * square;
  y = (f + y) + exponent * 0.693359375f;

  float special = x == 0 ? -INFINITY : x > 0 ? x : NAN;
  return x > 0 && x < INFINITY ? y : special;
}

/// log(1 + x), which loses no digit near 0: what rounding has taken from 1 + x is given back by the slope there.
INLINE float logarithm_of_one_plus(float x) {
  float sum = 1.0f + x;
  float lost = (x - (sum - 1.0f)) / sum;
  float y = logarithm(sum);
  return sum > 0 && sum < INFINITY ? y + lost : y;
}
