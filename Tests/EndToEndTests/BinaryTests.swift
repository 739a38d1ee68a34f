import Foundation
import Testing

/// What is linked into the program under test: the debug build, or what SOFTMAX_TUTOR_BINARY names.
@Suite("the program file")
struct BinaryTests {
  private static let bytes = (try? Data(contentsOf: URL(filePath: Tutor.binary))) ?? Data()

  /// Foundation's own names and those of ICU and CoreFoundation, which come with it: of shared
  /// libraries that it asks for, of symbols and data where they are linked in.
  @Test(
    "has neither Foundation nor ICU in it",
    arguments: [
      "libFoundation.so", "libFoundationInternationalization", "lib_FoundationICU", "icudt",
      "uloc_getDefault", "__CFRuntimeBridge", "Foundation.framework", "_CFStringCreate",
    ])
  func noFoundation(name: String) {
    #expect(Self.bytes.count > 1_000_000)
    #expect(Self.bytes.range(of: Data(name.utf8)) == nil)
  }

  @Test("the search finds what is there", arguments: ["newterm", "softmax-tutor list"])
  func searchWorks(name: String) {
    #expect(Self.bytes.range(of: Data(name.utf8)) != nil)
  }

  #if os(Linux)
    /// ELF's program headers say which parts of the file are loaded; what a debugger needs is not.
    @Test("what is loaded of it is at most 20 MB")
    func size() throws {
      let loaded = try #require(Self.loadedBytes)
      #expect((1_000_000...20_000_000).contains(loaded), "\(loaded) bytes")
    }

    private static var loadedBytes: Int? {
      guard bytes.starts(with: [0x7F] + Array("ELF".utf8) + [2, 1]) else { return nil }
      func number(_ offset: Int, _ size: Int) -> Int {
        bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
      }
      let (table, entrySize, count) = (number(32, 8), number(54, 2), number(56, 2))
      let load = 1
      return (0..<count).map { table + $0 * entrySize }.filter { number($0, 4) == load }
        .reduce(0) { $0 + number($1 + 32, 8) }
    }
  #endif
}
