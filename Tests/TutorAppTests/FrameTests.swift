import Foundation
import Lessons
import Testing
import TextGrid
import TutorApp

@Suite("Frames: recorded screens")
struct FrameTests {
  @Test("the keys of a scene lead to the screen it shows", arguments: try Scene.names())
  func frame(name: String) throws {
    let scene = try Scene(named: name)
    let drawn = Scene.drawn(view(try scene.replayed()))
    guard drawn != scene.screen else { return }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try scene.record(drawn)
      Issue.record("recorded \(name); look at it, then run again without RECORD")
    } else {
      Issue.record("\(name) differs:\n\(lineDifference(from: scene.screen, to: drawn))")
    }
  }
}

/// The lines that differ, expected first.
func lineDifference(from expected: String, to found: String) -> String {
  let (old, new) = (
    expected.split(separator: "\n", omittingEmptySubsequences: false),
    found.split(separator: "\n", omittingEmptySubsequences: false)
  )
  return (0..<max(old.count, new.count)).compactMap { line in
    let (a, b) = (
      old.indices.contains(line) ? old[line] : "", new.indices.contains(line) ? new[line] : ""
    )
    return a == b ? nil : "line \(line + 1)\n  - \(a)\n  + \(b)"
  }.joined(separator: "\n")
}
