// exp of differences, W at a time.

/// a + b in two parts: the rounded sum, and what the rounding took.
INLINE V NAME(two_sum)(V a, V b, V *lost) {
  V sum = a + b;
  V b_rounded = sum - a;
  *lost = (a - (sum - b_rounded)) + (b - b_rounded);
  return sum;
}

/// A number in two parts, what plain arithmetic gives and what rounding took from it: a product of
/// several rounded factors is then off by the last rounding alone.
typedef struct {
  V value, rest;
} NAME(pair);

INLINE NAME(pair) NAME(pair_of)(V value, V rest) {
  // Beside an infinity or a NaN the rest means nothing.
  M usable = rest - rest == NAME(all)(0);
  NAME(pair) pair = {value, NAME(select)(usable, rest, NAME(all)(0))};
  return pair;
}

/// A Double, of which one T may hold only a part.
INLINE NAME(pair) NAME(split)(double x) {
  T value = (T)x;
  return NAME(pair_of)(NAME(all)(value), NAME(all)((T)(x - (double)value)));
}

INLINE NAME(pair) NAME(product)(NAME(pair) a, NAME(pair) b) {
  V value = a.value * b.value;
  V lost = __builtin_elementwise_fma(a.value, b.value, -value);
  return NAME(pair_of)(value, lost + (a.value * b.rest + a.rest * b.value));
}

INLINE NAME(pair) NAME(inverse)(NAME(pair) a) {
  V value = 1 / a.value;
  V left = __builtin_elementwise_fma(-value, a.value, NAME(all)(1)) - value * a.rest;
  return NAME(pair_of)(value, left * value);
}

/// x a, rounded once where the machine has fused multiply-add.
INLINE V NAME(times)(V x, NAME(pair) a) { return x * a.value + x * a.rest; }

/// A temperature in two parts, so that a Float is divided by what was given as a Double.
typedef struct {
  V high, low;
  int is_one;
} NAME(divisor);

INLINE NAME(divisor) NAME(divisor_of)(double temperature) {
  T high = (T)temperature;
  T low = (T)(temperature - (double)high);
  NAME(divisor) d = {NAME(all)(high), NAME(all)(low), temperature == 1};
  return d;
}

/// (q + lost)/T rounded; `lost` becomes what the rounding took.
INLINE V NAME(quotient)(V q, const NAME(divisor) * divisor, V *lost) {
  V quotient = q / divisor->high;
  V rest = __builtin_elementwise_fma(-quotient, divisor->high, q) - quotient * divisor->low;
  *lost = (rest + *lost) / divisor->high;
  return quotient;
}

/// (z - m)/T for exp, with what the rounding took, which means nothing where the result is not
/// finite. `divisor` is NULL for T = 1. Where z - m overflows, its quotient may not.
INLINE V NAME(exponent)(V z, V m, const NAME(divisor) * divisor, V *lost) {
  V q = NAME(two_sum)(z, -m, lost);
  if (!divisor) return q;
  M near = q > NAME(all)(-INFINITY);
  V quotient = NAME(quotient)(q, divisor, lost);
  *lost = NAME(select)(near & (quotient > NAME(all)(-INFINITY)), *lost, NAME(all)(0));
  return NAME(select)(near, quotient, z / divisor->high - m / divisor->high);
}

/// (z - m)/T and, in `lost`, what the rounding took: 0 where the difference overflows.
INLINE V NAME(difference)(V z, V m, const NAME(divisor) * divisor, V *lost) {
  V q = NAME(exponent)(z, m, divisor, lost);
  *lost = NAME(select)(q > NAME(all)(-INFINITY), *lost, NAME(all)(0));
  return q;
}

/// (exp(r) - 1 - r) / r^2 for |r| <= ln(2)/2: Chebyshev fit, mpmath with 40 digits. The error in
/// exp is 4e-19 for Double, 7e-10 for Float: under 1/100 ulp.
INLINE V NAME(exp_tail)(V r) {
  V s = r * r;
#if BITS == 64
  V even = 0x1.1f730349868cep-29 * s + 0x1.27e4db646b17ep-22;
  V odd = 0x1.af4de97ca4194p-26 * s + 0x1.71de0231960ebp-19;
  even = even * s + 0x1.a01a01a6d889cp-16;
  odd = odd * s + 0x1.a01a01abe7fe1p-13;
  even = even * s + 0x1.6c16c16c162d4p-10;
  odd = odd * s + 0x1.11111111100dcp-7;
  even = even * s + 0x1.5555555555556p-5;
  odd = odd * s + 0x1.5555555555557p-3;
  even = even * s + 0x1p-1;
#else
  V even = 0x1.6d43240000000p-10f * s + 0x1.5554eap-5f;
  V odd = 0x1.a124f2p-13f * s + 0x1.1110e0p-7f;
  even = even * s + 0x1p-1f;
  odd = odd * s + 0x1.555556p-3f;
#endif
  return odd * r + even;
}

/// Whether a lane of a comparison holds.
INLINE int NAME(any)(M condition) { return __builtin_reduce_or(condition) != 0; }

/// exp(r) and the exponent k, in the place of the exponent's bits, for q + lost = k ln 2 + r.
INLINE V NAME(reduced_exp)(V q, V lost, M *exponent) {
  // Adding 1.5 * 2^p leaves the nearest whole number in the last bits.
  V shifted = q * (T)0x1.71547652b82fep0 + MAGIC;
  V k = shifted - MAGIC;
  V r = (q - k * LN2_HIGH) - k * LN2_LOW;
  r += lost;
  *exponent = (M)shifted << EXPONENT_SHIFT;
  return 1 + (r + r * r * NAME(exp_tail)(r));
}

/// exp(z - m) for a z near enough to m, in size and in value: see row_is_near.
INLINE V NAME(exp_near)(V z, V m) {
  M exponent;
  V q = z - m;
  V value = NAME(reduced_exp)(q, z - (q + m), &exponent);
  return value * (V)(exponent + ONE_BITS);
}

/// exp far below the peak: nothing may be left of it, or a subnormal, which a last factor rounds
/// to once.
static __attribute__((noinline)) V NAME(exp_far_below)(V q, V lost) {
  M dead = q < NAME(all)(LOWEST), low = q < NAME(all)(SUBNORMAL_BELOW), exponent;
  q = NAME(select)(dead, NAME(all)(LOWEST), q);
  lost = NAME(select)(dead, NAME(all)(0), lost);
  V value = NAME(reduced_exp)(q, lost, &exponent);
  M lift = (low & RESCUE_EXPONENT) << EXPONENT_SHIFT;
  V rescue = NAME(select)(low, NAME(all)(RESCUE), NAME(all)(1));
  return value * (V)(exponent + lift + ONE_BITS) * rescue;
}

/// exp(q + lost) for q <= 0, within 1 ulp; 0 below LOWEST, NaN for NaN.
INLINE V NAME(exp_of)(V q, V lost) {
  if (__builtin_expect(NAME(any)(q < NAME(all)(SUBNORMAL_BELOW)), 0)) {
    return NAME(exp_far_below)(q, lost);
  }
  M exponent;
  V value = NAME(reduced_exp)(q, lost, &exponent);
  return value * (V)(exponent + ONE_BITS);
}

/// (log((1 + s)/(1 - s)) - 2s) / s^3 in z = s^2 for 1 + f = (1 + s)/(1 - s) in sqrt(1/2)...sqrt(2):
/// Chebyshev fit, mpmath with 40 digits. The error in the log is under 1/40 ulp.
INLINE V NAME(log_tail)(V z) {
#if BITS == 64
  // In pairs: a chain of half the length.
  V square = z * z;
  V high = 0x1.2b5bd9a316a24p-3 * z + 0x1.39fe16ad885a7p-3;
  V middle = 0x1.7462b6e311a89p-3 * z + 0x1.c71c62ddb431bp-3;
  V low = 0x1.2492492df7663p-2 * z + 0x1.99999999952abp-2;
  return ((high * square + middle) * square + low) * z + 0x1.5555555555558p-1;
#else
  V q = 0x1.ddd1d8p-3f * z + 0x1.245c36p-2f;
  q = q * z + 0x1.9999ecp-2f;
  return q * z + 0x1.555556p-1f;
#endif
}

/// log(1 + x) for 0 <= x < 2^40, within 1 ulp; NaN for NaN.
///
/// 1 + x = u + c exactly, u = 2^k (1 + f); log(1 + x) = k ln 2 + log(1 + f) + c/u.
INLINE V NAME(log_one_plus)(V x) {
  V u = 1 + x;
  V c = NAME(select)(x < NAME(all)(1), x - (u - 1), 1 - (u - x));
  M bits = (M)u;
  M k_bits = (bits - SQRT_HALF_BITS) >> EXPONENT_SHIFT;
  V k = (V)(k_bits + (M)NAME(all)(MAGIC)) - MAGIC;
  V f = (V)(bits - (k_bits << EXPONENT_SHIFT)) - 1;
  V s = f / (2 + f), z = s * s;
  V half_square = (T)0.5 * f * f;
  V rest = s * (half_square + z * NAME(log_tail)(z)) + (k * LN2_LOW + c / u);
  return k * LN2_HIGH + (f - (half_square - rest));
}

/// log x of a normal number, less `lift` in the exponent.
INLINE V NAME(log_of_normal)(V x, V lift) {
  M bits = (M)x;
  M k_bits = (bits - SQRT_HALF_BITS) >> EXPONENT_SHIFT;
  V k = (V)(k_bits + (M)NAME(all)(MAGIC)) - MAGIC - lift;
  V f = (V)(bits - (k_bits << EXPONENT_SHIFT)) - 1;
  V s = f / (2 + f), z = s * s;
  V half_square = (T)0.5 * f * f;
  V rest = s * (half_square + z * NAME(log_tail)(z)) + k * LN2_LOW;
  return k * LN2_HIGH + (f - (half_square - rest));
}

/// log x where some lane is no normal number: a subnormal one is lifted to have an exponent.
static __attribute__((noinline)) V NAME(log_of_any)(V x) {
  M low = x < NAME(all)(LEAST_NORMAL);
  V lift = NAME(select)(low, NAME(all)(LIFT_EXPONENT), NAME(all)(0));
  V result = NAME(log_of_normal)(NAME(select)(low, x * LIFT, x), lift);
  result = NAME(select)(x == NAME(all)(0), NAME(all)(-INFINITY), result);
  result = NAME(select)(x == NAME(all)(INFINITY), x, result);
  return NAME(select)(x >= NAME(all)(0), result, NAME(all)(NAN));
}

/// log x for x >= 0, within 1 ulp; -inf for 0, NaN below 0 and for NaN.
INLINE V NAME(log_of)(V x) {
  M normal = (x >= NAME(all)(LEAST_NORMAL)) & (x < NAME(all)(INFINITY));
  if (__builtin_expect(NAME(any)(~normal), 0)) return NAME(log_of_any)(x);
  return NAME(log_of_normal)(x, NAME(all)(0));
}
