#include "Kernel.h"
#include "include/CKernels.h"

/// A kernel that computes `expression` of each pair of numbers a and b. A step is the distance between two numbers of an
/// operand: 1 for neighbours, 0 for one number that meets all of the other side. These cases have loops of their own, in
/// which the compiler sees that the numbers lie side by side.
#define BINARY(name, Result, expression)                                                                  \
  INLINE Result name##_pair(float a, float b) { return expression; }                                        \
  KERNEL void glassbox_##name(Result *output, const float *left, ptrdiff_t left_step, const float *right, \
                              ptrdiff_t right_step, ptrdiff_t count) {                                    \
    if (count <= 0) return;                                                                               \
    if (left_step == 1 && right_step == 1) {                                                              \
      EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = name##_pair(left[i], right[i]);                \
    } else if (left_step == 1 && right_step == 0) {                                                       \
      float b = *right;                                                                                   \
      EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = name##_pair(left[i], b);                       \
    } else if (left_step == 0 && right_step == 1) {                                                       \
      float a = *left;                                                                                    \
      EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = name##_pair(a, right[i]);                      \
    } else {                                                                                              \
      for (ptrdiff_t i = 0; i < count; i++) output[i] = name##_pair(left[i * left_step], right[i * right_step]); \
    }                                                                                                     \
  }

BINARY(add, float, a + b)
BINARY(subtract, float, a - b)
BINARY(multiply, float, a * b)
BINARY(divide, float, a / b)
BINARY(maximum, float, greater_of(a, b))
BINARY(minimum, float, smaller_of(a, b))

BINARY(equal, uint8_t, a == b)
BINARY(not_equal, uint8_t, a != b)
BINARY(less, uint8_t, a < b)
BINARY(less_or_equal, uint8_t, a <= b)
BINARY(greater, uint8_t, a > b)
BINARY(greater_or_equal, uint8_t, a >= b)

KERNEL void glassbox_select(float *output, const uint8_t *mask, ptrdiff_t mask_step, const float *left,
                            ptrdiff_t left_step, const float *right, ptrdiff_t right_step, ptrdiff_t count) {
  if (count <= 0) return;
  // Both sides are read, whatever the mask says: reading one or the other would need a jump.
  if (mask_step == 1 && left_step == 1 && right_step == 1) {
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      float a = left[i];
      float b = right[i];
      output[i] = mask[i] ? a : b;
    }
  } else if (mask_step == 1 && left_step == 1 && right_step == 0) {
    float b = *right;
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      float a = left[i];
      output[i] = mask[i] ? a : b;
    }
  } else if (mask_step == 1 && left_step == 0 && right_step == 1) {
    float a = *left;
    EACH for (ptrdiff_t i = 0; i < count; i++) {
      float b = right[i];
      output[i] = mask[i] ? a : b;
    }
  } else {
    for (ptrdiff_t i = 0; i < count; i++)
      output[i] = mask[i * mask_step] ? left[i * left_step] : right[i * right_step];
  }
}
