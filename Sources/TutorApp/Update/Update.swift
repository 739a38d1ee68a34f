import TextGrid

/// The whole behaviour of the tutor: no clock, no files, no terminal.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .resized(let size):
    // What was said of the old size is no longer so.
    if model.notice == model.sizeNotice { model.notice = nil }
    model.size = size
    model.notice = model.sizeNotice ?? model.notice
    model.clampScroll()
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
  if model.typing != nil, let effects = model.typed(key) { return effects }
  if case .search = model.overlay, let effects = model.typedInSearch(key) { return effects }
  if let effects = model.typedInPlayground(key) { return effects }
  if case .mouse(let event) = key { return model.moused(event) }
  let key = key.normalized
  if let action = Binding.action(for: key, in: model.mode) {
    return model.perform(action)
  }
  if model.mode == .editor, model.startsField(key) { return [] }
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

  /// An unknown key says where the keys are; one that works elsewhere says where.
  fileprivate mutating func explainUnboundKey(_ key: Key) {
    if let action = Binding.action(for: key, in: .editor), mode != .editor, overlay == nil,
      [.addClass, .deleteClass].contains(action)
    {
      notice = words(.editFirst, key.name(tier))
    } else {
      notice = words(.unknownKey, key.name(tier))
    }
  }
}
