#include "Kernel.h"
#include "include/CKernels.h"

// Numbers of 16 bits come as their bits. Rounding is to the nearest, halves to even.

KERNEL void glassbox_from_float16(float *output, const uint16_t *input, ptrdiff_t count) {
  const _Float16 *numbers = (const _Float16 *)input;
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = (float)numbers[i];
}

KERNEL void glassbox_to_float16(uint16_t *output, const float *input, ptrdiff_t count) {
  _Float16 *numbers = (_Float16 *)output;
  EACH for (ptrdiff_t i = 0; i < count; i++) numbers[i] = (_Float16)input[i];
}

// A bfloat16 is the upper half of a float.

KERNEL void glassbox_from_bfloat16(float *output, const uint16_t *input, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = from_bits((int32_t)((uint32_t)input[i] << 16));
}

KERNEL void glassbox_to_bfloat16(uint16_t *output, const float *input, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) {
    uint32_t bits = (uint32_t)bits_of(input[i]);
    uint32_t rounded = (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
    // Rounding could turn NaN into infinity, so one bit of what NaN carries is set and the rest cut off.
    output[i] = (uint16_t)(input[i] != input[i] ? bits >> 16 | 0x40 : rounded);
  }
}

KERNEL void glassbox_from_int8(float *output, const int8_t *input, float scale, ptrdiff_t count) {
  EACH for (ptrdiff_t i = 0; i < count; i++) output[i] = scale * (float)input[i];
}
