// The losses of labels: cross entropy from logits with its gradient, without forming the
// probabilities first, and the negative log-likelihood of log-probabilities.

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

INLINE T NAME(weight_of)(softmax_labels labels, size_t row, int32_t label) {
  T weight = labels.class_weights ? ((const T *)labels.class_weights)[label] : 1;
  return labels.row_weights ? weight * ((const T *)labels.row_weights)[row] : weight;
}

/// w x with 0 times infinity = 0: what has no weight costs nothing, however improbable it is.
INLINE T NAME(weighted)(T weight, T x) { return weight == 0 && !isnan(x) ? 0 : weight * x; }

/// The label's cost, also where z - m overflows: half of it does not, and its product with a small
/// weight may be finite.
INLINE T NAME(label_cost)(T weight, T z, T peak, T log_sum) {
  T information = NAME(label_information)(z, peak, log_sum);
  if (isinf(information) && !isinf(z)) return 2 * weight * (peak * (T)0.5 - z * (T)0.5);
  return NAME(weighted)(weight, information);
}

static void NAME(leave_out)(size_t classes, T *loss, T *gradient) {
  *loss = 0;
  if (gradient) {
    for (size_t j = 0; j < classes; j++) gradient[j] = 0;
  }
}

/// weight scale/S.
INLINE NAME(pair) NAME(label_factor)(V weight, double scale, NAME(pair) total) {
  NAME(pair) weighted = NAME(product)(NAME(pair_of)(weight, NAME(all)(0)), NAME(split)(scale));
  return NAME(product)(weighted, NAME(inverse)(total));
}

/// W fibres side by side, the first of them number `row`; `gradient` may be NULL, and then only the
/// losses are formed.
INLINE void NAME(group_label_loss)(const T *logits, size_t row, const NAME(group) * g,
                                   size_t rows, size_t classes, softmax_labels labels, T *losses,
                                   T *gradient) {
  V own, rest = NAME(all)(0), weight = NAME(all)(0);
  size_t places[W];
  M left_out = {0};
  for (int lane = 0; lane < W; lane++) {
    size_t at = row + lane < rows ? row + lane : rows - 1;
    int32_t label = labels.labels[at];
    left_out[lane] = label < 0 ? -1 : 0;
    places[lane] = NAME(place)(g, label < 0 ? 0 : label, lane);
    own[lane] = logits[places[lane]];
    if (label >= 0) weight[lane] = NAME(weight_of)(labels, at, label);
  }
  V peak = NAME(usable_peak)(NAME(group_peak)(logits, g, classes));
  NAME(sums) s = NAME(group_sums)(logits, gradient, g, classes, peak, NULL);
  V log_sum = NAME(log_of_sums)(s);
  NAME(pair) total = NAME(total_of)(s);
  for (int lane = 0; lane < W; lane++) {
    T cost = NAME(label_cost)(weight[lane], own[lane], peak[lane], log_sum[lane]);
    losses[row + lane < rows ? row + lane : rows - 1] = left_out[lane] ? 0 : cost;
    if (!gradient) continue;
    rest[lane] = (total.value[lane] - gradient[places[lane]]) + total.rest[lane];
    if (own[lane] == peak[lane]) rest[lane] = s.others[lane] + (s.ties[lane] - 1);
  }
  if (!gradient) return;
  NAME(pair) factor = NAME(label_factor)(weight, labels.gradient_scale, total);
  for (size_t j = 0; j < classes; j++) {
    V part = NAME(times)(NAME(gather)(gradient, g, j), factor);
    NAME(scatter)(gradient, g, j, NAME(select)(left_out, NAME(all)(0), part));
  }
  V slope = NAME(select)(left_out, NAME(all)(0), -NAME(times)(rest, factor));
  for (int lane = 0; lane < W; lane++) gradient[places[lane]] = slope[lane];
}

/// The same on a copy.
INLINE void NAME(copied_label_loss)(const T *logits, size_t row, const NAME(group) * g,
                                    size_t rows, size_t classes, softmax_labels labels, T *losses,
                                    T *gradient) {
  V copy[SCRATCH];
  NAME(group) copied = NAME(copied_group)();
  NAME(copy_in)(copy, logits, g, classes);
  if (!gradient) {
    NAME(group_label_loss)((T *)copy, row, &copied, rows, classes, labels, losses, NULL);
    return;
  }
  NAME(group_label_loss)((T *)copy, row, &copied, rows, classes, labels, losses, (T *)copy);
  NAME(copy_out)(gradient, g, classes, copy);
}

INLINE void NAME(row_label_loss)(const T *logits, size_t at, size_t classes, softmax_labels labels,
                                 T *loss, T *gradient) {
  int32_t label = labels.labels[at];
  if (label < 0) {
    NAME(leave_out)(classes, loss, gradient);
    return;
  }
  T z = logits[label], weight = NAME(weight_of)(labels, at, label);
  NAME(row) row = NAME(sums_from)(logits, gradient, classes, NULL, 1);
  T peak = row.peak, above_one = row.others + (row.ties - 1);
  NAME(pair) total = NAME(row_total)(row);
  *loss = NAME(label_cost)(weight, z, peak, LOG1P(above_one));
  if (!gradient) return;
  NAME(pair) factor = NAME(label_factor)(NAME(all)(weight), labels.gradient_scale, total);
  T rest = z == peak ? above_one : (total.value[0] - gradient[label]) + total.rest[0];
  NAME(scale)(gradient, classes, factor);
  gradient[label] = -NAME(times)(NAME(all)(rest), factor)[0];
}

/// The classes of a row lie side by side, the rows `stride` apart.
INLINE void NAME(strided_label_loss)(const T *logits, size_t rows, size_t classes, size_t stride,
                                     softmax_labels labels, T *losses, T *gradient) {
  if (classes > SCRATCH || classes >= LONG) {
    for (size_t i = 0; i < rows; i++) {
      NAME(row_label_loss)(logits + i * stride, i, classes, labels, losses + i,
                           gradient ? gradient + i * stride : NULL);
    }
    return;
  }
  softmax_layout layout = {.outer = rows, .axis = stride, .inner = 1};
  for (size_t i = 0; i < rows; i += W) {
    NAME(group) g = NAME(group_at)(i, &layout);
    NAME(copied_label_loss)(logits, i, &g, rows, classes, labels, losses, gradient);
  }
}

static void NAME(label_loss)(const void *logits, softmax_layout layout, softmax_labels labels,
                             void *losses, void *gradient) {
  size_t rows = NAME(fibre_count)(&layout), classes = layout.axis;
  if (layout.inner == 1) {
    NAME(strided_label_loss)(logits, rows, classes, classes, labels, losses, gradient);
    return;
  }
  FOR_EACH_GROUP(layout, g,
                 NAME(group_label_loss)(logits, i, &g, rows, classes, labels, losses, gradient))
}

static void NAME(log_likelihood_loss)(const void *in, size_t rows, size_t classes,
                                      softmax_labels labels, void *out, void *slope) {
  const T *log_p = in;
  T *losses = out, *gradient = slope;
  for (size_t i = 0; i < rows; i++, log_p += classes, gradient += classes) {
    int32_t label = labels.labels[i];
    T weight = label < 0 ? 0 : NAME(weight_of)(labels, i, label);
    losses[i] = label < 0 ? 0 : NAME(weighted)(weight, 0 - log_p[label]);
    for (size_t j = 0; j < classes; j++) gradient[j] = 0;
    if (label >= 0) gradient[label] = 0 - weight * (T)labels.gradient_scale;
  }
}

typedef T NAME(eight) __attribute__((ext_vector_type(8), aligned(BITS / 8)));
typedef double NAME(eight_sums) __attribute__((ext_vector_type(8)));

/// Eight sums side by side.
static double NAME(total)(const void *in, size_t count) {
  const T *values = in;
  NAME(eight_sums) sums = 0, lost = 0;
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    NAME(eight_sums) terms =
        __builtin_convertvector(*(const NAME(eight) *)(values + i), NAME(eight_sums));
    NAME(eight_sums) next = sums + terms, rounded = next - sums;
    lost += (sums - (next - rounded)) + (terms - rounded);
    sums = next;
  }
  double sum = 0, rest = 0;
  for (size_t k = 0; k < 8 + count - i; k++) {
    double term = k < 8 ? sums[k] : values[i + k - 8], next = sum + term, rounded = next - sum;
    rest += (sum - (next - rounded)) + (term - rounded) + (k < 8 ? lost[k] : 0);
    sum = next;
  }
  return isfinite(sum) ? sum + rest : sum;
}
