// What the table of kernels points to.

static void NAME(softmax)(const T *in, T *out, size_t outer, size_t axis, size_t inner) {
  if (inner == 1 && axis >= LONG) {
    for (size_t i = 0; i < outer; i++) NAME(row_softmax)(in + i * axis, out + i * axis, axis);
    return;
  }
  for (size_t i = 0; i < outer * inner; i += W) {
    NAME(group) g = NAME(group_at)(i, outer * inner, inner, axis * inner);
    NAME(normalize_group)(in, out, &g, axis, 0);
  }
}

static void NAME(log_softmax)(const T *in, T *out, size_t outer, size_t axis, size_t inner) {
  if (inner == 1 && axis >= LONG) {
    for (size_t i = 0; i < outer; i++) NAME(row_log_softmax)(in + i * axis, out + i * axis, axis);
    return;
  }
  for (size_t i = 0; i < outer * inner; i += W) {
    NAME(group) g = NAME(group_at)(i, outer * inner, inner, axis * inner);
    NAME(normalize_group)(in, out, &g, axis, 1);
  }
}

static void NAME(log_sum_exp)(const T *in, T *out, size_t outer, size_t axis, size_t inner) {
  if (inner == 1 && axis >= LONG) {
    for (size_t i = 0; i < outer; i++) out[i] = NAME(row_log_sum_exp)(in + i * axis, axis);
    return;
  }
  size_t count = outer * inner;
  for (size_t i = 0; i < count; i += W) {
    NAME(group) g = NAME(group_at)(i, count, inner, axis * inner);
    V result = NAME(group_log_sum_exp)(in, &g, axis);
    for (size_t lane = 0; lane < W && i + lane < count; lane++) out[i + lane] = result[lane];
  }
}

/// J = diag(p) - p p^T; the diagonal is p times the sum of the other probabilities.
static void NAME(jacobian)(const T *logits, T *p, T *out, size_t n) {
  T peak = NAME(finite_or_nan)(NAME(row_peak)(logits, n));
  NAME(row) row = NAME(row_sums)(logits, p, n, peak, 1);
  T total = row.ties + row.others, inverse = 1 / total;
  for (size_t i = 0; i < n; i++) {
    T rest = logits[i] == peak ? row.others + (row.ties - 1) : total - p[i];
    out[i * n + i] = rest * inverse;
  }
  NAME(scale)(p, n, inverse);
  for (size_t i = 0; i < n; i++) {
    T own = p[i], diagonal = own * out[i * n + i];
    T *line = out + i * n;
    size_t j = 0;
    // 0 - x, not -x: a masked class has 0 here, not -0.
    for (; j + W <= n; j += W) NAME(store)(line + j, 0 - own * NAME(load)(p + j));
    for (; j < n; j++) line[j] = 0 - own * p[j];
    line[i] = diagonal;
  }
}

static const NAME(table) NAME(kernels) = {
    .softmax = NAME(softmax),
    .log_softmax = NAME(log_softmax),
    .log_sum_exp = NAME(log_sum_exp),
    .softmax_backward = NAME(softmax_backward),
    .log_softmax_backward = NAME(log_softmax_backward),
    .scale_fibres = NAME(scale_fibres),
    .label_loss = NAME(label_loss),
    .target_loss = NAME(target_loss),
    .regression_gradient = NAME(regression_gradient),
    .descend = NAME(descend),
    .regression_logits = NAME(regression_logits),
    .total = NAME(total),
    .jacobian = NAME(jacobian),
    .lanes = W,
};
