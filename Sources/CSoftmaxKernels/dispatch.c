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

const softmax_kernels_f64 *_Nonnull softmax_kernels_for_f64(void) {
  return has_avx2() ? softmax_avx2_f64 : softmax_baseline_f64;
}

const softmax_kernels_f32 *_Nonnull softmax_kernels_for_f32(void) {
  return has_avx2() ? softmax_avx2_f32 : softmax_baseline_f32;
}

const softmax_kernels_f64 *_Nonnull softmax_baseline_kernels_for_f64(void) {
  return softmax_baseline_f64;
}
const softmax_kernels_f32 *_Nonnull softmax_baseline_kernels_for_f32(void) {
  return softmax_baseline_f32;
}
