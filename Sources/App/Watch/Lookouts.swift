import Incidents
import SQLiteDriver
import ServiceLifecycle

/// The parts that watch over the paging.
extension House {
  var selfWatch: SelfWatch {
    SelfWatch(
      decisions: decisions, auditor: auditor,
      selfTest: selfTest, troubles: troubles, sender: aftermath.sender, channels: channels, http: http,
      pace: options.pace, metrics: metrics, logger: logger)
  }

  private var auditor: Auditor {
    if let address = options.database { return Auditor(database: address, limit: .seconds(5)) }
    return Auditor(file: StoreFiles.path(in: options.data), limit: .seconds(5))
  }

  /// Wakes the engine's loop and, once it has turned, tells systemd: a loop that stands still is not fed.
  func feedSystemd() async {
    guard let interval = systemd.interval else { return }
    var turns = 0
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }) != nil {
      turns = systemd.feed(since: turns)
      aftermath.engine.by(clock.now())
    }
  }
}
