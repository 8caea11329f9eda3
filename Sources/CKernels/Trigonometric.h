#pragma once
#include "Kernel.h"

/// sin(x + quarters * pi / 2) for |x| <= 2^20.
///
/// Method (Cody and Waite, chapter 8): x = n pi / 2 + r with |r| <= pi / 4. The reduction is done in double precision,
/// with pi / 2 in two parts, as r may be tiny. The last two bits of n say which of sin r, cos r, -sin r, -cos r it is.
INLINE float sine_from(float x, int32_t quarters) {
  const double rounder = 6755399441055744.0;  // 1.5 * 2^52: the sum has no room for a fraction
  double n = ((double)x * 0.63661977236758134) + rounder - rounder;
  double reduced = (double)x - n * 1.57079632673412561417;
  float r = (float)(reduced - n * 6.07710050650619224932e-11);
  int32_t quarter = (int32_t)n + quarters;

  float s = r * r;
  float sine = -1.95152825e-04f;
  sine = sine * s + 8.3321603e-03f;
  sine = sine * s - 1.66666552e-01f;
  sine = sine * (s * r) + r;
  float cosine = 2.44331568e-05f;
  cosine = cosine * s - 1.38873165e-03f;
  cosine = cosine * s + 4.16666456e-02f;
  cosine = cosine * (s * s) - 0.5f * s + 1.0f;

  float y = quarter & 1 ? cosine : sine;
  return quarter & 2 ? -y : y;
}
