// The kernels in vectors of 16 bytes: SSE2 on x86-64, NEON on arm64.
#include <math.h>

#include "instruction_sets.h"

#define BYTES 16

#define BITS 64
#define NAME(x) f64_##x
#include "kernels.h"
#undef NAME
#undef BITS

#define BITS 32
#define NAME(x) f32_##x
#include "kernels.h"

const softmax_kernels *const softmax_baseline_f64 = &f64_kernels;
const softmax_kernels *const softmax_baseline_f32 = &f32_kernels;
