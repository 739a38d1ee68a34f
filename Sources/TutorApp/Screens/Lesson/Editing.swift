import Lessons
import TextGrid

extension Model {
  mutating func moveField(by offset: Int) {
    guard case .editor(let field) = focus else { return }
    let fields = fields
    let place = (fields.firstIndex(of: field) ?? 0) + offset
    focus = .editor(fields[(place + fields.count) % fields.count])
    history.breakRun()
  }

  /// Adds `amount` to the chosen number. The sum is rounded to twelve decimals: ten steps of 0.1
  /// are to be 1, which binary tenths do not add up to.
  mutating func nudge(by amount: Double) {
    guard case .editor(let field) = focus else { return }
    let old = value(of: field)
    guard old.isFinite else {
      set(field, to: 0, run: nil)
      return
    }
    var moved = old + amount
    if abs(moved) < 1e3 { moved = (moved * 1e12).rounded() / 1e12 }
    switch field {
    case .logit: break
    case .target, .reference, .temperature: moved = max(0, moved)
    }
    set(field, to: moved == 0 ? 0 : moved, run: "nudge \(field)")
  }

  func value(of field: Field) -> Double {
    switch field {
    case .logit(let index): return example.logits[index]
    case .target(let index): return example.target[index]
    case .reference(let index): return example.reference[index]
    case .temperature: return example.temperature
    }
  }

  /// Puts a number into a field, or says in a notice why it can't be there.
  @discardableResult
  mutating func set(_ field: Field, to value: Double, run: String?) -> Bool {
    var changed = example
    let outcome: Result<Void, EditRefusal>
    switch field {
    case .logit(let index):
      outcome = changed.setLogit(index, to: value)
      if changed.givenProbabilities != nil {
        changed.givenProbabilities = nil
        notice = words(.givenLeft)
      }
    case .target(let index): outcome = changed.setTarget(index, weight: value)
    case .reference(let index): outcome = changed.setReference(index, weight: value)
    case .temperature: outcome = changed.setTemperature(value)
    }
    switch outcome {
    case .success:
      change(to: changed, run: run)
      return true
    case .failure(let refusal):
      let sentence = words.sentence(refusal)
      if typing == nil { notice = sentence } else { typing?.refusal = sentence }
      return false
    }
  }

  mutating func addClass() {
    var changed = example
    switch changed.addClass() {
    case .success:
      change(to: changed)
      focus = .editor(.logit(changed.classCount - 1))
      notice = words(.classAdded, String(changed.classCount))
    case .failure(let refusal): notice = words.sentence(refusal)
    }
  }

  mutating func deleteClass() {
    let index = focus.chosenClass ?? example.classCount - 1
    var changed = example
    switch changed.deleteClass(index) {
    case .success:
      change(to: changed)
      focus = .editor(.logit(min(index, changed.classCount - 1)))
      notice = words(.classDeleted, String(index + 1))
    case .failure(let refusal): notice = words.sentence(refusal)
    }
  }
}
