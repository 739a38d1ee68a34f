#ifndef C_SOFTMAX_KERNELS_H
#define C_SOFTMAX_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Why C: Swift cannot compile one function for AVX2 and leave the rest of the module at the
// baseline, and SwiftPM gives a library no other way to it. The loops here are written once, with
// the compiler's vector types, and compiled for each instruction set; the widest one the machine
// has is chosen at run time.
//
// All pointers must be valid for as many elements as the layout or the comment says. `out` may be
// an input. Nothing allocates.
//
// Rounding: exp is within 1 ulp, subnormal results included; sums are compensated. The tests of
// SoftmaxCore measure the bound of each function and compare it with the plain one.
//
// Special values as in SoftmaxCore's plain functions: NaN in, NaN out; a +inf, or -inf throughout,
// makes the whole fibre NaN (but log-sum-exp +inf or -inf); one -inf is a masked class.

/// The fibres of an array: the lines of elements that are normalised together.
///
/// Without tables the array is row-major with shape [outer, axis, inner], and the fibres run along
/// `axis`. With tables, element j of fibre i is at starts[i] + offsets[j], for i < outer * inner
/// and j < axis.
typedef struct {
  size_t outer, axis, inner;
  const size_t *_Nullable starts;
  const size_t *_Nullable offsets;
} softmax_layout;

/// What the label of a row makes of its loss and gradient.
typedef struct {
  /// The class of each row, or -1 for a row that is left out.
  const int32_t *_Nonnull labels;
  /// What a row's loss and gradient are multiplied by, one a class, as the row's label chooses; of
  /// the element type. NULL for 1.
  const void *_Nullable class_weights;
  /// What the gradient is multiplied by beside.
  double gradient_scale;
} softmax_labels;

/// What the rows of a batch should have been: y = weight ((1 - smoothing) t + smoothing/classes).
typedef struct {
  /// t: [rows, classes], of the element type; NULL for the one-hot rows of the labels.
  const void *_Nullable rows;
  /// The class of each row, or -1 for a row that is left out; NULL where `rows` is given.
  const int32_t *_Nullable labels;
  /// One a class, of the element type; NULL for 1.
  const void *_Nullable class_weights;
  double smoothing;
  /// What the gradient is multiplied by beside.
  double gradient_scale;
} softmax_targets;

#define SOFTMAX_INPUT(T) const T *_Nonnull
#define SOFTMAX_OUTPUT(T) T *_Nonnull

#define SOFTMAX_KERNEL_TABLE(T, NAME)                                                              \
  typedef struct {                                                                                 \
    /* of in/temperature; the temperature is far from 0 and infinity */                            \
    void (*_Nonnull softmax)(SOFTMAX_INPUT(T) in, SOFTMAX_OUTPUT(T) out, softmax_layout layout,    \
                             double temperature);                                                  \
    void (*_Nonnull log_softmax)(SOFTMAX_INPUT(T) in, SOFTMAX_OUTPUT(T) out,                       \
                                 softmax_layout layout, double temperature);                       \
    /* out: one a fibre */                                                                         \
    void (*_Nonnull log_sum_exp)(SOFTMAX_INPUT(T) in, SOFTMAX_OUTPUT(T) out,                       \
                                 softmax_layout layout, double temperature);                       \
    /* factor g^T J, from the output of softmax or log-softmax and g */                            \
    void (*_Nonnull softmax_backward)(SOFTMAX_INPUT(T) probabilities,                              \
                                      SOFTMAX_INPUT(T) cotangent, SOFTMAX_OUTPUT(T) out,           \
                                      softmax_layout layout, double factor);                       \
    void (*_Nonnull log_softmax_backward)(SOFTMAX_INPUT(T) log_probabilities,                      \
                                          SOFTMAX_INPUT(T) cotangent, SOFTMAX_OUTPUT(T) out,       \
                                          softmax_layout layout, double factor);                   \
    /* values *= factors, one a fibre */                                                           \
    void (*_Nonnull scale_fibres)(SOFTMAX_OUTPUT(T) values, SOFTMAX_INPUT(T) factors,              \
                                  softmax_layout layout);                                          \
    /* losses: [rows]; gradient: as the logits, or NULL. The classes of a row lie side by side, */ \
    /* the rows `stride` apart. */                                                                 \
    void (*_Nonnull label_loss)(SOFTMAX_INPUT(T) logits, size_t rows, size_t classes,              \
                                size_t stride, softmax_labels labels, SOFTMAX_OUTPUT(T) losses,    \
                                T *_Nullable gradient);                                            \
    void (*_Nonnull target_loss)(SOFTMAX_INPUT(T) logits, size_t rows, size_t classes,             \
                                 softmax_targets targets, SOFTMAX_OUTPUT(T) losses,                \
                                 T *_Nullable gradient);                                           \
    /* -log p of the labels, from log p: [rows, classes] */                                        \
    void (*_Nonnull log_likelihood_loss)(SOFTMAX_INPUT(T) log_probabilities, size_t rows,          \
                                         size_t classes, softmax_labels labels,                    \
                                         SOFTMAX_OUTPUT(T) losses, SOFTMAX_OUTPUT(T) gradient);    \
    /* sum += X^T (softmax(X theta) - onehot). theta and sum are [features, padded], padded a */   \
    /* multiple of `lanes` and the columns past `classes` 0; losses: [rows]; scratch: [2, */       \
    /* lanes, padded]. */                                                                          \
    void (*_Nonnull regression_gradient)(                                                          \
        SOFTMAX_INPUT(T) examples, const int32_t *_Nonnull labels, size_t rows, size_t features,   \
        size_t classes, size_t padded, SOFTMAX_INPUT(T) theta, SOFTMAX_OUTPUT(T) sum,              \
        SOFTMAX_OUTPUT(T) losses, SOFTMAX_OUTPUT(T) scratch);                                      \
    /* theta -= rate sum, and sum = 0 */                                                           \
    void (*_Nonnull descend)(SOFTMAX_OUTPUT(T) theta, SOFTMAX_OUTPUT(T) sum, size_t count,         \
                             double rate);                                                         \
    /* out = X theta: [rows, classes]; theta and scratch as above */                               \
    void (*_Nonnull regression_logits)(SOFTMAX_INPUT(T) examples, size_t rows, size_t features,    \
                                       size_t classes, size_t padded, SOFTMAX_INPUT(T) theta,      \
                                       SOFTMAX_OUTPUT(T) out, SOFTMAX_OUTPUT(T) scratch);          \
    /* The first of the largest elements of each row; a NaN is larger than any number. */          \
    void (*_Nonnull arg_max)(SOFTMAX_INPUT(T) in, size_t rows, size_t columns,                     \
                             int32_t *_Nonnull out);                                               \
    /* The sum, compensated, in double. */                                                         \
    double (*_Nonnull total)(SOFTMAX_INPUT(T) values, size_t count);                               \
    /* out: [n, n] = diag(p) - p p^T; probabilities: [n], p */                                     \
    void (*_Nonnull jacobian)(SOFTMAX_INPUT(T) logits, SOFTMAX_OUTPUT(T) probabilities,            \
                              SOFTMAX_OUTPUT(T) out, size_t n);                                    \
    /* How many elements one vector holds. */                                                      \
    size_t lanes;                                                                                  \
  } NAME;

SOFTMAX_KERNEL_TABLE(double, softmax_kernels_f64)
SOFTMAX_KERNEL_TABLE(float, softmax_kernels_f32)

/// The kernels for the widest vectors of this machine.
const softmax_kernels_f64 *_Nonnull softmax_kernels_for_f64(void);
const softmax_kernels_f32 *_Nonnull softmax_kernels_for_f32(void);

/// The kernels for the vectors every machine of this architecture has.
const softmax_kernels_f64 *_Nonnull softmax_baseline_kernels_for_f64(void);
const softmax_kernels_f32 *_Nonnull softmax_baseline_kernels_for_f32(void);

#endif
