#include "Logarithm.h"
#include "Sums.h"
#include "include/CKernels.h"

/// As many numbers are added in floats, in lanes; the sums of such blocks are added in doubles. No float has to take
/// more than a few hundred summands, and the loop runs at the speed of floats.
static const ptrdiff_t block = 4096;

#define BLOCKED_SUM(name, parameters, expression)                              \
  KERNEL double glassbox_##name parameters {                                   \
    double sum = 0;                                                            \
    for (ptrdiff_t start = 0; start < count; start += block) {                 \
      ptrdiff_t length = start + block < count ? block : count - start;        \
      sum += expression;                                                       \
    }                                                                          \
    return sum;                                                                \
  }

BLOCKED_SUM(sum, (const float *x, ptrdiff_t count), sum_of(x + start, length))
BLOCKED_SUM(sum_of_squares, (const float *x, ptrdiff_t count), dot_of(x + start, x + start, length))
BLOCKED_SUM(dot, (const float *x, const float *y, ptrdiff_t count), dot_of(x + start, y + start, length))

KERNEL float glassbox_max(const float *x, ptrdiff_t count) { return maximum_of(x, count); }
KERNEL float glassbox_min(const float *x, ptrdiff_t count) { return minimum_of(x, count); }

/// The place of the first number that equals `wanted`, or of the first NaN if it is NaN.
INLINE ptrdiff_t first_place(const float *x, ptrdiff_t count, float wanted) {
  const ptrdiff_t block = 256;
  for (ptrdiff_t start = 0; start < count; start += block) {
    ptrdiff_t end = start + block < count ? start + block : count;
    int32_t found = 0;
    for (ptrdiff_t i = start; i < end; i++) found |= (x[i] == wanted) | ((x[i] != x[i]) & (wanted != wanted));
    if (!found) continue;
    for (ptrdiff_t i = start; i < end; i++)
      if (x[i] == wanted || (x[i] != x[i] && wanted != wanted)) return i;
  }
  return -1;
}

KERNEL ptrdiff_t glassbox_argmax(const float *x, ptrdiff_t count) {
  return first_place(x, count, maximum_of(x, count));
}

KERNEL ptrdiff_t glassbox_argmin(const float *x, ptrdiff_t count) {
  return first_place(x, count, minimum_of(x, count));
}

KERNEL float glassbox_log_sum_exp(const float *x, ptrdiff_t count) {
  float maximum = maximum_of(x, count);
  // All numbers -infinity, or one of them infinity: the greatest one is the result.
  if (isinf(maximum)) return maximum;
  double sum = 0;
  for (ptrdiff_t start = 0; start < count; start += block)
    sum += sum_of_exponentials(x + start, 1, maximum, start + block < count ? block : count - start);
  return maximum + logarithm((float)sum);
}

KERNEL ptrdiff_t glassbox_count_non_finite(const float *x, ptrdiff_t count) {
  ptrdiff_t found = 0;
  for (ptrdiff_t start = 0; start < count; start += block) {
    ptrdiff_t end = start + block < count ? start + block : count;
    int32_t part = 0;
    for (ptrdiff_t i = start; i < end; i++) part += !(fabsf(x[i]) < INFINITY);
    found += part;
  }
  return found;
}

/// Adds the columns of up to `height` rows: four rows at a time, so that each sum is fetched and stored less often.
INLINE void add_rows(float *sums, const float *input, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t row_stride) {
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    const float *row = input + i * row_stride;
    EACH for (ptrdiff_t j = 0; j < columns; j++) {
      sums[j] += (row[j] + row[j + row_stride]) + (row[j + 2 * row_stride] + row[j + 3 * row_stride]);
    }
  }
  for (; i < rows; i++) {
    EACH for (ptrdiff_t j = 0; j < columns; j++) sums[j] += input[i * row_stride + j];
  }
}

KERNEL void glassbox_column_sums(float *output, const float *input, ptrdiff_t rows, ptrdiff_t columns,
                                 ptrdiff_t row_stride) {
  // A tile at a time. Its sums stay in the nearest cache, and as they begin at 0, they lose little to rounding.
  enum { height = 256, width = 512 };
  for (ptrdiff_t top = 0; top < rows; top += height) {
    ptrdiff_t count = rows - top < height ? rows - top : height;
    for (ptrdiff_t left = 0; left < columns; left += width) {
      ptrdiff_t length = columns - left < width ? columns - left : width;
      float sums[width] = {0};
      add_rows(sums, input + top * row_stride + left, count, length, row_stride);
      EACH for (ptrdiff_t j = 0; j < length; j++) output[left + j] += sums[j];
    }
  }
}
