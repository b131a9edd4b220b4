import Incidents
import Synchronization

/// A loop's alarm clock. The loop sleeps until the earliest deadline that the table or anybody names; a deadline
/// later than the one it sleeps towards does not wake it, so a flood of new work costs it nothing.
package final class Wake: Sendable {
  private struct State {
    /// The earliest deadline named since the loop last looked at the table.
    var named: Timestamp?
    var sleepingUntil: Timestamp?
    var sleeper: CheckedContinuation<Void, Never>?
    var stopped = false
  }
  private let state = Mutex(State())
  private let clock: PacedClock

  package init(clock: PacedClock) { self.clock = clock }

  /// Something falls due at `due`.
  package func by(_ due: Timestamp) {
    resume { state in
      state.named = min(state.named ?? due, due)
      guard let until = state.sleepingUntil else { return false }
      return due < until
    }
  }

  /// Ends every sleep, now and from now on.
  package func stop() {
    resume { state in
      state.stopped = true
      return true
    }
  }

  package var isStopped: Bool { state.withLock { $0.stopped } }

  /// Forgets what was named: the loop is about to look at the table, which knows it.
  package func look() { state.withLock { $0.named = nil } }

  /// Returns at `deadline`, at an earlier one that is named, or when stopped. nil: an hour, then look again.
  package func sleep(until deadline: Timestamp?) async {
    let now = clock.now()
    let limit = [deadline, state.withLock { $0.named }].compactMap { $0 }.min() ?? now + .hours(24)
    guard limit > now else { return }
    let timer = Task {
      try? await Task.sleep(for: clock.wait(until: limit))
      if !Task.isCancelled { resume { $0.sleepingUntil == limit } }
    }
    defer { timer.cancel() }
    await withCheckedContinuation { continuation in
      let mustReturn = state.withLock { state -> Bool in
        if state.stopped || (state.named ?? limit) < limit { return true }
        state.sleepingUntil = limit
        state.sleeper = continuation
        return false
      }
      if mustReturn { continuation.resume() }
    }
  }

  private func resume(if condition: (inout State) -> Bool) {
    let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard condition(&state), let sleeper = state.sleeper else { return nil }
      state.sleeper = nil
      state.sleepingUntil = nil
      return sleeper
    }
    sleeper?.resume()
  }
}
