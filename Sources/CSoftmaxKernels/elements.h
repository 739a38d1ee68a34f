// What is done to each element alone.

/// log(1 + exp(-|x|)), exp(-|x|) and its 1/(1 + exp(-|x|)).
INLINE V NAME(log_one_plus_exp)(V x, V *e, V *inverse) {
  V q = NAME(select)(x < NAME(all)(0), x, -x);
  *e = NAME(exp_of)(q, NAME(all)(0));
  V u = 1 + *e;
  *inverse = 1 / u;
  // What the rounding of u took is the last part of the logarithm: log(u + c) = log u + c/u.
  V log_u = NAME(log_of_normal)(u, NAME(all)(0));
  return log_u + (*e - (u - 1)) * *inverse;
}

/// a b, 0 where a is 0 and x is a number.
INLINE V NAME(product_keeping_zero)(V a, V b, V x) {
  return NAME(select)((a == NAME(all)(0)) & (x == x), NAME(all)(0), a * b);
}

/// weight y log(1 + exp(-x)) + (1 - y) log(1 + exp(x)) and, in `slope`, its derivative.
INLINE V NAME(binary_cost)(V x, V y, V weight, V *slope) {
  V e, inverse, tail = NAME(log_one_plus_exp)(x, &e, &inverse), zero = NAME(all)(0);
  M negative = x < zero;
  V yes = weight * y, no = 1 - y;
  V cost_of_no = NAME(select)(negative, tail, x + tail);
  V cost_of_yes = NAME(select)(negative, tail - x, tail);
  V less = e * inverse;
  V sigmoid = NAME(select)(negative, less, inverse);
  V opposite = NAME(select)(negative, inverse, less);
  *slope = no * sigmoid - yes * opposite;
  if (!NAME(any)(x - x != zero)) return yes * cost_of_yes + no * cost_of_no;
  return NAME(product_keeping_zero)(yes, cost_of_yes, x) +
         NAME(product_keeping_zero)(no, cost_of_no, x);
}

static void NAME(binary_loss)(const void *in, const void *target, size_t count,
                              double positive_weight, double gradient_scale, void *out,
                              void *gradient) {
  const T *logits = in, *y = target;
  T *losses = out, *slopes = gradient;
  V weight = NAME(all)((T)positive_weight), scale = NAME(all)((T)gradient_scale), slope;
  size_t i = 0;
  for (; i + W <= count; i += W) {
    V loss = NAME(binary_cost)(NAME(load)(logits + i), NAME(load)(y + i), weight, &slope);
    NAME(store)(losses + i, loss);
    if (slopes) NAME(store)(slopes + i, slope * scale);
  }
  if (i == count) return;
  size_t rest = count - i;
  V x = NAME(load_tail)(logits + i, rest), given = NAME(load_tail)(y + i, rest);
  NAME(store_tail)(losses + i, rest, NAME(binary_cost)(x, given, weight, &slope));
  if (slopes) NAME(store_tail)(slopes + i, rest, slope * scale);
}

static void NAME(masked)(const void *in, const uint8_t *mask, double other, void *out,
                         size_t count) {
  const T *values = in;
  T *result = out, rest = (T)other;
  for (size_t i = 0; i < count; i++) result[i] = mask[i] ? values[i] : rest;
}

static void NAME(gathered)(const void *in, const size_t *places, void *out, size_t count) {
  const T *values = in;
  T *result = out;
  for (size_t i = 0; i < count; i++) result[i] = values[places[i]];
}
