#include "Logarithm.h"
#include "Sums.h"
#include "include/CKernels.h"

/// The loss of one row of scores. With p = softmax(x), the target t, smoothing s, weights w and C columns:
///
///   loss = -(1 - s) w[t] log p[t] - s / C · sum over c of w[c] log p[c]
///
/// Its derivative by x[c] is ((1 - s) w[t] + s / C · sum of w) p[c] - s / C · w[c] - (1 - s) w[t] [c = t]. Without
/// weights every w is 1.
INLINE float row_loss(float *gradient, const float *x, ptrdiff_t target, ptrdiff_t columns, float smoothing,
                      const float *weights) {
  float peak = peak_of(x, columns);
  float sum = gradient ? 0 : sum_of_exponentials(x, 1, peak, columns);
  float target_weight = (1.0f - smoothing) * (weights ? weights[target] : 1.0f);
  float share = smoothing / (float)columns;

  float log_likelihood = x[target] - peak;
  float smoothed = 0;
  float total_weight = target_weight;
  if (smoothing != 0) {
    // The sum of w (x - max x), whose logarithm of the sum is taken off below.
    float weight = weights ? sum_of(weights, columns) : (float)columns;
    float score = weights ? dot_of(weights, x, columns) : sum_of(x, columns);
    smoothed = share * (score - weight * peak);
    total_weight += share * weight;
  }
  if (gradient) sum = write_exponentials(gradient, x, 1, peak, columns);
  float loss = total_weight * logarithm(sum) - target_weight * log_likelihood - smoothed;
  if (!gradient) return loss;

  float factor = total_weight / sum;
  if (smoothing == 0) {
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) gradient[j] *= factor;
  } else if (weights) {
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) gradient[j] = factor * gradient[j] - share * weights[j];
  } else {
    EACH_WIDE for (ptrdiff_t j = 0; j < columns; j++) gradient[j] = factor * gradient[j] - share;
  }
  gradient[target] -= target_weight;
  return loss;
}

KERNEL void glassbox_cross_entropy(float *losses, float *gradient, const float *logits, const ptrdiff_t *targets,
                                   ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t ignored_target, float smoothing,
                                   const float *weights) {
  for (ptrdiff_t i = 0; i < rows; i++) {
    float *row_gradient = gradient ? gradient + i * columns : NULL;
    if (targets[i] == ignored_target) {
      losses[i] = 0;
      if (row_gradient) memset(row_gradient, 0, (size_t)columns * sizeof(float));
    } else {
      losses[i] = row_loss(row_gradient, logits + i * columns, targets[i], columns, smoothing, weights);
    }
  }
}
