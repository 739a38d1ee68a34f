/// 1 for one class and 0 for all others.
///
/// - Parameter label: the class, counted from 0.
/// - Parameter classes: K.
/// - Returns: shape `[K]`.
/// - Throws: ``DomainError`` if `label` counts none of the classes.
/// - SeeAlso: PyTorch's `one_hot`; ``argMax(_:)``, which undoes it.
public func oneHot(_ label: Int, classes: Int) throws(DomainError) -> [Double] {
  guard label >= 0, label < classes else {
    throw DomainError(
      operation: "oneHot", operand: "label", value: label,
      requirement: "a label counts the \(classes) classes from 0")
  }
  var row = [Double](repeating: 0, count: classes)
  row[label] = 1
  return row
}

/// The place of the largest number: the class that softmax finds most probable.
///
/// - Parameter values: shape `[K]`, any collection.
/// - Returns: counted from 0, the first of equals; the first NaN if there is one, as in numpy; nil
///   for no numbers.
/// - SeeAlso: numpy's `argmax`.
public func argMax(_ values: some Collection<Double>) -> Int? {
  var best: (place: Int, value: Double)?
  for (place, value) in values.enumerated() {
    if value.isNaN { return place }
    if let known = best, !(value > known.value) { continue }
    best = (place, value)
  }
  return best?.place
}
