// Cross entropy from logits with its gradient, row by row, without forming the probabilities first.

/// z - m in one lane's precision, with what the rounding took.
INLINE T NAME(one_difference)(T z, T m, T *lost) {
  T q = z - m, m_rounded = q - z;
  T rest = (z - (q - m_rounded)) + (-m - m_rounded);
  *lost = q > -INFINITY ? rest : 0;
  return q;
}

/// -log p of the label, from the parts of its row's sum.
INLINE T NAME(label_information)(T z, T peak, T log_sum) {
  T rounding, q = NAME(one_difference)(z, peak, &rounding);
  return (log_sum - q) - rounding;
}

INLINE T NAME(weight_of)(softmax_labels labels, int32_t label) {
  return labels.class_weights ? ((const T *)labels.class_weights)[label] : 1;
}

static void NAME(leave_out)(size_t classes, T *loss, T *gradient) {
  *loss = 0;
  if (gradient) {
    for (size_t j = 0; j < classes; j++) gradient[j] = 0;
  }
}

/// W rows side by side; `gradient` may be NULL.
INLINE void NAME(group_label_loss)(const T *logits, size_t row, const NAME(group) * g,
                                   size_t rows, size_t classes, softmax_labels labels, T *losses,
                                   T *gradient) {
  V copy[SCRATCH];
  NAME(group) copied = NAME(copied_group)();
  NAME(copy_in)(copy, logits, g, classes);
  V peak = NAME(usable_peak)(NAME(group_peak)((T *)copy, &copied, classes));
  NAME(sums) s = NAME(group_sums)((T *)copy, (T *)copy, &copied, classes, peak);
  V log_sum = NAME(log_of_sums)(s), total = s.ties + s.others, factor, own;
  for (int lane = 0; lane < W; lane++) {
    size_t at = row + lane < rows ? row + lane : rows - 1;
    int32_t label = labels.labels[at];
    if (label < 0) {
      factor[lane] = own[lane] = 0;
      losses[at] = 0;
      continue;
    }
    T weight = NAME(weight_of)(labels, label), z = logits[g->start[lane] + label];
    losses[at] = weight * NAME(label_information)(z, peak[lane], log_sum[lane]);
    factor[lane] = weight * (T)labels.gradient_scale / total[lane];
    T rest = z == peak[lane] ? s.others[lane] + (s.ties[lane] - 1) : total[lane] - copy[label][lane];
    own[lane] = -rest * factor[lane];
  }
  if (!gradient) return;
  for (size_t j = 0; j < classes; j++) NAME(scatter)(gradient, g, j, copy[j] * factor);
  for (int lane = 0; lane < W; lane++) {
    size_t at = row + lane < rows ? row + lane : rows - 1;
    int32_t label = labels.labels[at];
    if (label < 0) {
      NAME(leave_out)(classes, &losses[at], gradient + g->start[lane]);
    } else {
      gradient[g->start[lane] + label] = own[lane];
    }
  }
}

INLINE void NAME(row_label_loss)(const T *logits, size_t classes, int32_t label,
                                 softmax_labels labels, T *loss, T *gradient) {
  if (label < 0) {
    NAME(leave_out)(classes, loss, gradient);
    return;
  }
  T z = logits[label], weight = NAME(weight_of)(labels, label);
  T peak = NAME(finite_or_nan)(NAME(row_peak)(logits, classes));
  NAME(row) row = NAME(row_sums)(logits, gradient, classes, peak, 1);
  T above_one = row.others + (row.ties - 1), total = row.ties + row.others;
  *loss = weight * NAME(label_information)(z, peak, LOG1P(above_one));
  if (!gradient) return;
  T factor = weight * (T)labels.gradient_scale / total;
  T rest = z == peak ? above_one : total - gradient[label];
  NAME(scale)(gradient, classes, factor);
  gradient[label] = -rest * factor;
}

static void NAME(label_loss)(const T *logits, size_t rows, size_t classes, size_t stride,
                             softmax_labels labels, T *losses, T *gradient) {
  if (classes > SCRATCH || classes >= LONG) {
    for (size_t i = 0; i < rows; i++) {
      NAME(row_label_loss)(logits + i * stride, classes, labels.labels[i], labels, losses + i,
                           gradient ? gradient + i * stride : NULL);
    }
    return;
  }
  for (size_t i = 0; i < rows; i += W) {
    NAME(group) g = NAME(group_at)(i, rows, 1, stride);
    NAME(group_label_loss)(logits, i, &g, rows, classes, labels, losses, gradient);
  }
}

/// Any weights y as the target: loss = sum of y (log S - q), gradient = p (Y - y) - y (1 - p),
/// with 1 - p as the sum of the others over S.
static void NAME(target_loss)(const T *logits, const T *targets, size_t rows, size_t classes,
                              double gradient_scale, T *losses, T *gradient) {
  for (size_t i = 0; i < rows; i++, logits += classes, targets += classes) {
    T peak = NAME(finite_or_nan)(NAME(row_peak)(logits, classes));
    T *out = gradient ? gradient + i * classes : NULL;
    T loss = 0, lost = 0, weight = 0, weight_lost = 0;
    NAME(row) row = NAME(row_sums)(logits, NULL, classes, peak, 1);
    T above_one = row.others + (row.ties - 1), total = row.ties + row.others;
    T log_sum = LOG1P(above_one);
    for (size_t j = 0; j < classes; j++) {
      T y = targets[j], information = NAME(label_information)(logits[j], peak, log_sum);
      T term = y == 0 && !isnan(information) ? 0 : y * information;
      T sum = loss + term, rounded = sum - loss;
      lost += (loss - (sum - rounded)) + (term - rounded);
      loss = sum;
      sum = weight + y, rounded = sum - weight;
      weight_lost += (weight - (sum - rounded)) + (y - rounded);
      weight = sum;
    }
    losses[i] = isfinite(loss) ? loss + lost : loss;
    if (!out) continue;
    weight += weight_lost;
    T factor = (T)gradient_scale / total;
    size_t j = 0;
    for (; j + W <= classes; j += W) {
      V z = NAME(load)(logits + j), y = NAME(load)(targets + j), rounding;
      V q = NAME(difference)(z, NAME(all)(peak), &rounding);
      V e = NAME(exp_of)(q, rounding);
      V rest = NAME(select)(z == NAME(all)(peak), NAME(all)(above_one), total - e);
      NAME(store)(out + j, (e * (weight - y) - y * rest) * factor);
    }
    if (j < classes) {
      size_t left = classes - j;
      V z = NAME(load_tail)(logits + j, left), y = NAME(all)(0), rounding;
      for (size_t lane = 0; lane < left; lane++) y[lane] = targets[j + lane];
      V q = NAME(difference)(z, NAME(all)(peak), &rounding);
      V e = NAME(exp_of)(q, rounding);
      V rest = NAME(select)(z == NAME(all)(peak), NAME(all)(above_one), total - e);
      NAME(store_tail)(out + j, left, (e * (weight - y) - y * rest) * factor);
    }
  }
}

static double NAME(total)(const T *values, size_t count) {
  double sum = 0, lost = 0;
  for (size_t i = 0; i < count; i++) {
    double next = sum + values[i], rounded = next - sum;
    lost += (sum - (next - rounded)) + (values[i] - rounded);
    sum = next;
  }
  return isfinite(sum) ? sum + lost : sum;
}
