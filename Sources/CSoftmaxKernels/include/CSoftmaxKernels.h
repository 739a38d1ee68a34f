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
// One table serves both element types, so its functions take untyped pointers: what they point to is
// the element type the table was asked for.
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
  /// What a row's loss and gradient are multiplied by, one a class, as the row's label chooses.
  /// NULL for 1.
  const void *_Nullable class_weights;
  /// The same, one a row. NULL for 1.
  const void *_Nullable row_weights;
  /// What the gradient is multiplied by beside.
  double gradient_scale;
} softmax_labels;

/// What the rows of a batch should have been: y = weight ((1 - smoothing) t + smoothing/classes).
typedef struct {
  /// t: [rows, classes]; NULL for the one-hot rows of the labels.
  const void *_Nullable rows;
  /// The class of each row, or -1 for a row that is left out; NULL where `rows` is given.
  const int32_t *_Nullable labels;
  /// One a class; NULL for 1.
  const void *_Nullable class_weights;
  /// One a row; NULL for 1.
  const void *_Nullable row_weights;
  double smoothing;
  /// What the gradient is multiplied by beside.
  double gradient_scale;
  /// Of the logits; far from 0 and infinity.
  double temperature;
  /// Whether the entropy of the target is taken from the loss, which makes it the divergence.
  int relative;
} softmax_targets;

/// The loss of one row from its log-probabilities or probabilities, and its gradient.
typedef struct {
  /// y: [rows, classes], or log y.
  const void *_Nonnull rows;
  int is_log;
  double gradient_scale;
} softmax_log_targets;

typedef const void *_Nonnull softmax_input;
typedef void *_Nonnull softmax_output;

typedef struct {
  /// of in/temperature; the temperature is far from 0 and infinity
  void (*_Nonnull softmax)(softmax_input in, softmax_output out, softmax_layout layout,
                           double temperature);
  void (*_Nonnull log_softmax)(softmax_input in, softmax_output out, softmax_layout layout,
                               double temperature);
  /// out: one a fibre
  void (*_Nonnull log_sum_exp)(softmax_input in, softmax_output out, softmax_layout layout,
                               double temperature);
  /// factor g^T J, from the output of softmax or log-softmax and g
  void (*_Nonnull softmax_backward)(softmax_input probabilities, softmax_input cotangent,
                                    softmax_output out, softmax_layout layout, double factor);
  void (*_Nonnull log_softmax_backward)(softmax_input log_probabilities, softmax_input cotangent,
                                        softmax_output out, softmax_layout layout, double factor);
  /// values *= factors, one a fibre
  void (*_Nonnull scale_fibres)(softmax_output values, softmax_input factors,
                                softmax_layout layout);
  /// The fibres are the rows; no tables. losses: one a fibre; gradient: as the logits, or NULL.
  void (*_Nonnull label_loss)(softmax_input logits, softmax_layout layout, softmax_labels labels,
                              softmax_output losses, void *_Nullable gradient);
  /// losses: [rows]; gradient: as the logits, or NULL.
  void (*_Nonnull target_loss)(softmax_input logits, size_t rows, size_t classes,
                               softmax_targets targets, softmax_output losses,
                               void *_Nullable gradient);
  /// -log p of the labels, from log p: [rows, classes]
  void (*_Nonnull log_likelihood_loss)(softmax_input log_probabilities, size_t rows,
                                       size_t classes, softmax_labels labels,
                                       softmax_output losses, softmax_output gradient);
  /// -sum of y log p, from p: [rows, classes]; gradient: [rows, classes]. The temperature and
  /// `relative` of the targets are not read.
  void (*_Nonnull probability_loss)(softmax_input probabilities, size_t rows, size_t classes,
                                    softmax_targets targets, softmax_output losses,
                                    softmax_output gradient);
  /// sum of y (log y - log p), from log p: [rows, classes]; gradient: as log p, or NULL
  void (*_Nonnull log_divergence)(softmax_input log_probabilities, size_t rows, size_t classes,
                                  softmax_log_targets targets, softmax_output losses,
                                  void *_Nullable gradient);
  /// The entropy of softmax(logits/temperature); gradient: as the logits and times the factor, or
  /// NULL
  void (*_Nonnull entropy)(softmax_input logits, size_t rows, size_t classes, double temperature,
                           double factor, softmax_output losses, void *_Nullable gradient);
  /// Binary cross entropy of each logit alone; losses: [count]; gradient: [count], or NULL
  void (*_Nonnull binary_loss)(softmax_input logits, softmax_input targets, size_t count,
                               double positive_weight, double gradient_scale,
                               softmax_output losses, void *_Nullable gradient);
  /// softmax over the classes where the mask is not 0, which leaves 0 elsewhere; [rows, classes]
  void (*_Nonnull masked_softmax)(softmax_input in, const uint8_t *_Nonnull mask,
                                  softmax_output out, size_t rows, size_t classes,
                                  double temperature);
  /// out = in where the mask is not 0, and `other` elsewhere
  void (*_Nonnull masked)(softmax_input in, const uint8_t *_Nonnull mask, double other,
                          softmax_output out, size_t count);
  /// out[i] = in[places[i]]
  void (*_Nonnull gathered)(softmax_input in, const size_t *_Nonnull places, softmax_output out,
                            size_t count);
  /// sum += X^T (softmax(X theta) - onehot). theta and sum are [features, padded], padded a
  /// multiple of `lanes` and the columns past `classes` 0; losses: [rows]; scratch: [2, lanes,
  /// padded].
  void (*_Nonnull regression_gradient)(softmax_input examples, const int32_t *_Nonnull labels,
                                       size_t rows, size_t features, size_t classes, size_t padded,
                                       softmax_input theta, softmax_output sum,
                                       softmax_output losses, softmax_output scratch);
  /// theta = decay theta - rate sum, and sum = 0
  void (*_Nonnull descend)(softmax_output theta, softmax_output sum, size_t count, double rate,
                           double decay);
  /// out = X theta: [rows, classes]; theta and scratch as above
  void (*_Nonnull regression_logits)(softmax_input examples, size_t rows, size_t features,
                                     size_t classes, size_t padded, softmax_input theta,
                                     softmax_output out, softmax_output scratch);
  /// The first of the largest elements of each row; a NaN is larger than any number.
  void (*_Nonnull arg_max)(softmax_input in, size_t rows, size_t columns, int32_t *_Nonnull out);
  /// The sum, compensated, in double.
  double (*_Nonnull total)(softmax_input values, size_t count);
  /// out: [n, n] = diag(p) - p p^T; exponentials: [n], scratch
  void (*_Nonnull jacobian)(softmax_input logits, softmax_output exponentials, softmax_output out,
                            size_t n);
  /// How many elements one vector holds.
  size_t lanes;
} softmax_kernels;

/// The kernels for elements of 8 bytes (double) or 4 (float): in the widest vectors of this machine.
const softmax_kernels *_Nonnull softmax_kernels_for(size_t element_size);

/// In the vectors every machine of this architecture has.
const softmax_kernels *_Nonnull softmax_baseline_kernels_for(size_t element_size);

#endif
