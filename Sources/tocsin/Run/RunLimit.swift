import Foundation

/// Ends a process and all that it started when its time is over, or when a person interrupts it: first asked to, then
/// made to.
/// Whoever waits for the process asks again and again, so that no other thread has to be free for it.
struct RunLimit {
  private enum State { case running, asked, made }

  /// Between the asking and the making, and again until nobody waits any longer.
  private static let grace = Duration.seconds(2)

  /// The whole group where the process leads one. Kept from the start: the group may outlive the process.
  private let target: Int32
  private var state = State.running
  private var next: ContinuousClock.Instant
  /// Interrupts that were served.
  private var interrupts = 0

  init(_ process: Int32, seconds: Int) {
    let group = getpgid(process)
    target = group == process || group < 0 ? -process : process
    next = ContinuousClock.now + Duration.seconds(seconds)
  }

  var isOver: Bool { state != .running }
  var isInterrupted: Bool { interrupts > 0 }

  /// In the grace after the asking: what was started may still be ending by itself.
  var isAsking: Bool { state == .asked }

  /// Does what is due. False once the process was made to end and there is no more to wait for.
  mutating func holds() -> Bool {
    let isAsked = RunInterrupt.asked > interrupts
    guard isAsked || ContinuousClock.now >= next else { return true }
    if isAsked, state != .made { interrupts = RunInterrupt.asked }
    next = ContinuousClock.now + Self.grace
    switch state {
    case .running:
      kill(target, SIGTERM)
      state = .asked
    case .asked:
      kill(target, SIGKILL)
      state = .made
    case .made: return false
    }
    return true
  }

  /// Ends what is left of the group where the time was over.
  func sweep() {
    if isOver { kill(target, SIGKILL) }
  }
}
