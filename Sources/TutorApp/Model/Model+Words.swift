import Lessons
import TextGrid

extension Model {
  public var words: Words { .of(language) }

  /// Whether the numbers of this step are compared with P: KL and cross entropy, until a step
  /// comes to the one-hot case, where P is the target y.
  var stepUsesReference: Bool { lesson.usesReference(in: step) }

  /// One line that says how to see more, where the screen is smaller than it is drawn for.
  var sizeNotice: String? {
    guard size.columns < Frame.smallest.columns || size.rows < Frame.smallest.rows else {
      return nil
    }
    return words(.tooSmall, String(size.columns), String(size.rows))
  }

  /// The numbers that can be edited here, in the order the arrows walk them.
  var fields: [Field] {
    let classes = example.logits.indices
    let weights = stepUsesReference ? classes.map(Field.reference) : classes.map(Field.target)
    return classes.map(Field.logit) + weights + [.temperature]
  }

  var firstField: Field { .logit(0) }
}
