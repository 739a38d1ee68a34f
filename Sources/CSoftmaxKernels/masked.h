// Softmax over the classes that a mask leaves. A masked logit is kept as -inf; exp never sees it, for
// what is far below the peak takes the slow way there.

/// W logits of which those that the mask leaves out are -inf.
INLINE V NAME(masked_logits)(const T *in, const uint8_t *mask) {
  typedef uint8_t bytes __attribute__((ext_vector_type(W), aligned(1)));
  M kept = __builtin_convertvector(*(const bytes *)mask, M) != 0;
  return NAME(select)(kept, NAME(load)(in), NAME(all)(-INFINITY));
}

/// A mask of n logits applied; the largest of what is left.
INLINE T NAME(apply_mask)(const T *in, const uint8_t *mask, T *out, size_t n) {
  V peaks = NAME(all)(-INFINITY);
  size_t j = 0;
  for (; j + W <= n; j += W) {
    V z = NAME(masked_logits)(in + j, mask + j);
    peaks = NAME(select)(z > peaks, z, peaks);
    NAME(store)(out + j, z);
  }
  T peak = -INFINITY;
  for (int lane = 0; lane < W; lane++) peak = peaks[lane] > peak ? peaks[lane] : peak;
  for (; j < n; j++) {
    out[j] = mask[j] ? in[j] : -INFINITY;
    peak = out[j] > peak ? out[j] : peak;
  }
  return peak;
}

/// exp((z - m)/T), 0 for a masked class, added to the sum.
INLINE V NAME(masked_step)(V z, V peak, const NAME(divisor) * divisor, NAME(tally) * sum) {
  M masked = z == NAME(all)(-INFINITY);
  V rounding, q = NAME(exponent)(NAME(select)(masked, peak, z), peak, divisor, &rounding);
  V e = NAME(select)(masked, NAME(all)(0), NAME(exp_of)(q, rounding));
  NAME(count)(sum, e);
  return e;
}

/// A line of masked classes has no peak: 0 in its place makes its sum 0.
INLINE V NAME(masked_peak)(V peak) {
  V usable = NAME(usable_peak)(peak);
  return NAME(select)(peak == NAME(all)(-INFINITY), NAME(all)(0), usable);
}

/// A line whose sum is 0 or no number: NaN where a class takes part, 0 elsewhere.
static void NAME(spoil)(const uint8_t *mask, T *out, size_t n) {
  for (size_t j = 0; j < n; j++) out[j] = mask[j] ? NAN : 0;
}

INLINE void NAME(row_masked_softmax)(const T *in, const uint8_t *mask, T *out, size_t n,
                                     const NAME(divisor) * divisor) {
  V peak = NAME(masked_peak)(NAME(all)(NAME(apply_mask)(in, mask, out, n)));
  // Two sums, for each waits on itself.
  NAME(tally) sums[2] = {{NAME(all)(0), NAME(all)(0)}, {NAME(all)(0), NAME(all)(0)}};
  size_t j = 0;
  for (; j + 2 * W <= n; j += 2 * W) {
    V first = NAME(masked_step)(NAME(load)(out + j), peak, divisor, &sums[0]);
    V second = NAME(masked_step)(NAME(load)(out + j + W), peak, divisor, &sums[1]);
    NAME(store)(out + j, first);
    NAME(store)(out + j + W, second);
  }
  for (; j < n; j += W) {
    size_t count = n - j < W ? n - j : W;
    V e = NAME(masked_step)(NAME(load_some)(out + j, count, -INFINITY), peak, divisor, &sums[0]);
    NAME(store_some)(out + j, count, e);
  }
  NAME(count)(&sums[0], sums[1].value);
  sums[0].lost += sums[1].lost;
  T total = NAME(sum_of_lanes)(sums[0]);
  if (total > 0) {
    NAME(scale)(out, n, NAME(inverse)(NAME(pair_of)(NAME(all)(total), NAME(all)(0))));
  } else {
    NAME(spoil)(mask, out, n);
  }
}

/// W rows side by side.
INLINE void NAME(group_masked_softmax)(const T *in, const uint8_t *mask, T *out, size_t rows,
                                       size_t classes, const NAME(divisor) * divisor) {
  V z[SCRATCH];
  T block[W * SCRATCH];
  NAME(apply_mask)(in, mask, block, rows * classes);
  softmax_layout layout = {.outer = rows, .axis = classes, .inner = 1};
  NAME(group) g = NAME(group_at)(0, &layout);
  NAME(copy_in)(z, block, &g, classes);
  V peak = NAME(all)(-INFINITY);
  for (size_t j = 0; j < classes; j++) peak = NAME(select)(z[j] > peak, z[j], peak);
  peak = NAME(masked_peak)(peak);
  NAME(tally) even = {NAME(all)(0), NAME(all)(0)}, odd = even;
  size_t j = 0;
  for (; j + 2 <= classes; j += 2) {
    z[j] = NAME(masked_step)(z[j], peak, divisor, &even);
    z[j + 1] = NAME(masked_step)(z[j + 1], peak, divisor, &odd);
  }
  if (j < classes) z[j] = NAME(masked_step)(z[j], peak, divisor, &even);
  NAME(count)(&even, odd.value);
  NAME(pair) inverse = NAME(inverse)(NAME(pair_of)(even.value, even.lost + odd.lost));
  for (j = 0; j < classes; j++) z[j] = NAME(times)(z[j], inverse);
  NAME(copy_out)(out, &g, classes, z);
  for (size_t row = 0; row < rows; row++) {
    if (!(even.value[row] > 0)) NAME(spoil)(mask + row * classes, out + row * classes, classes);
  }
}

INLINE void NAME(masked_rows)(const T *in, const uint8_t *mask, T *out, size_t rows,
                              size_t classes, const NAME(divisor) * divisor) {
  size_t step = classes > SCRATCH || classes >= LONG ? 1 : W;
  for (size_t i = 0; i < rows; i += step) {
    size_t at = i * classes, count = rows - i < step ? rows - i : step;
    if (step == 1) {
      NAME(row_masked_softmax)(in + at, mask + at, out + at, classes, divisor);
    } else {
      NAME(group_masked_softmax)(in + at, mask + at, out + at, count, classes, divisor);
    }
  }
}

static void NAME(masked_softmax)(const void *in, const uint8_t *mask, void *out, size_t rows,
                                 size_t classes, double temperature) {
  NAME(divisor) divisor = NAME(divisor_of)(temperature);
  if (temperature == 1) {
    NAME(masked_rows)(in, mask, out, rows, classes, NULL);
  } else {
    NAME(masked_rows)(in, mask, out, rows, classes, &divisor);
  }
}
