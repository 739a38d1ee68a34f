// exp of differences, W at a time.

/// a + b in two parts: the rounded sum, and what the rounding took.
INLINE V NAME(two_sum)(V a, V b, V *lost) {
  V sum = a + b;
  V b_rounded = sum - a;
  *lost = (a - (sum - b_rounded)) + (b - b_rounded);
  return sum;
}

/// z - m and, in `lost`, what the rounding took: 0 where the difference overflows.
INLINE V NAME(difference)(V z, V m, V *lost) {
  V q = NAME(two_sum)(z, -m, lost);
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

/// exp(q + lost) for q <= 0, within 1 ulp; 0 below LOWEST, NaN for NaN.
///
/// q = k ln 2 + r; exp(q) = 2^k exp(r).
INLINE V NAME(exp_of)(V q, V lost) {
  M dead = q < NAME(all)(LOWEST);
  q = NAME(select)(dead, NAME(all)(LOWEST), q);
  // Adding 1.5 * 2^p leaves the nearest whole number in the last bits.
  V shifted = q * (T)0x1.71547652b82fep0 + MAGIC;
  V k = shifted - MAGIC;
  V r = (q - k * LN2_HIGH) - k * LN2_LOW;
  r += NAME(select)(dead, NAME(all)(0), lost);
  V value = 1 + (r + r * r * NAME(exp_tail)(r));
  M low = q < NAME(all)(SUBNORMAL_BELOW);
  M exponent = ((M)shifted + (low & RESCUE_EXPONENT)) << EXPONENT_SHIFT;
  V scale = (V)(exponent + ONE_BITS);
  V rescue = NAME(select)(low, NAME(all)(RESCUE), NAME(all)(1));
  return value * scale * rescue;
}
