// W fibres side by side, one a lane: where they are, and copies of them.

/// W fibres: where each begins, and how far apart a fibre's elements are.
typedef struct {
  size_t start[W];
  size_t stride;
  /// Where the elements are from the start, instead of a stride; or NULL.
  const size_t *offsets;
  /// The starts follow each other, so that W elements are loaded at once.
  int adjacent;
} NAME(group);

/// Fibres of up to this many elements are worked on in a copy on the stack, W by W transposed.
#define SCRATCH 64

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

/// Where element j of one of the fibres is.
INLINE size_t NAME(place)(const NAME(group) * g, size_t j, int lane) {
  size_t start = g->adjacent ? g->start[0] + lane : g->start[lane];
  return start + NAME(offset)(g, j);
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
