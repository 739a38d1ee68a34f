// The kernels, for one element type and one vector width. See lane_width.h for the macros.
#include "lane_width.h"

INLINE V NAME(all)(T x) { return (V)x; }

INLINE V NAME(select)(M condition, V yes, V no) {
  return condition ? yes : no;
}

INLINE V NAME(load)(const T *p) { return (V) * (const NAME(loose) *)p; }

INLINE void NAME(store)(T *p, V v) { *(NAME(loose) *)p = (NAME(loose))v; }

#include "exponential.h"
#include "groups.h"
#include "transpose.h"
#include "fibres.h"
#include "long_rows.h"
#include "backward.h"
#include "losses.h"
#include "targets.h"
#include "elements.h"
#include "rows.h"
#include "masked.h"
#include "regression.h"
#include "entry_points.h"

#undef T
#undef V
#undef M
#undef W
#undef INLINE
#undef LOG1P
#undef SQRT_HALF_BITS
#undef MAGIC
#undef LEAST_NORMAL
#undef LIFT
#undef LIFT_EXPONENT
#undef EXPONENT_SHIFT
#undef ONE_BITS
#undef LOWEST
#undef SUBNORMAL_BELOW
#undef RESCUE_EXPONENT
#undef RESCUE
#undef LN2_HIGH
#undef LN2_LOW
