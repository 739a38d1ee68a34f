import SoftmaxCore

// Long vectors by the kernels of arrays: where both libraries are at hand, a call with an array of
// Doubles comes here, for this is the more special function. Short ones go on to the core, whose
// answers are a little closer; the bound, 4 ulps, is the same. There is none for Float: a literal
// would not know which of the two it is; long arrays of Float are NDArrays.

/// From here on the vectors of the processor pay.
private let longest = 64

/// softmax(z) of an array of Doubles, at the speed of ``softmax(_:axis:temperature:)``.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Returns: shape `[K]`, as of any collection. Each within 4 ulps of the exact value.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func softmax(_ logits: [Double]) -> [Double] {
  guard logits.count >= longest else { return SoftmaxCore.softmax(logits) }
  let layout = FibreLayout(outer: 1, axis: logits.count, inner: 1)
  return newElements(count: logits.count) { output in
    logits.withUnsafePointer { Double.kernels.softmax($0, output, layout, 1) }
  }
}

/// log softmax(z) of an array of Doubles, in nats, at the speed of
/// ``logSoftmax(_:axis:temperature:)``.
///
/// - Parameter logits: shape `[K]`. `−∞` masks a class.
/// - Returns: shape `[K]`, as of any collection. Each within 4 ulps of the exact value.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSoftmax(_ logits: [Double]) -> [Double] {
  guard logits.count >= longest else { return SoftmaxCore.logSoftmax(logits) }
  let layout = FibreLayout(outer: 1, axis: logits.count, inner: 1)
  return newElements(count: logits.count) { output in
    logits.withUnsafePointer { Double.kernels.logSoftmax($0, output, layout, 1) }
  }
}

/// log Σ exp(zᵢ) of an array of Doubles, in nats, at the speed of ``logSumExp(_:axis:temperature:)``.
///
/// - Parameter logits: shape `[K]`. `−∞` is allowed.
/// - Returns: as of any collection. Within 4 ulps of the exact value, or of the largest logit where
///   it and the log of the sum cancel.
/// - SeeAlso: Blanchard, Higham & Higham, *IMA J. Numer. Anal.* 41(4), 2021, 2311–2330,
///   doi:10.1093/imanum/draa038.
public func logSumExp(_ logits: [Double]) -> Double {
  guard logits.count >= longest else { return SoftmaxCore.logSumExp(logits) }
  let layout = FibreLayout(outer: 1, axis: logits.count, inner: 1)
  return newElements(count: 1) { output in
    logits.withUnsafePointer { Double.kernels.logSumExp($0, output, layout, 1) }
  }[0]
}
