// What the table of kernels points to.

// Each loop is compiled twice: with a divisor and tables, and for a compiler that knows there are
// neither, which is the case that has to be fast. Dividing by 1 changes nothing.

INLINE int NAME(is_plain)(const softmax_layout *layout, double temperature) {
  return !layout->offsets && temperature == 1;
}

/// Whether the fibres are rows that fill the lanes by themselves.
INLINE int NAME(has_long_rows)(const softmax_layout *layout) {
  return !layout->offsets && layout->inner == 1 && layout->axis >= LONG;
}

INLINE void NAME(normalize)(const T *in, T *out, softmax_layout layout,
                            const NAME(divisor) * divisor, const int as_log) {
  size_t axis = layout.axis;
  if (NAME(has_long_rows)(&layout)) {
    for (size_t i = 0; i < layout.outer; i++, in += axis, out += axis) {
      if (as_log) {
        NAME(row_log_softmax)(in, out, axis, divisor);
      } else {
        NAME(row_softmax)(in, out, axis, divisor);
      }
    }
    return;
  }
  if (!divisor) layout.starts = layout.offsets = NULL;
  FOR_EACH_GROUP(layout, g, NAME(normalize_group)(in, out, &g, axis, divisor, as_log))
}

static void NAME(softmax)(const void *in, void *out, softmax_layout layout, double temperature) {
  NAME(divisor) divisor = NAME(divisor_of)(temperature);
  if (NAME(is_plain)(&layout, temperature)) {
    NAME(normalize)(in, out, layout, NULL, 0);
  } else {
    NAME(normalize)(in, out, layout, &divisor, 0);
  }
}

static void NAME(log_softmax)(const void *in, void *out, softmax_layout layout, double temperature) {
  NAME(divisor) divisor = NAME(divisor_of)(temperature);
  if (NAME(is_plain)(&layout, temperature)) {
    NAME(normalize)(in, out, layout, NULL, 1);
  } else {
    NAME(normalize)(in, out, layout, &divisor, 1);
  }
}

INLINE void NAME(reduce)(const T *in, T *out, softmax_layout layout,
                         const NAME(divisor) * divisor) {
  size_t axis = layout.axis, count = NAME(fibre_count)(&layout);
  if (NAME(has_long_rows)(&layout)) {
    for (size_t i = 0; i < count; i++) out[i] = NAME(row_log_sum_exp)(in + i * axis, axis, divisor);
    return;
  }
  if (!divisor) layout.starts = layout.offsets = NULL;
  FOR_EACH_GROUP(layout, g, {
    V result = NAME(group_log_sum_exp)(in, &g, axis, divisor);
    for (size_t lane = 0; lane < W && i + lane < count; lane++) out[i + lane] = result[lane];
  })
}

static void NAME(log_sum_exp)(const void *in, void *out, softmax_layout layout, double temperature) {
  NAME(divisor) divisor = NAME(divisor_of)(temperature);
  if (NAME(is_plain)(&layout, temperature)) {
    NAME(reduce)(in, out, layout, NULL);
  } else {
    NAME(reduce)(in, out, layout, &divisor);
  }
}

/// J = diag(p) - p p^T from e = p S: products of two e, or of one and the sum of the others, times
/// 1/S^2.
static void NAME(jacobian)(const void *in, void *exponentials, void *result, size_t n) {
  const T *logits = in;
  T *e = exponentials, *out = result;
  T peak = NAME(finite_or_nan)(NAME(row_peak)(logits, n));
  NAME(row) row = NAME(row_sums)(logits, e, n, peak, NULL, 1);
  // S is squared, and few beside the products to come: each term is added with its rounding.
  NAME(tally) sum = {NAME(all)(0), NAME(all)(0)};
  for (size_t j = 0; j < n; j += W) {
    size_t count = n - j < W ? n - j : W;
    V z = NAME(load_some)(logits + j, count, peak), x = NAME(load_some)(e + j, count, 0);
    NAME(count)(&sum, NAME(select)(z == NAME(all)(peak), NAME(all)(0), x));
  }
  row.others = NAME(sum_of_lanes)(sum);
  row.rest = 0;
  NAME(pair) total = NAME(row_total)(row);
  NAME(pair) inverse = NAME(inverse)(NAME(product)(total, total));
  T above_one = row.others + (row.ties - 1);
  for (size_t i = 0; i < n; i++) {
    T others = logits[i] == peak ? above_one : (total.value[0] - e[i]) + total.rest[0];
    NAME(pair) own = NAME(product)(NAME(pair_of)(NAME(all)(e[i]), NAME(all)(0)), inverse);
    T *line = out + i * n, value = own.value[0], rest = own.rest[0];
    size_t j = 0;
    // 0 - x, not -x: a masked class has 0 here, not -0.
    for (; j + W <= n; j += W) NAME(store)(line + j, 0 - NAME(times)(NAME(load)(e + j), own));
    for (; j < n; j++) line[j] = 0 - (e[j] * value + e[j] * rest);
    line[i] = others * value + others * rest;
  }
}

static const softmax_kernels NAME(kernels) = {
    .softmax = NAME(softmax),
    .log_softmax = NAME(log_softmax),
    .log_sum_exp = NAME(log_sum_exp),
    .softmax_backward = NAME(softmax_backward),
    .log_softmax_backward = NAME(log_softmax_backward),
    .scale_fibres = NAME(scale_fibres),
    .label_loss = NAME(label_loss),
    .target_loss = NAME(target_loss),
    .log_likelihood_loss = NAME(log_likelihood_loss),
    .probability_loss = NAME(probability_loss),
    .log_divergence = NAME(log_divergence),
    .entropy = NAME(entropy),
    .binary_loss = NAME(binary_loss),
    .masked_softmax = NAME(masked_softmax),
    .masked = NAME(masked),
    .gathered = NAME(gathered),
    .regression_gradient = NAME(regression_gradient),
    .descend = NAME(descend),
    .regression_logits = NAME(regression_logits),
    .arg_max = NAME(arg_max),
    .total = NAME(total),
    .jacobian = NAME(jacobian),
    .lanes = W,
};
