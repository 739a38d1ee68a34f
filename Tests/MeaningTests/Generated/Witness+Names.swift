// What names stand for
extension Witness {
  mutating func scalar(named name: String) throws(NoValue) -> HyperDual {
    if name == World.parameter, let argument { return argument }
    if let definition = world.definitions[name] {
      return seeded(
        name,
        try inside { (witness) throws(NoValue) in
          try witness.number(definition.body)
        })
    }
    if let value = world.scalars[name] { return seeded(name, HyperDual(value)) }
    switch name {
    case "n": return HyperDual(Double(world.count))
    case "S": return seeded(name, total(try vector(named: "z").map(\.exponential)))
    case "L":
      return seeded(name, try crossEntropy(try vector(named: "y"), try vector(named: "p")))
    default: throw NoValue()
    }
  }

  mutating func vector(named name: String) throws(NoValue) -> [HyperDual] {
    func entries(_ numbers: [Double]) -> [HyperDual] {
      numbers.enumerated().map { seeded("\(name)\($0)", HyperDual($1)) }
    }
    if let definition = world.definitions[name] {
      guard definition.kind != .alias else { return try vector(named: "z") }
      var found: [HyperDual] = []
      for place in world.z.indices {
        let entry = try inside { (witness) throws(NoValue) in
          witness.indices[definition.index] = place + 1
          return try witness.number(definition.body)
        }
        found.append(seeded("\(name)\(place)", entry))
      }
      return found
    }
    switch name {
    case "z": return entries(world.z)
    case "y": return entries(world.y)
    case "P": return entries(world.P)
    case "g": return entries(world.g)
    // The course has Q for the model's distribution.
    case "Q": return try vector(named: "p")
    case "p":
      let temperature = try scalar(named: "T")
      return Self.softmax(try vector(named: "z").map { $0 / temperature }).enumerated()
        .map { seeded("p\($0)", $1) }
    default: throw NoValue()
    }
  }

  mutating func call(_ name: String, _ argument: HyperDual) throws(NoValue) -> HyperDual {
    guard let definition = world.definitions[name] else { throw NoValue() }
    return try inside { (witness) throws(NoValue) in
      witness.argument = argument
      return try witness.number(definition.body)
    }
  }

  /// What a definition sees: the chosen indices, not those bound where it is used.
  private mutating func inside<Result>(
    _ body: (inout Witness) throws(NoValue) -> Result
  ) throws(NoValue) -> Result {
    var witness = self
    (witness.indices, witness.outcome, witness.argument) = (world.indices, nil, nil)
    let result = try body(&witness)
    largest = max(largest, witness.largest)
    return result
  }
}
