/// log(eᵃ + eᵇ): the sum of two numbers given by their logarithms.
///
/// ```
/// log(eᵃ + eᵇ) = max(a, b) + log1p(exp(−|a − b|))
/// ```
///
/// - Parameter a: nats.
/// - Parameter b: nats.
/// - Returns: nats; the other if one is `−∞`, `+∞` if one is and none is NaN. Within 4 ulps of the
///   exact value, or of the larger of a and b where it cancels the logarithm.
/// - SeeAlso: numpy's `logaddexp`; ``LogSumExpStream`` for more than two.
public func logAddExp(_ a: Double, _ b: Double) -> Double {
  logSumExpOfChecked([a, b], temperature: 1, unit: .nats)
}

/// log Σ exp(zᵢ) of numbers that come one by one, or in parts: nothing but their sum is kept.
///
/// ```
/// var stream = LogSumExpStream()
/// for logit in [1000.0, 1001, 1002] { stream.add(logit) }
/// stream.value    // 1002.4076059644443
/// ```
/// The largest number m stands apart from the sum of the others, which is kept relative to a number
/// met earlier, r ≤ m, and moved only when m has left it by more than 600: by then nothing of it is
/// left but rounding, so a long rising sequence loses no digits to its moves.
/// ```
/// value = m + log1p(exp(r − m) Σ_{others} exp(zᵢ − r))
/// ```
///
/// - SeeAlso: Milakov & Gimelshein, "Online normalizer calculation for softmax", 2018,
///   arXiv:1805.02867.
public struct LogSumExpStream: Sendable {
  /// How many numbers have come.
  public private(set) var count = 0

  private var peak = -Double.infinity
  private var reference = -Double.infinity
  private var others = CompensatedSum()
  /// NaN or `+∞`, which nothing that comes later changes.
  private var special: Double?

  /// Nothing yet: the value is `−∞`.
  public init() {}

  /// A stream that has seen these numbers.
  ///
  /// - Parameter logits: nats.
  public init<Scalar: VectorScalar>(_ logits: some Sequence<Scalar>) {
    add(contentsOf: logits)
  }

  /// log Σ exp(zᵢ) of all that has come, in nats.
  ///
  /// `−∞` for nothing; `+∞` if one was `+∞` and none NaN. Within 4 ulps of the exact value, or of m
  /// where m and the logarithm cancel.
  public var value: Double {
    if let special { return special }
    if peak == -.infinity { return peak }
    return peak + logOfOnePlus(others.value * exponential(reference - peak))
  }

  /// One more number, in nats.
  ///
  /// - SeeAlso: Milakov & Gimelshein, "Online normalizer calculation for softmax", 2018,
  ///   arXiv:1805.02867.
  public mutating func add<Scalar: VectorScalar>(_ logit: Scalar) {
    count += 1
    let logit = Double(logit)
    if logit.isNaN || logit == .infinity {
      special = logit.isNaN || special?.isNaN == true ? .nan : .infinity
    } else if logit > peak {
      raise(to: logit)
    } else if logit > -.infinity {
      include(logit)
    }
  }

  /// More numbers, in nats.
  ///
  /// - SeeAlso: Milakov & Gimelshein, "Online normalizer calculation for softmax", 2018,
  ///   arXiv:1805.02867.
  public mutating func add<Scalar: VectorScalar>(contentsOf logits: some Sequence<Scalar>) {
    for logit in logits { add(logit) }
  }

  /// All that another stream has seen, as if it had come here.
  ///
  /// - SeeAlso: Milakov & Gimelshein, "Online normalizer calculation for softmax", 2018,
  ///   arXiv:1805.02867.
  public mutating func merge(_ stream: LogSumExpStream) {
    let total = count + stream.count
    if let special = stream.special { add(special) }
    if stream.peak > -.infinity {
      add(stream.peak)
      others.add(stream.others.value * exponential(stream.reference - reference))
    }
    count = total
  }

  private mutating func raise(to logit: Double) {
    if peak == -.infinity {
      reference = logit
    } else {
      include(peak)
      if logit - reference > 600 {
        let moved = others.value * exponential(reference - logit)
        others = CompensatedSum()
        others.add(moved)
        reference = logit
      }
    }
    peak = logit
  }

  private mutating func include(_ logit: Double) {
    let (difference, lost) = twoSum(logit, -reference)
    let leading = exponential(difference)
    others.add(lost.isFinite ? leading + leading * lost : leading)
  }
}
