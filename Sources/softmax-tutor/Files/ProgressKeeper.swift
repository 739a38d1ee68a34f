import TutorApp

/// The latest progress that waits to be written. Only the latest matters.
final class ProgressKeeper {
  private let file: ProgressFile
  private var pending: Progress?

  init(file: ProgressFile) { self.file = file }

  var hasPending: Bool { pending != nil }

  func keep(_ progress: Progress) { pending = progress }

  /// - Returns: nil when it was written, else one sentence that says why not.
  func save() -> String? {
    guard let progress = pending else { return nil }
    pending = nil
    do {
      try file.merge(progress)
      return nil
    } catch {
      return error.description
    }
  }
}
