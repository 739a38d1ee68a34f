#ifndef INSTRUCTION_SETS_H
#define INSTRUCTION_SETS_H

#include "include/CSoftmaxKernels.h"

// The kernels of each instruction set, NULL where this architecture has no such set.

extern const softmax_kernels *const softmax_baseline_f64;
extern const softmax_kernels *const softmax_baseline_f32;
extern const softmax_kernels *const softmax_avx2_f64;
extern const softmax_kernels *const softmax_avx2_f32;

#endif
