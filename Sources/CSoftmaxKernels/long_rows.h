// One row at a time, W of its elements in the lanes: for rows long enough to fill them.

/// Rows shorter than this are done W rows side by side.
#define LONG (8 * W)

/// The last elements of a row, with -inf, whose exp is 0, in the lanes past its end.
INLINE V NAME(load_tail)(const T *in, size_t count) {
  V v = NAME(all)(-INFINITY);
  for (size_t lane = 0; lane < count; lane++) v[lane] = in[lane];
  return v;
}

INLINE void NAME(store_tail)(T *out, size_t count, V v) {
  for (size_t lane = 0; lane < count; lane++) out[lane] = v[lane];
}

/// The largest logit and, if it is asked for, the least.
INLINE T NAME(row_range)(const T *in, size_t n, T *least) {
  V peaks[4], floors[4];
  for (int i = 0; i < 4; i++) {
    peaks[i] = NAME(all)(-INFINITY);
    floors[i] = NAME(all)(INFINITY);
  }
  size_t j = 0;
  for (; j + 4 * W <= n; j += 4 * W) {
    for (int i = 0; i < 4; i++) {
      V z = NAME(load)(in + j + i * W);
      peaks[i] = NAME(select)(z > peaks[i], z, peaks[i]);
      if (least) floors[i] = NAME(select)(z < floors[i], z, floors[i]);
    }
  }
  T peak = -INFINITY, floor = INFINITY;
  for (int i = 0; i < 4; i++) {
    for (int lane = 0; lane < W; lane++) {
      peak = peaks[i][lane] > peak ? peaks[i][lane] : peak;
      floor = floors[i][lane] < floor ? floors[i][lane] : floor;
    }
  }
  for (; j < n; j++) {
    peak = in[j] > peak ? in[j] : peak;
    floor = in[j] < floor ? in[j] : floor;
  }
  if (least) *least = floor;
  return peak;
}

INLINE T NAME(row_peak)(const T *in, size_t n) { return NAME(row_range)(in, n, NULL); }

/// Whether no exponential of a row is near the subnormal numbers, and no logit has a larger exponent
/// than the peak: z - (q + m) is then all that the rounding of q = z - m took (Dekker's Fast2Sum).
static int NAME(row_is_near)(T least, T peak) {
  int exponent;
  frexp(peak, &exponent);
  double limit = ldexp(1, exponent);
  return least - peak > (T)SUBNORMAL_BELOW && -least < limit;
}

/// The peak of one row, and the parts of its sum.
typedef struct {
  T peak, ties, others;
  /// What rounding took from `others`.
  T rest;
} NAME(row);

/// S in all lanes.
INLINE NAME(pair) NAME(row_total)(NAME(row) row) {
  return NAME(sum_of)(NAME(all)(row.ties), NAME(all)(row.others), NAME(all)(row.rest));
}

/// exp of W differences, added to `others`; with `apart`, those at the peak are counted in `ties`
/// instead.
INLINE V NAME(row_step)(V z, V peak, const NAME(divisor) * divisor, M *ties, V *others,
                        const int apart, const int near) {
  V rounding, e;
  if (near) {
    e = NAME(exp_near)(z, peak);
  } else {
    V q = NAME(exponent)(z, peak, divisor, &rounding);
    e = NAME(exp_of)(q, rounding);
  }
  if (!apart) {
    *others += e;
    return e;
  }
  M tie = z == peak;
  *ties -= tie;  // a lane that holds is -1
  *others += NAME(select)(tie, NAME(all)(0), e);
  return e;
}

/// The sums of a row of n, which may be `near` (without a divisor); the exponentials go to `out` unless that is NULL. Without `apart`, all
/// are in `others`: enough where 1 + others is all that is asked for.
INLINE NAME(row) NAME(row_sums_of)(const T *in, T *out, size_t n, T peak,
                                   const NAME(divisor) * divisor, const int apart,
                                   const int near) {
  V peaks = NAME(all)(peak), sum = NAME(all)(0), lost = NAME(all)(0);
  M ties = {0};
  // A logarithm of the sum is as exact with fewer of them.
  size_t j = 0, block = (out ? 4 : 8) * BLOCK * W;
  while (j + W <= n) {
    size_t end = n - j < block ? n : j + block;
    V block[2] = {NAME(all)(0), NAME(all)(0)}, error;
    for (; j + 2 * W <= end; j += 2 * W) {
      V z0 = NAME(load)(in + j), z1 = NAME(load)(in + j + W);
      V e0 = NAME(row_step)(z0, peaks, divisor, &ties, &block[0], apart, near);
      V e1 = NAME(row_step)(z1, peaks, divisor, &ties, &block[1], apart, near);
      if (out) {
        NAME(store)(out + j, e0);
        NAME(store)(out + j + W, e1);
      }
    }
    if (j + W <= end) {
      V e = NAME(row_step)(NAME(load)(in + j), peaks, divisor, &ties, &block[0], apart, near);
      if (out) NAME(store)(out + j, e);
      j += W;
    }
    sum = NAME(two_sum)(sum, block[0] + block[1], &error);
    lost += error;
  }
  if (j < n) {
    V rest = NAME(all)(0), error;
    V z = NAME(load_tail)(in + j, n - j);
    V e = NAME(row_step)(z, peaks, divisor, &ties, &rest, apart, 0);
    if (out) NAME(store_tail)(out + j, n - j, e);
    sum = NAME(two_sum)(sum, rest, &error);
    lost += error;
  }
  NAME(row) row = {peak, 0, 0, 0};
  T total = 0, left = 0;
  for (int lane = 0; lane < W; lane++) {
    T next = total + sum[lane], rounded = next - total;
    left += (total - (next - rounded)) + (sum[lane] - rounded) + lost[lane];
    total = next;
    row.ties += ties[lane];
  }
  row.others = total + left;
  row.rest = left - (row.others - total);
  return row;
}

INLINE NAME(row) NAME(row_sums)(const T *in, T *out, size_t n, T peak,
                                const NAME(divisor) * divisor, const int apart) {
  return NAME(row_sums_of)(in, out, n, peak, divisor, apart, 0);
}

INLINE T NAME(finite_or_nan)(T peak) { return isinf(peak) ? NAN : peak; }

/// The sums of a row whose peak is not known yet; NaN in the place of an infinite one.
INLINE NAME(row) NAME(sums_from)(const T *in, T *out, size_t n, const NAME(divisor) * divisor,
                                 const int apart) {
  T least, peak = NAME(finite_or_nan)(NAME(row_range)(in, n, divisor ? NULL : &least));
  if (!divisor && NAME(row_is_near)(least, peak)) {
    return NAME(row_sums_of)(in, out, n, peak, NULL, apart, 1);
  }
  return NAME(row_sums)(in, out, n, peak, divisor, apart);
}

INLINE void NAME(scale)(T *values, size_t n, NAME(pair) factor) {
  size_t j = 0;
  for (; j + W <= n; j += W) NAME(store)(values + j, NAME(times)(NAME(load)(values + j), factor));
  T value = factor.value[0], rest = factor.rest[0];
  for (; j < n; j++) values[j] = values[j] * value + values[j] * rest;
}

INLINE void NAME(row_softmax)(const T *in, T *out, size_t n, const NAME(divisor) * divisor) {
  NAME(row) row = NAME(sums_from)(in, out, n, divisor, 0);
  NAME(scale)(out, n, NAME(inverse)(NAME(row_total)(row)));
}

INLINE void NAME(row_log_softmax)(const T *in, T *out, size_t n, const NAME(divisor) * divisor) {
  NAME(row) row = NAME(sums_from)(in, NULL, n, divisor, 1);
  T peak = row.peak, log_sum = LOG1P(row.others + (row.ties - 1));
  V peaks = NAME(all)(peak), log_sums = NAME(all)(log_sum);
  NAME(normalizer) normalizer = NAME(normalizer_of)(peaks, log_sums);
  size_t j = 0;
  for (; j + W <= n; j += W) {
    V z = NAME(load)(in + j);
    NAME(store)(out + j, NAME(log_probability)(z, peaks, log_sums, &normalizer, divisor));
  }
  if (j < n) {
    V z = NAME(load_tail)(in + j, n - j);
    V tail = NAME(log_probability)(z, peaks, log_sums, &normalizer, divisor);
    NAME(store_tail)(out + j, n - j, tail);
  }
}

INLINE T NAME(row_log_sum_exp)(const T *in, size_t n, const NAME(divisor) * divisor) {
  T peak = NAME(row_peak)(in, n);
  if (isinf(peak)) {
    NAME(group) g = {.stride = 1};
    return NAME(log_sum_exp_at_infinity)(in, &g, 0, n, peak);
  }
  NAME(row) row = NAME(row_sums)(in, NULL, n, peak, divisor, 1);
  T log_sum = LOG1P(row.others + (row.ties - 1));
  return NAME(peak_and_log_sum)(NAME(all)(peak), divisor, NAME(all)(log_sum))[0];
}
