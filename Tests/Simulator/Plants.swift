import Foundation

/// The test of the test: a bug of each kind is put in, and the watcher of a promise that it breaks must find it.
struct Plants {
  let player: Player
  let series: UInt64
  /// Each plant must be found within so many days.
  let days: Int
  let length: Int

  /// True where every one was found, and for what it does.
  func search() async -> Bool {
    var missed = 0
    for bug in Bug.allCases {
      let began = Date()
      let words = await find(bug)
      let seconds = Date().timeIntervalSince(began)
      print("\(words ?? "NOT FOUND in \(days) days"): \(bug.rawValue), \(String(format: "%.1f", seconds)) s")
      // Where it is piped into a file, too, each line is there as soon as it is known.
      fflush(nil)
      if words == nil { missed += 1 }
    }
    print(missed == 0 ? "every plant was found" : "\(missed) of \(Bug.allCases.count) plants WERE NOT FOUND")
    return missed == 0
  }

  /// Where it was found, in words; nil where it was not, or not by a watcher that looks at what it breaks.
  private func find(_ bug: Bug) async -> String? {
    for run in 0..<max(1, days / length) {
      let seed = Player.seed(series, run)
      let faults = Player.faults(of: seed)
      guard case .failure(let violation) = await player.play(seed, length, faults, bug) else { continue }
      guard bug.promises.contains(violation.promise) else {
        print("seed \(seed) with \(bug.rawValue): \(violation)")
        return nil
      }
      // The same nights without it must be sound, or something else was found.
      guard case .success = await player.play(seed, length, faults) else { return nil }
      return "found in run \(run + 1), seed \(seed): \(violation)"
    }
    return nil
  }
}
