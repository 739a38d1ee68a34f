public import SoftmaxCore

/// Where a step does not compute with the learner's own numbers: one line under its heading says so.
///
/// A case carries what was put in the place of what; a catalogue makes the sentence.
public enum Remark: Hashable, Sendable {
  case unit(told: InformationUnit, own: InformationUnit)
  case temperature(told: Double, own: Double)
  case classes(told: Int, own: Int)
  /// No class is masked.
  case finiteScores(told: [Double])
  /// The exponentials of the learner's scores are beyond every number.
  case nearerScores(told: [Double])
  /// The class, counted from 0, that has the largest part of the learner's target.
  case oneHotTarget(class: Int)
  case positiveReference(told: [Double])
  /// A text's rounded p is put aside.
  case softmaxProbabilities
}
