import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `make` returns for 0 ..< `count`, in that order; called on as many threads as the machine has
/// cores, each with the stack of a main thread, which deep formulas need.
func sideBySide<Result: Sendable>(_ count: Int, make: @escaping @Sendable (Int) -> Result)
  -> [Result]
{
  let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  let work = Work(count: count, make: make)
  let threads = (1..<max(1, min(cores, count))).compactMap { _ in startThread(work) }
  work.run()
  for thread in threads { pthread_join(thread, nil) }
  return work.results
}

/// Numbers that threads take from one counter, and what becomes of each.
private class AnyWork: @unchecked Sendable {
  func run() {}
}

private final class Work<Result: Sendable>: AnyWork, @unchecked Sendable {
  private let count: Int
  private let make: @Sendable (Int) -> Result
  private let next = Atomic(0)
  private let made = Mutex<[Int: Result]>([:])

  init(count: Int, make: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.make = make
  }

  override func run() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let result = make(number)
      made.withLock { $0[number] = result }
    }
  }

  var results: [Result] {
    made.withLock { made in (0..<count).compactMap { made[$0] } }
  }
}

private let stackSize = 8 << 20

/// - Returns: nil where the system gives no thread; the others do its share.
private func startThread(_ work: AnyWork) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  let context = Unmanaged.passRetained(work)
  #if canImport(Darwin)
    var thread: pthread_t?
    let code = pthread_create(&thread, &attributes, { runWork($0) }, context.toOpaque())
  #else
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes, { $0.flatMap { runWork($0) } }, context.toOpaque())
  #endif
  if code != 0 { context.release() }
  return code == 0 ? thread : nil
}

private func runWork(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<AnyWork>.fromOpaque(context).takeRetainedValue().run()
  return nil
}
