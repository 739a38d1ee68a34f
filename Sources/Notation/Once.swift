import Synchronization

/// A value that is made when it is first asked for, and then kept.
///
/// It is a value to whoever looks: making it has no effect that could be seen. `make` runs under the
/// lock, so it must not ask for this same value.
package final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
