// W rows of a matrix as W columns, in registers: short rows are read and written a vector at a time,
// not element by element.

/// v[i][j] becomes v[j][i].
INLINE void NAME(transpose)(V v[W]) {
#if BYTES * 8 / BITS == 2
  V a = v[0], b = v[1];
  v[0] = __builtin_shufflevector(a, b, 0, 2);
  v[1] = __builtin_shufflevector(a, b, 1, 3);
#elif BYTES * 8 / BITS == 4
  V t[4];
  for (int i = 0; i < 4; i += 2) {
    t[i] = __builtin_shufflevector(v[i], v[i + 1], 0, 4, 2, 6);
    t[i + 1] = __builtin_shufflevector(v[i], v[i + 1], 1, 5, 3, 7);
  }
  for (int i = 0; i < 2; i++) {
    v[i] = __builtin_shufflevector(t[i], t[i + 2], 0, 1, 4, 5);
    v[i + 2] = __builtin_shufflevector(t[i], t[i + 2], 2, 3, 6, 7);
  }
#else
  V t[8], u[8];
  for (int i = 0; i < 8; i += 2) {
    t[i] = __builtin_shufflevector(v[i], v[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    t[i + 1] = __builtin_shufflevector(v[i], v[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int i = 0; i < 8; i += 4) {
    for (int k = i; k < i + 2; k++) {
      u[k] = __builtin_shufflevector(t[k], t[k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      u[k + 2] = __builtin_shufflevector(t[k], t[k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
  for (int i = 0; i < 4; i++) {
    v[i] = __builtin_shufflevector(u[i], u[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    v[i + 4] = __builtin_shufflevector(u[i], u[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
#endif
}

/// Whether the group's fibres are rows, whose elements lie side by side.
INLINE int NAME(has_rows)(const NAME(group) * g) { return !g->offsets && g->stride == 1; }

INLINE void NAME(copy_in)(V *copy, const T *in, const NAME(group) * g, size_t axis) {
  size_t j = 0;
  for (; NAME(has_rows)(g) && j + W <= axis; j += W) {
    for (int lane = 0; lane < W; lane++) copy[j + lane] = NAME(load)(in + g->start[lane] + j);
    NAME(transpose)(copy + j);
  }
  for (; j < axis; j++) copy[j] = NAME(gather)(in, g, j);
}

/// The copy is undone on the way.
INLINE void NAME(copy_out)(T *out, const NAME(group) * g, size_t axis, V *copy) {
  size_t j = 0;
  for (; NAME(has_rows)(g) && j + W <= axis; j += W) {
    NAME(transpose)(copy + j);
    for (int lane = 0; lane < W; lane++) NAME(store)(out + g->start[lane] + j, copy[j + lane]);
  }
  for (; j < axis; j++) NAME(scatter)(out, g, j, copy[j]);
}
