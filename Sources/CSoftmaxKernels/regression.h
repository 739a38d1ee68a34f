// Softmax regression: logits, softmax and gradient of W rows while they are in the nearest cache,
// so that the examples are read from memory once.

/// logits[r, :] = examples[r, :] theta for `rows` (1 or 4) rows and `columns` (1 to 3) vectors of
/// classes, all sums in registers.
INLINE void NAME(logits_tile)(const T *examples, size_t features, const T *theta, size_t padded,
                              T *logits, const int rows, const int columns) {
  V sum[4][3];
  for (int r = 0; r < rows; r++) {
    for (int c = 0; c < columns; c++) sum[r][c] = NAME(all)(0);
  }
  for (size_t d = 0; d < features; d++) {
    V column[3];
    for (int c = 0; c < columns; c++) column[c] = NAME(load)(theta + d * padded + c * W);
    for (int r = 0; r < rows; r++) {
      T x = examples[r * features + d];
      for (int c = 0; c < columns; c++) sum[r][c] += x * column[c];
    }
  }
  for (int r = 0; r < rows; r++) {
    for (int c = 0; c < columns; c++) NAME(store)(logits + r * padded + c * W, sum[r][c]);
  }
}

/// sum[d, :] += examples[r, d] errors[r, :] over `rows` rows.
INLINE void NAME(gradient_tile)(const T *examples, size_t features, const T *errors, size_t padded,
                                T *sum, const int rows, const int columns) {
  V error[4][3];
  for (int r = 0; r < rows; r++) {
    for (int c = 0; c < columns; c++) error[r][c] = NAME(load)(errors + r * padded + c * W);
  }
  for (size_t d = 0; d < features; d++) {
    V total[3];
    for (int c = 0; c < columns; c++) total[c] = NAME(load)(sum + d * padded + c * W);
    for (int r = 0; r < rows; r++) {
      T x = examples[r * features + d];
      for (int c = 0; c < columns; c++) total[c] += x * error[r][c];
    }
    for (int c = 0; c < columns; c++) NAME(store)(sum + d * padded + c * W, total[c]);
  }
}

/// The tile for `width` vectors of classes: with constant arguments, so that each is unrolled.
#define FOR_EACH_TILE(TILE, ROWS)                                                                 \
  for (size_t c = 0; c < padded; c += 3 * W) {                                                    \
    size_t width = (padded - c) / W;                                                              \
    if (width >= 3) {                                                                             \
      TILE(3, ROWS);                                                                              \
    } else if (width == 2) {                                                                      \
      TILE(2, ROWS);                                                                              \
    } else {                                                                                      \
      TILE(1, ROWS);                                                                              \
    }                                                                                             \
  }
#define LOGITS_TILE(COLUMNS, ROWS)                                                                \
  NAME(logits_tile)                                                                               \
  (examples + r * features, features, theta + c, padded, logits + r * padded + c, ROWS, COLUMNS)
#define GRADIENT_TILE(COLUMNS, ROWS)                                                              \
  NAME(gradient_tile)                                                                             \
  (examples + r * features, features, errors + r * padded + c, padded, sum + c, ROWS, COLUMNS)

static void NAME(regression_gradient)(const void *in, const int32_t *labels, size_t rows,
                                      size_t features, size_t classes, size_t padded,
                                      const void *weights, void *total, void *out, void *scratch) {
  const T *examples = in, *theta = weights;
  T *sum = total, *losses = out, *logits = scratch, *errors = logits + W * padded;
  for (size_t i = 0; i < W * padded; i++) errors[i] = 0;
  while (rows > 0) {
    size_t count = rows < W ? rows : W, r = 0;
    for (; r + 4 <= count; r += 4) FOR_EACH_TILE(LOGITS_TILE, 4)
    for (; r < count; r++) FOR_EACH_TILE(LOGITS_TILE, 1)
    softmax_labels target = {labels, NULL, NULL, 1};
    NAME(strided_label_loss)(logits, count, classes, padded, target, losses, errors);
    for (r = 0; r + 4 <= count; r += 4) FOR_EACH_TILE(GRADIENT_TILE, 4)
    for (; r < count; r++) FOR_EACH_TILE(GRADIENT_TILE, 1)
    examples += count * features;
    labels += count;
    losses += count;
    rows -= count;
  }
}

static void NAME(descend)(void *weights, void *total, size_t count, double rate, double decay) {
  T *theta = weights, *sum = total, factor = (T)rate, kept = (T)decay;
  for (size_t i = 0; i < count; i++) {
    theta[i] = kept * theta[i] - factor * sum[i];
    sum[i] = 0;
  }
}

static void NAME(regression_logits)(const void *in, size_t rows, size_t features, size_t classes,
                                    size_t padded, const void *weights, void *result,
                                    void *scratch) {
  const T *examples = in, *theta = weights;
  T *out = result, *logits = scratch;
  while (rows > 0) {
    size_t count = rows < W ? rows : W, r = 0;
    for (; r + 4 <= count; r += 4) FOR_EACH_TILE(LOGITS_TILE, 4)
    for (; r < count; r++) FOR_EACH_TILE(LOGITS_TILE, 1)
    for (r = 0; r < count; r++) {
      for (size_t k = 0; k < classes; k++) *out++ = logits[r * padded + k];
    }
    examples += count * features;
    rows -= count;
  }
}

static void NAME(arg_max)(const void *values, size_t rows, size_t columns, int32_t *out) {
  const T *in = values;
  for (size_t i = 0; i < rows; i++, in += columns) {
    size_t best = 0;
    for (size_t k = 1; k < columns && !isnan(in[best]); k++) {
      if (!(in[k] <= in[best])) best = k;
    }
    out[i] = (int32_t)best;
  }
}

#undef FOR_EACH_TILE
#undef LOGITS_TILE
#undef GRADIENT_TILE
