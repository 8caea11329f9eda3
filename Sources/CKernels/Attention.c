#include "Exponential.h"
#include "include/CKernels.h"

// Where few keys are looked at, all of one head fits into the processor's first cache, and a product of matrices is over
// before a library has looked at its sizes. Sixteen queries are taken side by side, one in each lane of a vector: what
// softmax does along the keys is then done for all of them at once, without a sum across lanes.

enum { width = 16 };

/// As many numbers as the widest vectors hold; narrower processors take several steps. They may lie anywhere.
typedef float lanes __attribute__((vector_size(64), aligned(4)));

/// The scores `[height, 16]` of `height` keys for 16 queries `[size, 16]`.
INLINE void score_some(float *scores, const float *queries, const float *key, ptrdiff_t stride, ptrdiff_t size,
                       int height) {
  lanes sums[8];
  for (int i = 0; i < height; i++) sums[i] = (lanes){0};
  for (ptrdiff_t k = 0; k < size; k++) {
    lanes numbers = *(const lanes *)(queries + k * width);
    for (int i = 0; i < height; i++) sums[i] += key[i * stride + k] * numbers;
  }
  for (int i = 0; i < height; i++) *(lanes *)(scores + i * width) = sums[i];
}

/// The scores `[keys, 16]` of all keys, in pieces of known heights: the compiler keeps their sums in registers.
INLINE void score(float *scores, const float *queries, glassbox_rows key, ptrdiff_t keys, ptrdiff_t size) {
  while (keys > 0) {
    int height = keys >= 8 ? 8 : keys >= 4 ? 4 : keys >= 2 ? 2 : 1;
    switch (height) {
      case 8: score_some(scores, queries, key.start, key.stride, size, 8); break;
      case 4: score_some(scores, queries, key.start, key.stride, size, 4); break;
      case 2: score_some(scores, queries, key.start, key.stride, size, 2); break;
      default: score_some(scores, queries, key.start, key.stride, size, 1);
    }
    keys -= height;
    scores += height * width;
    key.start += height * key.stride;
  }
}

/// Writes exp(scale * (score - greatest score)) over the scores `[keys, 16]`, and one by the sums to the factors.
INLINE void turn_into_weights(float *scores, float *factors, ptrdiff_t keys, float scale) {
  float greatest[width], sums[width] = {0};
  // A negative scale turns the order around: the smallest score becomes the greatest.
  float sign = scale < 0 ? -1.0f : 1.0f;
  for (int i = 0; i < width; i++) greatest[i] = -INFINITY;
  for (ptrdiff_t k = 0; k < keys; k++)
    for (int i = 0; i < width; i++) greatest[i] = at_least(sign * scores[k * width + i], greatest[i]);
  for (int i = 0; i < width; i++) greatest[i] *= sign;
  for (ptrdiff_t k = 0; k < keys; k++) {
    float *row = scores + k * width;
    for (int i = 0; i < width; i++) {
      row[i] = exponential_for_weights(scale * (row[i] - greatest[i]));
      sums[i] += row[i];
    }
  }
  for (int i = 0; i < width; i++) factors[i] = 1.0f / sums[i];
}

/// `height` rows of the result from the weights `[keys, 16]`, of which the first column belongs to the first row.
INLINE void mix_some(float *output, ptrdiff_t output_stride, const float *weights, const float *factors,
                     glassbox_rows value, ptrdiff_t keys, ptrdiff_t size, int height) {
  for (ptrdiff_t j = 0; j < size; j += width) {
    lanes sums[8];
    for (int i = 0; i < height; i++) sums[i] = (lanes){0};
    for (ptrdiff_t k = 0; k < keys; k++) {
      lanes numbers = *(const lanes *)(value.start + k * value.stride + j);
      for (int i = 0; i < height; i++) sums[i] += weights[k * width + i] * numbers;
    }
    for (int i = 0; i < height; i++) *(lanes *)(output + i * output_stride + j) = sums[i] * factors[i];
  }
}

INLINE void mix(float *output, ptrdiff_t stride, const float *weights, const float *factors, glassbox_rows value,
                ptrdiff_t rows, ptrdiff_t keys, ptrdiff_t size) {
  while (rows > 0) {
    int height = rows >= 8 ? 8 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
    switch (height) {
      case 8: mix_some(output, stride, weights, factors, value, keys, size, 8); break;
      case 4: mix_some(output, stride, weights, factors, value, keys, size, 4); break;
      case 2: mix_some(output, stride, weights, factors, value, keys, size, 2); break;
      default: mix_some(output, stride, weights, factors, value, keys, size, 1);
    }
    rows -= height;
    output += height * stride;
    weights += height;
    factors += height;
  }
}

KERNEL void glassbox_attend(float *output, ptrdiff_t output_stride, glassbox_rows query, glassbox_rows key,
                            glassbox_rows value, ptrdiff_t rows, ptrdiff_t keys, ptrdiff_t size, float scale) {
  float queries[glassbox_attention_size * width], weights[glassbox_attention_keys * width], factors[width];
  while (rows > 0) {
    ptrdiff_t count = rows < width ? rows : width;
    for (ptrdiff_t k = 0; k < size; k++) {
      for (ptrdiff_t i = 0; i < count; i++) queries[k * width + i] = query.start[i * query.stride + k];
      for (ptrdiff_t i = count; i < width; i++) queries[k * width + i] = 0;
    }
    score(weights, queries, key, keys, size);
    turn_into_weights(weights, factors, keys, scale);
    mix(output, output_stride, weights, factors, value, count, keys, size);
    rows -= count;
    query.start += count * query.stride;
    output += count * output_stride;
  }
}
