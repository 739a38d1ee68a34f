// The kernels in vectors of 32 bytes with fused multiply-add, for x86-64 machines since 2013.
#include <math.h>

#include "instruction_sets.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define BYTES 32

#define BITS 64
#define NAME(x) f64_##x
#include "kernels.h"
#undef NAME
#undef BITS

#define BITS 32
#define NAME(x) f32_##x
#include "kernels.h"

#pragma clang attribute pop

const softmax_kernels *const softmax_avx2_f64 = &f64_kernels;
const softmax_kernels *const softmax_avx2_f32 = &f32_kernels;
#else
const softmax_kernels *const softmax_avx2_f64 = 0;
const softmax_kernels *const softmax_avx2_f32 = 0;
#endif
