import Web

/// Carries the identifiers of changed incidents from the writer to every open stream.
package final class ChangeFeed: Changes {
  package let listeners = Listeners()
  let touched = Touched()

  package init() {}

  package func publish(_ incidents: [Int64]) {
    guard !incidents.isEmpty else { return }
    touched.add(incidents)
    listeners.tell(incidents)
  }

  package var count: UInt64 { listeners.count }

  package func finish() { listeners.finish() }
}
