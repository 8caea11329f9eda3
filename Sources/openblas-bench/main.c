// Multiplies square matrices by OpenBLAS as any C program would, with OpenBLAS's own threads, and prints the time of one
// product as JSON:
//
//     openblas-bench SIZE CALLS REPETITIONS THREADS
#include <cblas.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

static int compare(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static float *matrix(int size) {
  float *numbers = aligned_alloc(64, ((size_t)size * size * sizeof(float) + 63) / 64 * 64);
  for (long i = 0; numbers && i < (long)size * size; i++) numbers[i] = (float)(i % 17) / 17 - 0.5f;
  return numbers;
}

int main(int count, char **arguments) {
  if (count != 5) return fprintf(stderr, "usage: openblas-bench SIZE CALLS REPETITIONS THREADS\n"), 2;
  int size = atoi(arguments[1]), calls = atoi(arguments[2]), repetitions = atoi(arguments[3]);
  openblas_set_num_threads(atoi(arguments[4]));
  float *left = matrix(size), *right = matrix(size), *result = matrix(size);
  double *times = calloc((size_t)repetitions, sizeof *times);
  if (!left || !right || !result || !times) return fprintf(stderr, "There is not enough memory.\n"), 1;
  double warm_up = milliseconds() + 500;
  for (int i = -20; i < repetitions; i++) {
    if (i < 0 && milliseconds() > warm_up) continue;
    double start = milliseconds();
    for (int call = 0; call < calls; call++)
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, left, size, right, size, 0, result, size);
    if (i >= 0) times[i] = (milliseconds() - start) / calls;
  }
  qsort(times, (size_t)repetitions, sizeof *times, compare);
  printf("{\"median_ms\": %.6f, \"best_ms\": %.6f, \"repetitions\": %d}\n", times[repetitions / 2], times[0], repetitions);
}
