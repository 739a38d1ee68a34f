// Included with BITS (64 or 32), BYTES (of a vector) and NAME(x) defined: the types and constants
// the kernels are written in. Undone at the end of kernels.h.

#if BITS == 64
typedef double NAME(real);
#define LOG1P log1p
// The bits of sqrt(1/2).
#define SQRT_HALF_BITS 0x3fe6a09e667f3bcd
#define MAGIC 0x1.8p52
#define LEAST_NORMAL 0x1p-1022
#define LIFT 0x1p64
#define LIFT_EXPONENT 64.0
#define EXPONENT_SHIFT 52
#define ONE_BITS 0x3ff0000000000000
// exp of less than this rounds to 0.
#define LOWEST -746.0
// exp of less than this may be subnormal: the last factor is then 2^-128, and rounds once.
#define SUBNORMAL_BELOW -707.0
#define RESCUE_EXPONENT 128
#define RESCUE 0x1p-128
// ln 2 in two parts, the first with so few digits that its product with the exponent is exact.
#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW 0x1.a39ef35793c76p-33
#else
typedef float NAME(real);
#define LOG1P log1pf
#define SQRT_HALF_BITS 0x3f3504f3
#define MAGIC 0x1.8p23f
#define LEAST_NORMAL 0x1p-126f
#define LIFT 0x1p32f
#define LIFT_EXPONENT 32.0f
#define EXPONENT_SHIFT 23
#define ONE_BITS 0x3f800000
#define LOWEST -104.0f
#define SUBNORMAL_BELOW -86.0f
#define RESCUE_EXPONENT 32
#define RESCUE 0x1p-32f
#define LN2_HIGH 0x1.63p-1f
#define LN2_LOW -0x1.bd0106p-13f
#endif

typedef NAME(real) NAME(vector) __attribute__((ext_vector_type(BYTES * 8 / BITS)));
typedef NAME(vector) NAME(loose) __attribute__((aligned(BITS / 8)));
// What a comparison of vectors is: whole numbers of the same width, 0 or -1. Their type is long on
// one platform and long long on another.
typedef __typeof__((NAME(vector)){0} < (NAME(vector)){0}) NAME(mask);

#define T NAME(real)
#define V NAME(vector)
#define M NAME(mask)
#define W (BYTES * 8 / BITS)
#define INLINE static inline __attribute__((always_inline))
