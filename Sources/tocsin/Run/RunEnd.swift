import Foundation

/// How a process ended, asked of the system itself: what it left running may keep `Process` from hearing of it.
enum RunEnd {
  /// Leaves the process to be waited for.
  static func isReached(_ process: Int32) -> Bool {
    var info = siginfo_t()
    let answer = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    return answer == 0 ? info.si_signo != 0 : errno == ECHILD
  }

  /// The exit code, or 128 and the signal that ended it. Waits no longer than the limit holds.
  static func code(_ process: Process, _ limit: inout RunLimit) -> Int32 {
    var late = 0
    while process.isRunning {
      if isReached(process.processIdentifier) { late += 1 }
      if late > 100, let code = taken(process.processIdentifier) { return code }
      guard limit.holds() else { return 128 + SIGKILL }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return process.terminationReason == .exit ? process.terminationStatus : 128 &+ process.terminationStatus
  }

  private static func taken(_ process: Int32) -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}
