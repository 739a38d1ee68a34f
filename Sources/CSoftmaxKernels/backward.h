// The products g^T J along an axis, from the outputs of the forward pass.

/// out = factor p (g - sum p g). What rounding left of the mean is the mean of the differences from
/// it, whose terms are as small as the answers: no digit is lost whether one class is nearly certain
/// or all are alike.
INLINE void NAME(group_softmax_backward)(const T *p, const T *g, T *out, const NAME(group) * at,
                                         size_t axis, NAME(pair) factor) {
  V mean = NAME(all)(0), rest = NAME(all)(0), lost = NAME(all)(0);
  for (size_t j = 0; j < axis; j++) {
    V error;
    mean = NAME(two_sum)(mean, NAME(gather)(p, at, j) * NAME(gather)(g, at, j), &error);
    lost += error;
  }
  mean += lost;
  lost = NAME(all)(0);
  for (size_t j = 0; j < axis; j++) {
    V error;
    V term = NAME(gather)(p, at, j) * (NAME(gather)(g, at, j) - mean);
    rest = NAME(two_sum)(rest, term, &error);
    lost += error;
  }
  rest += lost;
  for (size_t j = 0; j < axis; j++) {
    V error, difference = NAME(two_sum)(NAME(gather)(g, at, j), -mean, &error);
    error = NAME(select)(error - error == NAME(all)(0), error, NAME(all)(0));
    V deviation = difference + (error - rest);
    NAME(scatter)(out, at, j, NAME(gather)(p, at, j) * NAME(times)(deviation, factor));
  }
}

/// 1 - exp(q) for q <= 0, without cancellation.
INLINE V NAME(complement_of_exp)(V q) {
  M near = q > NAME(all)((T)-0.3);
  V r = NAME(select)(near, q, NAME(all)(0));
  return NAME(select)(near, -(r + r * r * NAME(exp_tail)(r)), 1 - NAME(exp_of)(q, NAME(all)(0)));
}

/// out = factor (g - p G) = factor (g (1 - p) - p (G - g)), with p = exp(log p) and G the sum of g.
INLINE void NAME(group_log_softmax_backward)(const T *log_p, const T *g, T *out,
                                             const NAME(group) * at, size_t axis, T factor) {
  V total = NAME(all)(0), lost = NAME(all)(0);
  for (size_t j = 0; j < axis; j++) {
    V error;
    total = NAME(two_sum)(total, NAME(gather)(g, at, j), &error);
    lost += error;
  }
  // Kept apart: where g is most of G, what is left of G is in `lost`.
  lost = NAME(select)(total - total == NAME(all)(0), lost, NAME(all)(0));
  for (size_t j = 0; j < axis; j++) {
    V q = NAME(gather)(log_p, at, j), own = NAME(gather)(g, at, j);
    V p = NAME(exp_of)(q, NAME(all)(0));
    V product = own * NAME(complement_of_exp)(q) - p * ((total - own) + lost);
    NAME(scatter)(out, at, j, product * factor);
  }
}

static void NAME(softmax_backward)(const void *p, const void *g, void *out, softmax_layout layout,
                                   double factor) {
  FOR_EACH_GROUP(layout, at,
                 NAME(group_softmax_backward)(p, g, out, &at, layout.axis, NAME(split)(factor)))
}

static void NAME(log_softmax_backward)(const void *log_p, const void *g, void *out, softmax_layout layout,
                                       double factor) {
  FOR_EACH_GROUP(layout, at,
                 NAME(group_log_softmax_backward)(log_p, g, out, &at, layout.axis, (T)factor))
}

/// Each fibre times its own factor.
static void NAME(scale_fibres)(void *array, const void *given, softmax_layout layout) {
  T *values = array;
  const T *factors = given;
  size_t count = NAME(fibre_count)(&layout);
  for (size_t i = 0; i < count; i += W) {
    NAME(group) at = NAME(group_at)(i, &layout);
    size_t lanes = count - i < W ? count - i : W;
    for (size_t j = 0; j < layout.axis; j++) {
      size_t offset = NAME(offset)(&at, j);
      for (size_t lane = 0; lane < lanes; lane++) {
        values[at.start[lane] + offset] *= factors[i + lane];
      }
    }
  }
}
