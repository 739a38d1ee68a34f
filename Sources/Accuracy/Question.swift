import SoftmaxCore

/// A function, and how it is asked in each type.
struct Question: Sendable {
  let name: String
  let double: @Sendable (Input) -> [Double]
  let float: @Sendable (Input) -> [Double]

  /// What throws is answered by nothing.
  init(
    _ name: String, _ double: @escaping @Sendable (Typed<Double>) throws -> [Double],
    _ float: @escaping @Sendable (Typed<Float>) throws -> [Float]
  ) {
    self.name = name
    self.double = { (try? double(Typed(input: $0))) ?? [] }
    self.float = { (try? float(Typed(input: $0)).map { Double($0) }) ?? [] }
  }
}

/// The input in the type that is asked.
struct Typed<Scalar: VectorScalar> {
  let input: Input
  var z: [Scalar] { Scalar.rounded(input.z) }
  var w: [Scalar] { Scalar.rounded(input.w) }
  var g: [Scalar] { Scalar.rounded(input.g) }
  var y: [Scalar] { Scalar.rounded(input.y) }
  var p: [Scalar] { Scalar.rounded(input.p) }
  var label: Int { input.label }
  var mask: [Bool] { input.mask }
  var temperature: Double { input.temperature }
  var unit: InformationUnit { input.unit }
}
