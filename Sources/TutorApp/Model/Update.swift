import TextGrid

/// The whole behaviour of the tutor: no clock, no files, no terminal.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .resized(let size):
    // What was said of the old size is no longer so.
    if model.notice == model.sizeNotice { model.notice = nil }
    model.size = size
    model.notice = model.sizeNotice ?? model.notice
    model.showFocus()
    return []
  case .ambiguousWidthFound(let width):
    if width > 1 { model.tier = .ascii }
    return []
  case .progressSaved(let failure):
    model.finishSaving(failure: failure)
    return []
  case .clipboardAsked(let taken):
    model.notice = model.words(taken ? .copied : .notCopied)
    return []
  case .keyPressed(let key):
    return pressed(key, &model)
  }
}

private func pressed(_ key: Key, _ model: inout Model) -> [Effect] {
  let before = model.saved
  model.notice = nil
  let effects = respond(to: key, &model)
  guard model.saved != before, model.keepsProgress else { return effects }
  model.saving = .pending
  return effects + [.save(model.progress)]
}

private func respond(to key: Key, _ model: inout Model) -> [Effect] {
  if let effects = model.screen.type(key, &model) { return effects }
  if case .mouse(let event) = key {
    model.take(event)
    return []
  }
  let key = key.normalized
  if let binding = KeyTable.binding(for: key, in: model.section) {
    return binding.perform(&model)
  }
  if model.section == LessonScreen.editor, model.startsField(key) { return [] }
  model.explainUnboundKey(key)
  return []
}

extension Model {
  /// What a save would write, to notice whether a key changed any of it.
  fileprivate var saved: Progress { progress }

  mutating func finishSaving(failure: String?) {
    guard let failure else {
      saving = .saved
      return
    }
    // Said once: a place that can't be written is no reason to stop the course.
    if case .failed = saving {} else { notice = words(.progressNotSaved, failure) }
    saving = .failed(failure)
  }

  /// The wheel scrolls; a click chooses.
  fileprivate mutating func take(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: screen.turnWheel(by: -1, &self)
    case .wheelDown: screen.turnWheel(by: 1, &self)
    case .press: screen.click(event.position, &self)
    }
  }

  /// An unknown key says where the keys are; one that works in the editor alone says so.
  fileprivate mutating func explainUnboundKey(_ key: Key) {
    let inEditor = KeyTable.binding(for: key, in: LessonScreen.editor)
    let needsEditor = inEditor.map { [.helpAddClass, .helpDeleteClass].contains($0.help) } ?? false
    let isOnLesson = section.kind == .lesson && section != LessonScreen.editor
    notice = words(needsEditor && isOnLesson ? .editFirst : .unknownKey, key.name(tier))
  }
}
