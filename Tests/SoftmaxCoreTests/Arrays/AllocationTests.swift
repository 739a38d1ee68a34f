#if os(Linux)
  import Foundation
  import Testing

  /// How often the Benchmarks program asks for memory, counted by a library that stands before the
  /// C library's malloc.
  @Suite("Allocation")
  struct AllocationTests {
    @Test(
      "a call allocates as often for many rows as for few",
      .enabled(if: AllocationCounter.isPossible, "needs glibc and clang"),
      arguments: Self.requests)
    func allocationsDoNotGrow(few: String, many: String) throws {
      let counter = try AllocationCounter()
      // Many are ten to a hundred times as many rows; the runtime's own caches may grow by one.
      #expect(try counter.allocationsPerCall(many) <= counter.allocationsPerCall(few) + 1)
    }

    private static let requests: [(few: String, many: String)] =
      [
        ("softmax f64 10 10", "softmax f64 1000 10"),
        ("softmax f32 2 2000", "softmax f32 20 2000"),
        ("log-softmax f64 10 10", "log-softmax f64 1000 10"),
        ("log-sum-exp f64 10 10", "log-sum-exp f64 1000 10"),
        ("backward f64 10 10", "backward f64 1000 10"),
        ("loss f64 10 10", "loss f64 1000 10"),
        ("loss f32 2 2000", "loss f32 20 2000"),
        ("soft-loss f64 10 10", "soft-loss f64 1000 10"),
        ("smoothed-loss f64 10 10", "smoothed-loss f64 1000 10"),
        ("in-place-loss f64 10 10", "in-place-loss f64 1000 10"),
        ("jacobian f64 4", "jacobian f64 64"),
        ("epoch f64 100 8 10 10", "epoch f64 1000 8 10 10"),
        ("predictions f64 100 8 10 10", "predictions f64 1000 8 10 10"),
      ] + optimised

    #if DEBUG
      // Without optimisation the standard library's shuffle allocates for each element.
      private static let optimised: [(few: String, many: String)] = []
    #else
      private static let optimised = [
        ("shuffled-epoch f32 100 8 10 10", "shuffled-epoch f32 1000 8 10 10")
      ]
    #endif
  }

  /// A library made for one test, and gone with it.
  private final class AllocationCounter {
    private let folder: URL
    private var library: URL { folder.appendingPathComponent("counter.so") }

    static var isPossible: Bool {
      FileManager.default.isExecutableFile(atPath: program.path)
        && (try? AllocationCounter()) != nil
    }

    /// Beside the test bundle, where the build puts it.
    private static var program: URL {
      Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent("Benchmarks")
    }

    init() throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("allocation-counter-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let source = folder.appendingPathComponent("counter.c")
      try Self.source.write(to: source, atomically: true, encoding: .utf8)
      let arguments = ["clang", "-shared", "-fPIC", "-o", library.path, source.path]
      _ = try Self.run("/usr/bin/env", arguments)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The difference between many calls and one, so that what is prepared once does not count.
    func allocationsPerCall(_ request: String) throws -> Int {
      let calls = 11
      let (one, many) = (try allocations("\(request) 1"), try allocations("\(request) \(calls)"))
      return (many - one) / (calls - 1)
    }

    private func allocations(_ request: String) throws -> Int {
      let answer = try Self.run(
        Self.program.path, [], input: request + "\n", environment: ["LD_PRELOAD": library.path])
      guard let count = answer.split(separator: "\n").last.flatMap({ Int($0) }) else {
        throw Failure(words: "'\(request)' was answered by: \(answer)")
      }
      return count
    }

    private static func run(
      _ program: String, _ arguments: [String], input: String = "",
      environment: [String: String] = [:]
    ) throws -> String {
      let (process, standardInput, output) = (Process(), Pipe(), Pipe())
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardInput = standardInput
      process.standardOutput = output
      try process.run()
      standardInput.fileHandleForWriting.write(Data(input.utf8))
      standardInput.fileHandleForWriting.closeFile()
      let answer = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw Failure(words: "\(program) ended with \(process.terminationStatus)")
      }
      return String(decoding: answer, as: UTF8.self)
    }

    private struct Failure: Error { var words: String }

    /// Counts, passes on to glibc, and prints the count as the last line.
    private static let source = """
      #include <errno.h>
      #include <stddef.h>
      #include <stdio.h>

      void *__libc_malloc(size_t);
      void *__libc_calloc(size_t, size_t);
      void *__libc_realloc(void *, size_t);
      void *__libc_memalign(size_t, size_t);

      static unsigned long count;
      static void note(void) { __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED); }

      void *malloc(size_t size) { note(); return __libc_malloc(size); }
      void *calloc(size_t n, size_t size) { note(); return __libc_calloc(n, size); }
      void *realloc(void *old, size_t size) { note(); return __libc_realloc(old, size); }
      void *aligned_alloc(size_t to, size_t size) { note(); return __libc_memalign(to, size); }
      int posix_memalign(void **out, size_t to, size_t size) {
        note();
        *out = __libc_memalign(to, size);
        return *out ? 0 : ENOMEM;
      }

      __attribute__((destructor)) static void report(void) { printf("%lu\\n", count); }
      """
  }
#endif
