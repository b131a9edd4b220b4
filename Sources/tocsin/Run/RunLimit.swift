import Foundation
import Synchronization

/// Ends a process and all that it started when its time is over: first asked to, then made to.
final class RunLimit: Sendable {
  private enum State { case running, over, ended }
  private let state = Mutex(State.running)

  /// Seconds between the asking and the making.
  private static let grace = 2

  init(_ process: Int32, seconds: Int) {
    after(seconds) { limit in
      guard limit.isOver() else { return }
      RunLimit.signal(SIGTERM, process)
      limit.after(RunLimit.grace) { if $0.isOver() { RunLimit.signal(SIGKILL, process) } }
    }
  }

  /// To be called once the process has ended: its number may belong to another from now on.
  /// Returns whether its time was over.
  func end() -> Bool {
    state.withLock { state in
      defer { state = .ended }
      return state == .over
    }
  }

  private func isOver() -> Bool {
    state.withLock { state in
      if state == .running { state = .over }
      return state == .over
    }
  }

  private func after(_ seconds: Int, _ act: @escaping @Sendable (RunLimit) -> Void) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in
      if let self { act(self) }
    }
  }

  /// The whole group where the process leads one.
  private static func signal(_ signal: Int32, _ process: Int32) {
    kill(getpgid(process) == process ? -process : process, signal)
  }
}
