// The sums of W fibres side by side: for short rows, and for axes that are not the last.

/// The sums of W fibres in the parts that keep their digits.
typedef struct {
  V peak;
  /// How many elements equal the peak; each is exactly 1 in the sum.
  V ties;
  /// The sum of the other exponentials, and what rounding took from it.
  V others, rest;
} NAME(sums);

/// How many terms of a sum are added plainly before their sum joins the compensated one.
#define BLOCK 4

/// An infinite peak leaves nothing to compare with: NaN in its place spreads to all.
INLINE V NAME(usable_peak)(V peak) {
  return NAME(select)(peak - peak == NAME(all)(0), peak, NAME(all)(NAN));
}

INLINE V NAME(group_peak)(const T *in, const NAME(group) * g, size_t axis) {
  V peak = NAME(all)(-INFINITY);
  for (size_t j = 0; j < axis; j++) {
    V z = NAME(gather)(in, g, j);
    peak = NAME(select)(z > peak, z, peak);
  }
  return peak;
}

/// exp of element j of the group, added to `others`, or counted in `ties` at the peak.
INLINE void NAME(group_step)(const T *in, T *out, const NAME(group) * g, size_t j, V peak,
                             const NAME(divisor) * divisor, M *ties, V *others) {
  V z = NAME(gather)(in, g, j), rounding;
  V e = NAME(exp_of)(NAME(exponent)(z, peak, divisor, &rounding), rounding);
  M tie = z == peak;
  *ties -= tie;  // a lane that holds is -1
  *others += NAME(select)(tie, NAME(all)(0), e);
  if (out) NAME(scatter)(out, g, j, e);
}

/// The sums of the group; the exponentials go to `out` if that is not NULL. Two by BLOCK terms are
/// added plainly before their sum joins the compensated one.
INLINE NAME(sums) NAME(group_sums)(const T *in, T *out, const NAME(group) * g, size_t axis, V peak,
                                   const NAME(divisor) * divisor) {
  V sum = NAME(all)(0), lost = NAME(all)(0);
  M ties = {0};
  for (size_t j = 0; j < axis;) {
    size_t end = axis - j < 2 * BLOCK ? axis : j + 2 * BLOCK;
    V block[2] = {NAME(all)(0), NAME(all)(0)}, error;
    for (; j + 2 <= end; j += 2) {
      NAME(group_step)(in, out, g, j, peak, divisor, &ties, &block[0]);
      NAME(group_step)(in, out, g, j + 1, peak, divisor, &ties, &block[1]);
    }
    if (j < end) {
      NAME(group_step)(in, out, g, j, peak, divisor, &ties, &block[0]);
      j++;
    }
    sum = NAME(two_sum)(sum, block[0] + block[1], &error);
    lost += error;
  }
  V others = sum + lost;
  NAME(sums) s = {peak, __builtin_convertvector(ties, V), others, lost - (others - sum)};
  return s;
}

/// a + b + rest.
INLINE NAME(pair) NAME(sum_of)(V a, V b, V rest) {
  V lost, total = NAME(two_sum)(a, b, &lost);
  return NAME(pair_of)(total, lost + rest);
}

/// S.
INLINE NAME(pair) NAME(total_of)(NAME(sums) s) { return NAME(sum_of)(s.ties, s.others, s.rest); }

INLINE V NAME(log_of_sums)(NAME(sums) s) {
  return NAME(log_one_plus)(s.others + (s.ties - 1));
}

/// m + log S in two parts whose sum is exact.
typedef struct {
  V high, low;
} NAME(normalizer);

INLINE NAME(normalizer) NAME(normalizer_of)(V peak, V log_sum) {
  NAME(normalizer) n;
  n.high = NAME(two_sum)(peak, log_sum, &n.low);
  return n;
}

/// (z - m)/T - log S. For T = 1 it is (z - high) - low: where z is near `high` the difference is
/// exact, and elsewhere `low` is nothing beside it.
INLINE V NAME(log_probability)(V z, V peak, V log_sum, const NAME(normalizer) * n,
                               const NAME(divisor) * divisor) {
  if (!divisor || divisor->is_one) return (z - n->high) - n->low;
  V rounding, q = NAME(difference)(z, peak, divisor, &rounding);
  return (q - log_sum) + rounding;
}

INLINE void NAME(group_softmax)(const T *in, T *out, const NAME(group) * g, size_t axis,
                                const NAME(divisor) * divisor) {
  V peak = NAME(usable_peak)(NAME(group_peak)(in, g, axis));
  NAME(sums) s = NAME(group_sums)(in, out, g, axis, peak, divisor);
  NAME(pair) inverse = NAME(inverse)(NAME(total_of)(s));
  for (size_t j = 0; j < axis; j++) {
    NAME(scatter)(out, g, j, NAME(times)(NAME(gather)(out, g, j), inverse));
  }
}

INLINE void NAME(group_log_softmax)(const T *in, T *out, const NAME(group) * g, size_t axis,
                                    const NAME(divisor) * divisor) {
  V peak = NAME(usable_peak)(NAME(group_peak)(in, g, axis));
  V log_sum = NAME(log_of_sums)(NAME(group_sums)(in, NULL, g, axis, peak, divisor));
  NAME(normalizer) normalizer = NAME(normalizer_of)(peak, log_sum);
  for (size_t j = 0; j < axis; j++) {
    V z = NAME(gather)(in, g, j);
    NAME(scatter)(out, g, j, NAME(log_probability)(z, peak, log_sum, &normalizer, divisor));
  }
}

/// log-sum-exp of a fibre whose peak is not finite: NaN if there is one, else the peak.
static T NAME(log_sum_exp_at_infinity)(const T *in, const NAME(group) * g, int lane, size_t axis,
                                       T peak) {
  for (size_t j = 0; j < axis; j++) {
    if (isnan(in[g->start[lane] + NAME(offset)(g, j)])) return NAN;
  }
  return peak;
}

/// m/T + log S.
INLINE V NAME(peak_and_log_sum)(V peak, const NAME(divisor) * divisor, V log_sum) {
  if (!divisor) return peak + log_sum;
  V rounding = NAME(all)(0), lost;
  V scaled = NAME(quotient)(peak, divisor, &rounding);
  V sum = NAME(two_sum)(scaled, log_sum, &lost);
  M finite = sum - sum == NAME(all)(0);
  return NAME(select)(finite, sum + (lost + rounding), sum);
}

INLINE V NAME(group_log_sum_exp)(const T *in, const NAME(group) * g, size_t axis,
                                 const NAME(divisor) * divisor) {
  V peak = NAME(group_peak)(in, g, axis);
  V usable = NAME(usable_peak)(peak);
  V log_sum = NAME(log_of_sums)(NAME(group_sums)(in, NULL, g, axis, usable, divisor));
  V result = NAME(peak_and_log_sum)(usable, divisor, log_sum);
  for (int lane = 0; lane < W; lane++) {
    if (isinf(peak[lane])) {
      result[lane] = NAME(log_sum_exp_at_infinity)(in, g, lane, axis, peak[lane]);
    }
  }
  return result;
}

/// One group of softmax or, with `as_log`, of log-softmax: on a copy where that pays.
INLINE void NAME(normalize_group)(const T *in, T *out, const NAME(group) * g, size_t axis,
                                  const NAME(divisor) * divisor, const int as_log) {
  if (axis <= SCRATCH && !g->adjacent) {
    V copy[SCRATCH];
    NAME(group) copied = NAME(copied_group)();
    NAME(copy_in)(copy, in, g, axis);
    if (as_log) {
      NAME(group_log_softmax)((T *)copy, (T *)copy, &copied, axis, divisor);
    } else {
      NAME(group_softmax)((T *)copy, (T *)copy, &copied, axis, divisor);
    }
    NAME(copy_out)(out, g, axis, copy);
  } else if (as_log) {
    NAME(group_log_softmax)(in, out, g, axis, divisor);
  } else {
    NAME(group_softmax)(in, out, g, axis, divisor);
  }
}
