#pragma once
#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// A function that is compiled once for each generation of processors. The loader picks the best one that the machine
/// can run, when the library is loaded. On arm64 every processor has the same vectors, and one version is enough.
/// Under the thread sanitizer there is one version, as that cannot watch code that runs before the program does.
#if defined(__x86_64__) && !__has_feature(thread_sanitizer)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

/// A helper that becomes part of each version of the kernel that uses it.
#define INLINE static inline __attribute__((always_inline))

/// The turns of the loop that follows do not depend on each other: no turn reads what another one writes. An output may
/// be an input, element for element. Without this promise the compiler checks for overlap and takes the slow way.
///
/// This one is for short bodies, which wait for the memory: half of the widest vectors keeps it busier than all of them.
#define EACH _Pragma("clang loop vectorize(assume_safety) vectorize_width(8)")

/// The same for long bodies, which keep the processor busy: vectors as wide as it has.
#define EACH_WIDE _Pragma("clang loop vectorize(assume_safety)")

/// Lets the compiler add up in any order, so that the sums of a loop go into several lanes. Goes at the beginning of a
/// block. NaN and infinities keep their meaning.
#define ANY_ORDER _Pragma("clang fp reassociate(on)")

/// Lets the memory bring what will be read in a while. The address may lie behind the end: then nothing happens.
#define FETCH_SOON(address) __builtin_prefetch(address)

/// The bits of a number as an integer, and back.
INLINE int32_t bits_of(float x) {
  int32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

INLINE float from_bits(int32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/// The smaller and the greater of a number and a bound. NaN stays NaN.
INLINE float at_most(float bound, float x) { return bound < x ? bound : x; }
INLINE float at_least(float bound, float x) { return bound > x ? bound : x; }

/// The greater and the smaller of two numbers; NaN if one of them is NaN.
INLINE float greater_of(float a, float b) { return a > b || a != a ? a : b; }
INLINE float smaller_of(float a, float b) { return a < b || a != a ? a : b; }
