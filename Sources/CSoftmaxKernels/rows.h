// What is summed along the rows of a matrix beside the losses of logits: the entropy of softmax, the
// divergence of log-probabilities, the cross entropy of probabilities.

/// W elements, or `count` and `filler`.
INLINE V NAME(load_some)(const T *in, size_t count, T filler) {
  if (count == W) return NAME(load)(in);
  V v = NAME(all)(filler);
  for (size_t lane = 0; lane < count; lane++) v[lane] = in[lane];
  return v;
}

INLINE void NAME(store_some)(T *out, size_t count, V v) {
  if (count == W) {
    NAME(store)(out, v);
  } else {
    NAME(store_tail)(out, count, v);
  }
}

/// -e log p, and 0 for p = 0, where e = p S.
INLINE V NAME(entropy_term)(V z, V e, const NAME(costs) * row, const NAME(divisor) * divisor) {
  V log_p = NAME(log_probability)(z, row->peak, row->log_sum, &row->normalizer, divisor);
  return NAME(select)(e == NAME(all)(0), NAME(all)(0), e * (0 - log_p));
}

/// factor p (-log p - H), and 0 for p = 0, from factor/S and, in `excess`, log S - H.
INLINE V NAME(entropy_slope)(V z, V e, V total, NAME(pair) excess, NAME(pair) scale,
                             const NAME(costs) * row, const NAME(divisor) * divisor) {
  V rounding, lost, q = NAME(difference)(z, row->peak, divisor, &rounding);
  V sum = NAME(two_sum)(excess.value, -q, &lost);
  lost += excess.rest - rounding;
  V value = sum * scale.value;
  V rest = __builtin_elementwise_fma(sum, scale.value, -value);
  rest += sum * scale.rest + lost * scale.value;
  return NAME(select)((e == NAME(all)(0)) & (total == total), NAME(all)(0), e * value + e * rest);
}

/// W rows side by side; `gradient` may be NULL.
INLINE void NAME(group_entropy)(const T *logits, size_t row, const NAME(group) * g, size_t rows,
                                size_t classes, const NAME(divisor) * divisor, NAME(pair) factor,
                                T *losses, T *gradient) {
  V z[SCRATCH], e[SCRATCH];
  NAME(group) copied = NAME(copied_group)();
  NAME(copy_in)(z, logits, g, classes);
  V peak = NAME(usable_peak)(NAME(group_peak)((T *)z, &copied, classes));
  NAME(sums) s = NAME(group_sums)((T *)z, (T *)e, &copied, classes, peak, divisor);
  NAME(pair) inverse = NAME(inverse)(NAME(total_of)(s));
  NAME(costs) costs = NAME(costs_of)(peak, NAME(log_of_sums)(s));
  NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
  for (size_t j = 0; j < classes; j++) {
    NAME(count)(&sum, NAME(entropy_term)(z[j], e[j], &costs, divisor));
  }
  V total = NAME(times)(NAME(counted)(sum), inverse);
  for (size_t lane = 0; lane < W && row + lane < rows; lane++) losses[row + lane] = total[lane];
  if (!gradient) return;
  NAME(pair) excess = NAME(sum_of)(costs.log_sum, -total, NAME(all)(0));
  NAME(pair) scale = NAME(product)(inverse, factor);
  for (size_t j = 0; j < classes; j++) {
    e[j] = NAME(entropy_slope)(z[j], e[j], total, excess, scale, &costs, divisor);
  }
  NAME(copy_out)(gradient, g, classes, e);
}

INLINE void NAME(row_entropy)(const T *logits, size_t classes, const NAME(divisor) * divisor,
                              NAME(pair) factor, T *loss, T *gradient) {
  V peak = NAME(all)(NAME(finite_or_nan)(NAME(row_peak)(logits, classes)));
  NAME(row) sums = NAME(row_sums)(logits, NULL, classes, peak[0], divisor, 1);
  NAME(pair) inverse = NAME(inverse)(NAME(row_total)(sums));
  V rounding;
  T log_sum = LOG1P(sums.others + (sums.ties - 1));
  NAME(costs) costs = NAME(costs_of)(peak, NAME(all)(log_sum));
  NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
  for (size_t j = 0; j < classes; j += W) {
    V z = NAME(load_some)(logits + j, classes - j < W ? classes - j : W, -INFINITY);
    V e = NAME(exp_of)(NAME(exponent)(z, peak, divisor, &rounding), rounding);
    NAME(count)(&sum, NAME(entropy_term)(z, e, &costs, divisor));
  }
  V total = NAME(times)(NAME(all)(NAME(sum_of_lanes)(sum)), inverse);
  *loss = total[0];
  if (!gradient) return;
  NAME(pair) excess = NAME(sum_of)(costs.log_sum, -total, NAME(all)(0));
  NAME(pair) scale = NAME(product)(inverse, factor);
  for (size_t j = 0; j < classes; j += W) {
    size_t count = classes - j < W ? classes - j : W;
    V z = NAME(load_some)(logits + j, count, -INFINITY);
    V e = NAME(exp_of)(NAME(exponent)(z, peak, divisor, &rounding), rounding);
    V slope = NAME(entropy_slope)(z, e, total, excess, scale, &costs, divisor);
    NAME(store_some)(gradient + j, count, slope);
  }
}

static void NAME(entropy)(const void *in, size_t rows, size_t classes, double temperature,
                          double factor, void *out, void *slope) {
  const T *logits = in;
  T *losses = out, *gradient = slope;
  NAME(divisor) given = NAME(divisor_of)(temperature);
  const NAME(divisor) *divisor = temperature == 1 ? NULL : &given;
  NAME(pair) factors = NAME(split)(factor);
  if (classes > SCRATCH || classes >= LONG) {
    for (size_t i = 0; i < rows; i++) {
      NAME(row_entropy)(logits + i * classes, classes, divisor, factors, losses + i,
                        gradient ? gradient + i * classes : NULL);
    }
    return;
  }
  softmax_layout layout = {.outer = rows, .axis = classes, .inner = 1};
  for (size_t i = 0; i < rows; i += W) {
    NAME(group) g = NAME(group_at)(i, &layout);
    NAME(group_entropy)(logits, i, &g, rows, classes, divisor, factors, losses, gradient);
  }
}

/// y (log y - log p), 0 where y is 0; `y` is set if the target is given as its logarithm.
INLINE V NAME(divergence_term)(V log_p, V target, V *y, const int is_log) {
  V log_y = target;
  *y = target;
  if (is_log) {
    // A target above 1 has a positive logarithm, where exp_of does not reach.
    M above = target > NAME(all)(0);
    V root = NAME(exp_of)(NAME(select)(above, -target, target), NAME(all)(0));
    *y = NAME(select)(above, 1 / root, root);
  } else {
    log_y = NAME(log_of)(target);
  }
  V cost = *y * (log_y - log_p);
  return NAME(select)((*y == NAME(all)(0)) & (log_p == log_p), NAME(all)(0), cost);
}

/// The terms of n classes and, in `gradient` if that is not NULL, their derivatives.
INLINE void NAME(divergence_terms)(const T *log_p, const T *target, size_t n, NAME(pair) scale,
                                   T *terms, T *gradient, const int is_log) {
  for (size_t j = 0; j < n; j += W) {
    size_t count = n - j < W ? n - j : W;
    V y, q = NAME(load_some)(log_p + j, count, 0);
    V t = NAME(load_some)(target + j, count, is_log ? 0 : 1);
    NAME(store_some)(terms + j, count, NAME(divergence_term)(q, t, &y, is_log));
    if (gradient) NAME(store_some)(gradient + j, count, 0 - NAME(times)(y, scale));
  }
}

/// Up to W rows: their terms as one line, the sums side by side.
INLINE void NAME(group_log_divergence)(const T *log_p, const T *target, size_t rows,
                                       size_t classes, NAME(pair) scale, T *losses, T *gradient,
                                       const int is_log) {
  T terms[W * SCRATCH];
  V columns[SCRATCH];
  NAME(divergence_terms)(log_p, target, rows * classes, scale, terms, gradient, is_log);
  softmax_layout layout = {.outer = rows, .axis = classes, .inner = 1};
  NAME(group) g = NAME(group_at)(0, &layout);
  NAME(copy_in)(columns, terms, &g, classes);
  NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
  for (size_t j = 0; j < classes; j++) NAME(count)(&sum, columns[j]);
  V total = NAME(counted)(sum);
  for (size_t lane = 0; lane < rows; lane++) losses[lane] = total[lane];
}

INLINE void NAME(log_divergences)(const T *log_p, size_t rows, size_t classes,
                                  softmax_log_targets targets, T *losses, T *gradient,
                                  const int is_log) {
  const T *target = targets.rows;
  NAME(pair) scale = NAME(split)(targets.gradient_scale);
  if (classes <= SCRATCH && classes < LONG) {
    for (size_t i = 0; i < rows; i += W) {
      size_t at = i * classes, count = rows - i < W ? rows - i : W;
      NAME(group_log_divergence)(log_p + at, target + at, count, classes, scale, losses + i,
                                 gradient ? gradient + at : NULL, is_log);
    }
    return;
  }
  for (size_t i = 0; i < rows; i++) {
    NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
    for (size_t j = 0; j < classes; j += W) {
      size_t count = classes - j < W ? classes - j : W, at = i * classes + j;
      V y, q = NAME(load_some)(log_p + at, count, 0);
      V t = NAME(load_some)(target + at, count, is_log ? -INFINITY : 0);
      NAME(count)(&sum, NAME(divergence_term)(q, t, &y, is_log));
      if (gradient) NAME(store_some)(gradient + at, count, 0 - NAME(times)(y, scale));
    }
    losses[i] = NAME(sum_of_lanes)(sum);
  }
}

static void NAME(log_divergence)(const void *log_p, size_t rows, size_t classes,
                                 softmax_log_targets targets, void *losses, void *gradient) {
  if (targets.is_log) {
    NAME(log_divergences)(log_p, rows, classes, targets, losses, gradient, 1);
  } else {
    NAME(log_divergences)(log_p, rows, classes, targets, losses, gradient, 0);
  }
}

/// The cross entropy of probabilities with labels alone, up to W rows: one logarithm a row.
INLINE void NAME(labels_of_probabilities)(const T *p, size_t row, size_t rows, size_t classes,
                                          const NAME(target) * target, T *losses, T *gradient) {
  V own = NAME(all)(1), y = NAME(all)(0), zero = NAME(all)(0);
  size_t places[W];
  for (size_t lane = 0; lane < rows; lane++) {
    int32_t label = target->labels[row + lane];
    places[lane] = lane * classes + (label < 0 ? 0 : label);
    if (label < 0) continue;
    own[lane] = p[places[lane]];
    y[lane] = target->hit;
    if (target->weights) y[lane] *= target->weights[label];
    if (target->row_weights) y[lane] *= target->row_weights[row + lane];
  }
  V loss = NAME(product_keeping_zero)(y, 0 - NAME(log_of)(own), own);
  M flat = (y == zero) & (own == own);
  V slope = NAME(select)(flat, zero, 0 - NAME(times)(y / own, target->scale));
  // The gradient may be where p was.
  for (size_t j = 0; j < rows * classes; j++) gradient[j] = 0;
  for (size_t lane = 0; lane < rows; lane++) {
    losses[lane] = loss[lane];
    gradient[places[lane]] = slope[lane];
  }
}

INLINE void NAME(target_of_probabilities)(const T *p, size_t row, size_t classes,
                                          const NAME(target) * target, T *loss, T *gradient) {
  NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
  for (size_t j = 0; j < classes; j += W) {
    size_t count = classes - j < W ? classes - j : W;
    V t = NAME(row_target)(target, row, classes, j, count);
    V y = NAME(weighted_target)(t, target, row, j, count);
    V own = NAME(load_some)(p + j, count, 1), zero = NAME(all)(0);
    NAME(count)(&sum, NAME(product_keeping_zero)(y, 0 - NAME(log_of)(own), own));
    M flat = (y == zero) & (own == own);
    NAME(store_some)(gradient + j, count,
                     NAME(select)(flat, zero, 0 - NAME(times)(y / own, target->scale)));
  }
  *loss = NAME(sum_of_lanes)(sum);
}

static void NAME(probability_loss)(const void *in, size_t rows, size_t classes,
                                   softmax_targets targets, void *out, void *slope) {
  const T *p = in;
  T *losses = out, *gradient = slope;
  NAME(target) target = NAME(target_of)(targets, classes, NULL);
  int plain = target.labels && target.spread == 0;
  for (size_t i = 0; i < rows; i += plain ? W : 1) {
    size_t at = i * classes;
    if (plain) {
      size_t count = rows - i < W ? rows - i : W;
      NAME(labels_of_probabilities)(p + at, i, count, classes, &target, losses + i, gradient + at);
    } else if (target.labels && target.labels[i] < 0) {
      NAME(leave_out)(classes, losses + i, gradient + at);
    } else {
      NAME(target_of_probabilities)(p + at, i, classes, &target, losses + i, gradient + at);
    }
  }
}
