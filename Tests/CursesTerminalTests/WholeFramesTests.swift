#if os(Linux)
  import Glibc
  import Testing

  @testable import CursesTerminal

  @Suite("Whole frames")
  struct WholeFramesTests {
    @Test("what is drawn in several writes arrives in one, but for the next after a stop")
    func onePiece() throws {
      // Of packets, so that each write can be told from the next.
      var ends: [Int32] = [-1, -1]
      try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
      defer { ends.forEach { close($0) } }
      let drawing = dup(ends[0])
      defer { close(drawing) }
      let frames = WholeFrames(descriptor: drawing, output: Output(descriptor: ends[0]))
      func draw(_ parts: [String]) {
        frames.draw { for part in parts { _ = write(drawing, part, part.utf8.count) } }
      }
      func received() -> String? {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = recv(ends[1], &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
      }
      draw(["first ", "frame"])
      #expect(received() == "first frame")
      draw(["second"])
      #expect(received() == "second")
      draw([])
      #expect(received() == nil)
      frames.drawNextDirectly()
      draw(["after ", "a stop"])
      #expect(received() == "after ")
      #expect(received() == "a stop")
      draw(["as ", "before"])
      #expect(received() == "as before")
    }
  }
#endif
