// Cross entropy from logits with any weights y as the target: distributions, smoothed labels, class
// weights.
//
// loss = -sum of y log p, gradient = p (Y - y) - y (1 - p), with 1 - p as the sum of the
// others over S, and Y the sum of y.

/// softmax_targets in this precision.
typedef struct {
  const T *rows, *weights, *row_weights;
  const int32_t *labels;
  /// NULL for T = 1.
  const NAME(divisor) * divisor;
  int relative;
  /// y before its weight is keep t + spread; `hit` at the label of a row, `spread` elsewhere.
  T keep, spread, hit;
  NAME(pair) scale;
} NAME(target);

INLINE NAME(target) NAME(target_of)(softmax_targets given, size_t classes,
                                    const NAME(divisor) * divisor) {
  double keep = 1 - given.smoothing, spread = given.smoothing / classes;
  NAME(target) target = {
      .rows = given.rows,
      .weights = given.class_weights,
      .row_weights = given.row_weights,
      .divisor = given.temperature == 1 ? NULL : divisor,
      .relative = given.relative,
      .labels = given.labels,
      .keep = keep,
      .spread = spread,
      .hit = keep + spread,
      .scale = NAME(split)(given.gradient_scale),
  };
  return target;
}

/// The parts of a row that its costs are made of.
typedef struct {
  V peak, log_sum;
  NAME(normalizer) normalizer;
} NAME(costs);

INLINE NAME(costs) NAME(costs_of)(V peak, V log_sum) {
  NAME(costs) costs = {peak, log_sum, NAME(normalizer_of)(peak, log_sum)};
  return costs;
}

/// -y log p, 0 where y is; relative to y = weight t, y (log t - log p). Where z - m overflows, half
/// of it does not, and its product with a small y may be finite.
INLINE V NAME(weighted_information)(V y, V t, V z, const NAME(costs) * row,
                                    const NAME(target) * target) {
  V information =
      0 - NAME(log_probability)(z, row->peak, row->log_sum, &row->normalizer, target->divisor);
  if (target->relative) information += NAME(log_of)(t);
  V cost = y * information;
  if (__builtin_expect(NAME(any)(information == NAME(all)(INFINITY)), 0)) {
    V half = row->peak * (T)0.5 - z * (T)0.5, twice = 2 * y;
    // The small y first: half over a small T may overflow too.
    if (target->divisor) twice /= target->divisor->high;
    cost = NAME(select)(information == NAME(all)(INFINITY), twice * half, cost);
  }
  M costs_nothing = (y == NAME(all)(0)) & (z == z) & (row->peak == row->peak);
  return NAME(select)(costs_nothing, NAME(all)(0), cost);
}

/// x b c. The factor first: c may be below the normal numbers.
INLINE V NAME(scaled_product)(V x, NAME(pair) b, V c) {
  V value = x * b.value;
  return c * value + c * (__builtin_elementwise_fma(x, b.value, -value) + x * b.rest);
}

INLINE V NAME(target_gradient)(V y, V z, V e, V peak, V above_one, NAME(pair) total, V weight,
                               NAME(pair) factor) {
  V rest = NAME(select)(z == peak, above_one, (total.value - e) + total.rest);
  return NAME(scaled_product)(weight - y, factor, e) - NAME(scaled_product)(y, factor, rest);
}

/// A compensated sum.
typedef struct {
  V value, lost;
} NAME(tally);

INLINE void NAME(count)(NAME(tally) * tally, V term) {
  V error;
  tally->value = NAME(two_sum)(tally->value, term, &error);
  tally->lost += error;
}

/// `lost` means nothing once the sum has overflowed or met a NaN.
INLINE V NAME(counted)(NAME(tally) tally) {
  M finite = tally.value - tally.value == NAME(all)(0);
  return NAME(select)(finite, tally.value + tally.lost, tally.value);
}

/// W rows side by side; `gradient` may be NULL.
INLINE void NAME(group_target_loss)(const T *logits, size_t row, const NAME(group) * g,
                                    size_t rows, size_t classes, const NAME(target) * target,
                                    T *losses, T *gradient) {
  V z[SCRATCH], e[SCRATCH], y[SCRATCH];
  NAME(group) copied = NAME(copied_group)();
  NAME(copy_in)(z, logits, g, classes);
  M labels = {0};
  for (int lane = 0; lane < W && target->labels; lane++) {
    labels[lane] = target->labels[row + lane < rows ? row + lane : rows - 1];
  }
  V peak = NAME(usable_peak)(NAME(group_peak)((T *)z, &copied, classes));
  NAME(sums) s = NAME(group_sums)((T *)z, (T *)e, &copied, classes, peak, target->divisor);
  V above_one = s.others + (s.ties - 1);
  NAME(pair) total = NAME(total_of)(s);
  NAME(costs) costs = NAME(costs_of)(peak, NAME(log_one_plus)(above_one));
  V row_weight = NAME(all)(1);
  for (int lane = 0; lane < W && target->row_weights; lane++) {
    row_weight[lane] = target->row_weights[row + lane < rows ? row + lane : rows - 1];
  }
  NAME(tally) loss = {NAME(all)(0), NAME(all)(0)}, weight = loss;
  M left_out = labels < 0;
  for (size_t j = 0; j < classes; j++) {
    if (target->rows) {
      y[j] = NAME(gather)(target->rows, g, j) * target->keep + target->spread;
    } else {
      M hit = labels == (M)(int32_t)j;
      y[j] = NAME(select)(hit, NAME(all)(target->hit), NAME(all)(target->spread));
    }
    V t = y[j];
    if (target->weights) y[j] *= target->weights[j];
    if (target->row_weights) y[j] *= row_weight;
    NAME(count)(&loss, NAME(weighted_information)(y[j], t, z[j], &costs, target));
    NAME(count)(&weight, y[j]);
  }
  V result = NAME(select)(left_out, NAME(all)(0), NAME(counted)(loss));
  for (size_t lane = 0; lane < W && row + lane < rows; lane++) losses[row + lane] = result[lane];
  if (!gradient) return;
  V sum = NAME(counted)(weight);
  NAME(pair) factor = NAME(product)(target->scale, NAME(inverse)(total));
  for (size_t j = 0; j < classes; j++) {
    V part = NAME(target_gradient)(y[j], z[j], e[j], peak, above_one, total, sum, factor);
    e[j] = NAME(select)(left_out, NAME(all)(0), part);
  }
  NAME(copy_out)(gradient, g, classes, e);
}

/// t of W classes, or of `count` and zeros, from class j on.
INLINE V NAME(row_target)(const NAME(target) * target, size_t row, size_t classes, size_t j,
                          size_t count) {
  V t = NAME(all)(target->spread);
  if (target->rows) {
    const T *rows = target->rows + row * classes + j;
    V given = count == W ? NAME(load)(rows) : NAME(load_tail)(rows, count);
    t = given * target->keep + target->spread;
  } else {
    size_t label = target->labels[row];
    if (label >= j && label < j + W) t[label - j] = target->hit;
  }
  for (size_t lane = count; lane < W; lane++) t[lane] = 0;
  return t;
}

/// y = weight t.
INLINE V NAME(weighted_target)(V t, const NAME(target) * target, size_t row, size_t j,
                               size_t count) {
  if (target->weights) {
    const T *weights = target->weights + j;
    t *= count == W ? NAME(load)(weights) : NAME(load_tail)(weights, count);
  }
  if (target->row_weights) t *= target->row_weights[row];
  for (size_t lane = count; lane < W; lane++) t[lane] = 0;
  return t;
}

/// The sum of the lanes, compensated.
INLINE T NAME(sum_of_lanes)(NAME(tally) tally) {
  T sum = 0, lost = 0;
  for (int lane = 0; lane < W; lane++) {
    T next = sum + tally.value[lane], rounded = next - sum;
    lost += (sum - (next - rounded)) + (tally.value[lane] - rounded) + tally.lost[lane];
    sum = next;
  }
  return isfinite(sum) ? sum + lost : sum;
}

INLINE void NAME(row_target_loss)(const T *logits, size_t row, size_t classes,
                                  const NAME(target) * target, T *loss, T *gradient) {
  V peak = NAME(all)(NAME(finite_or_nan)(NAME(row_peak)(logits, classes)));
  // The gradient's memory keeps the exponentials, unless the logits are still in it.
  const T *kept = gradient == logits ? NULL : gradient;
  NAME(row) sums =
      NAME(row_sums)(logits, kept ? gradient : NULL, classes, peak[0], target->divisor, 1);
  T above_one = sums.others + (sums.ties - 1);
  NAME(pair) total = NAME(row_total)(sums);
  NAME(costs) parts = NAME(costs_of)(peak, NAME(all)(LOG1P(above_one)));
  NAME(tally) costs = {NAME(all)(0), NAME(all)(0)}, weights = costs;
  for (size_t j = 0; j < classes; j += W) {
    size_t count = classes - j < W ? classes - j : W;
    V t = NAME(row_target)(target, row, classes, j, count);
    V y = NAME(weighted_target)(t, target, row, j, count);
    V z = count == W ? NAME(load)(logits + j) : NAME(load_tail)(logits + j, count);
    NAME(count)(&costs, NAME(weighted_information)(y, t, z, &parts, target));
    NAME(count)(&weights, y);
  }
  *loss = NAME(sum_of_lanes)(costs);
  if (!gradient) return;
  V sum = NAME(all)(NAME(sum_of_lanes)(weights)), rest_at_peak = NAME(all)(above_one);
  NAME(pair) factor = NAME(product)(target->scale, NAME(inverse)(total));
  for (size_t j = 0; j < classes; j += W) {
    size_t count = classes - j < W ? classes - j : W;
    V t = NAME(row_target)(target, row, classes, j, count), rounding;
    V y = NAME(weighted_target)(t, target, row, j, count);
    V z = count == W ? NAME(load)(logits + j) : NAME(load_tail)(logits + j, count);
    V e;
    if (kept) {
      e = count == W ? NAME(load)(kept + j) : NAME(load_tail)(kept + j, count);
    } else {
      V q = NAME(exponent)(z, peak, target->divisor, &rounding);
      e = NAME(exp_of)(q, rounding);
    }
    V part = NAME(target_gradient)(y, z, e, peak, rest_at_peak, total, sum, factor);
    if (count == W) {
      NAME(store)(gradient + j, part);
    } else {
      NAME(store_tail)(gradient + j, count, part);
    }
  }
}

static void NAME(target_loss)(const void *in, size_t rows, size_t classes,
                              softmax_targets targets, void *out, void *slope) {
  const T *logits = in;
  T *losses = out, *gradient = slope;
  NAME(divisor) divisor = NAME(divisor_of)(targets.temperature);
  NAME(target) target = NAME(target_of)(targets, classes, &divisor);
  if (classes > SCRATCH || classes >= LONG) {
    for (size_t i = 0; i < rows; i++) {
      T *line = gradient ? gradient + i * classes : NULL;
      if (target.labels && target.labels[i] < 0) {
        NAME(leave_out)(classes, losses + i, line);
      } else {
        NAME(row_target_loss)(logits + i * classes, i, classes, &target, losses + i, line);
      }
    }
    return;
  }
  softmax_layout layout = {.outer = rows, .axis = classes, .inner = 1};
  for (size_t i = 0; i < rows; i += W) {
    NAME(group) g = NAME(group_at)(i, &layout);
    NAME(group_target_loss)(logits, i, &g, rows, classes, &target, losses, gradient);
  }
}
