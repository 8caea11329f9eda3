#pragma once
#include "Exponential.h"

/// erf(x) = 2 / sqrt(pi) times the integral of exp(-t²) from 0 to x.
///
/// Method (W. J. Cody, Rational Chebyshev approximations for the error function, 1969, with polynomials in place of
/// fractions): near 0, x + x P(x²); further out, 1 - exp(-t - t Q(t)) with t = |x|. P and Q are minimax fits.
INLINE float error_function(float x) {
  float t = at_most(4.0f, fabsf(x));
  float s = t * t;

  float near = -5.96425496e-4f;
  near = near * s + 4.98800445e-3f;
  near = near * s - 2.67631244e-2f;
  near = near * s + 1.12817213e-1f;
  near = near * s - 3.76124859e-1f;
  near = near * s + 1.28379151e-1f;
  near = near * t + t;

  float far = 1.1525739e-05f;
  far = far * t - 3.2575347e-04f;
  far = far * t + 3.65446345e-03f;
  far = far * t - 2.3787478e-02f;
  far = far * t + 1.06266417e-01f;
  far = far * t + 6.35133445e-01f;
  far = far * t + 1.286529e-01f;
  far = 1.0f - exponential_for_weights(-(far * t + t));

  return copysignf(t > 0.9277f ? far : near, x);
}

/// The share of a normal distribution that lies above t >= 0: erfc(t / sqrt(2)) / 2.
///
/// As a power of two, 2^(-1 + t G(t)), where G is a minimax fit on [0, 6] that keeps the result within 1e-7, and its tail
/// within a part in a thousand, where 1 + erf(x) has lost all digits. Beyond 6 it goes to 0 like the true one.
INLINE float normal_tail(float t) {
  float g = -8.46019475e-07f;
  g = g * t + 1.49126618e-05f;
  g = g * t - 6.9297319e-05f;
  g = g * t - 4.13190137e-04f;
  g = g * t + 7.40483869e-03f;
  g = g * t - 5.27103171e-02f;
  g = g * t - 4.5914793e-01f;
  g = g * t - 1.15111065f;
  return power_of_two_for_weights(g * t - 1.0f);
}

/// The share of a normal distribution that lies below x: (1 + erf(x / sqrt(2))) / 2.
INLINE float normal_share(float x) {
  float tail = normal_tail(fabsf(x));
  return x > 0 ? 1.0f - tail : tail;
}

/// x times the share of a normal distribution below x (D. Hendrycks and K. Gimpel, 2016, section 2).
INLINE float gelu(float x) { return x * normal_share(x); }

/// The derivative of gelu: the share below x, plus x times the density at x.
INLINE float gelu_derivative(float x) {
  float density = 0.398942280f * exponential_for_weights(-0.5f * x * x);
  return normal_share(x) + x * density;
}

// gelu's approximation by tanh, 0.5 x (1 + tanh u) with u = sqrt(2 / pi) (x + 0.044715 x³), is x times the logistic
// function of 2u.

INLINE float gelu_tanh(float x) { return x * logistic(1.59576912f * (x + 0.044715f * x * x * x)); }

INLINE float gelu_tanh_derivative(float x) {
  float y = logistic(1.59576912f * (x + 0.044715f * x * x * x));
  float slope = 1.59576912f * (1.0f + 0.134145f * x * x);
  return y + x * (y * (1.0f - y)) * slope;
}
