// W fibres side by side, one a lane: for short rows, and for axes that are not the last.

/// W fibres: where each begins, and how far apart a fibre's elements are.
typedef struct {
  size_t start[W];
  size_t stride;
  /// Where the elements are from the start, instead of a stride; or NULL.
  const size_t *offsets;
  /// The starts follow each other, so that W elements are loaded at once.
  int adjacent;
} NAME(group);

/// The sums of W fibres in the parts that keep their digits.
typedef struct {
  V peak;
  /// How many elements equal the peak; each is exactly 1 in the sum.
  V ties;
  /// The sum of the other exponentials.
  V others;
} NAME(sums);

/// Fibres of up to this many elements are worked on in a copy on the stack, W by W transposed.
#define SCRATCH 64

/// How many terms of a sum are added plainly before their sum joins the compensated one.
#define BLOCK 8

INLINE size_t NAME(offset)(const NAME(group) * g, size_t j) {
  return g->offsets ? g->offsets[j] : j * g->stride;
}

INLINE V NAME(gather)(const T *in, const NAME(group) * g, size_t j) {
  size_t offset = NAME(offset)(g, j);
  if (g->adjacent) return NAME(load)(in + g->start[0] + offset);
  V v;
  for (int lane = 0; lane < W; lane++) v[lane] = in[g->start[lane] + offset];
  return v;
}

INLINE void NAME(scatter)(T *out, const NAME(group) * g, size_t j, V v) {
  size_t offset = NAME(offset)(g, j);
  if (g->adjacent) {
    NAME(store)(out + g->start[0] + offset, v);
  } else {
    for (int lane = 0; lane < W; lane++) out[g->start[lane] + offset] = v[lane];
  }
}

INLINE size_t NAME(fibre_count)(const softmax_layout *at) { return at->outer * at->inner; }

/// The group that begins with fibre `first`. Lanes past the last fibre repeat it: they compute and
/// store the same values once more.
INLINE NAME(group) NAME(group_at)(size_t first, const softmax_layout *at) {
  size_t count = NAME(fibre_count)(at), inner = at->inner;
  NAME(group) g = {.stride = inner, .offsets = at->offsets, .adjacent = 1};
  // A division costs as much as several exponentials: one a group, and none for rows.
  size_t row = inner == 1 ? first : first / inner, column = first - row * inner;
  size_t start = row * at->axis * inner + column;
  for (size_t lane = 0; lane < W; lane++) {
    g.start[lane] = at->starts ? at->starts[first] : start;
    if (first + 1 == count) continue;
    first++;
    start++;
    if (++column == inner) {
      column = 0;
      start += (at->axis - 1) * inner;
    }
  }
  for (size_t lane = 1; lane < W; lane++) g.adjacent &= g.start[lane] == g.start[0] + lane;
  return g;
}

/// `body` for each group `g` of the layout `at`.
#define FOR_EACH_GROUP(at, g, body)                             \
  for (size_t i = 0; i < NAME(fibre_count)(&at); i += W) {      \
    NAME(group) g = NAME(group_at)(i, &at);                     \
    body;                                                       \
  }

/// The group that reads and writes such a copy.
INLINE NAME(group) NAME(copied_group)(void) {
  NAME(group) g = {.stride = W, .adjacent = 1};
  return g;
}

INLINE void NAME(copy_in)(V *copy, const T *in, const NAME(group) * g, size_t axis) {
  for (size_t j = 0; j < axis; j++) copy[j] = NAME(gather)(in, g, j);
}

INLINE void NAME(copy_out)(T *out, const NAME(group) * g, size_t axis, const V *copy) {
  for (size_t j = 0; j < axis; j++) NAME(scatter)(out, g, j, copy[j]);
}

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
  NAME(sums) s = {peak, __builtin_convertvector(ties, V), sum + lost};
  return s;
}

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
  V inverse = 1 / (s.ties + s.others);
  for (size_t j = 0; j < axis; j++) {
    NAME(scatter)(out, g, j, NAME(gather)(out, g, j) * inverse);
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
