// Which kernels this machine runs. The question is cheap and its answer never changes, so nothing
// is remembered between calls.
#include "instruction_sets.h"

static int has_avx2(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 0;
#endif
}

const softmax_kernels *_Nonnull softmax_kernels_for(size_t element_size) {
  if (!has_avx2()) return softmax_baseline_kernels_for(element_size);
  return element_size == sizeof(double) ? softmax_avx2_f64 : softmax_avx2_f32;
}

const softmax_kernels *_Nonnull softmax_baseline_kernels_for(size_t element_size) {
  return element_size == sizeof(double) ? softmax_baseline_f64 : softmax_baseline_f32;
}
