#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Other formats of numbers to floats and back.

void glassbox_from_float16(float *output, const uint16_t *input, ptrdiff_t count);
void glassbox_to_float16(uint16_t *output, const float *input, ptrdiff_t count);
void glassbox_from_bfloat16(float *output, const uint16_t *input, ptrdiff_t count);
void glassbox_to_bfloat16(uint16_t *output, const float *input, ptrdiff_t count);
void glassbox_from_int8(float *output, const int8_t *input, float scale, ptrdiff_t count);

#pragma clang assume_nonnull end
