import Foundation

/// Plays many nights under seeds, and says what they came through.
@main struct Simulator {
  struct Options {
    var seed: UInt64 = 1
    var days: Int?
    var length = 30
    var bug: Bug?
    var without: Set<Fault> = []
    var isSingle = false
    var isSearch = false
  }

  static func main() async {
    guard let options = read(Array(CommandLine.arguments.dropFirst())) else {
      print("sim [--days N] [--seed N] [--run N --length DAYS] [--without FAULT,...] [--plant BUG] [--plants]")
      print("faults: \(Fault.allCases.map(\.rawValue).joined(separator: " "))")
      print("bugs: \(Bug.allCases.map(\.rawValue).joined(separator: " "))")
      exit(64)
    }
    guard let player = try? await Player() else {
      print("the simulator's own setting cannot be made")
      exit(70)
    }
    if options.isSearch {
      let plants = Plants(player: player, series: options.seed, days: options.days ?? 3_000, length: options.length)
      exit(await plants.search() ? 0 : 1)
    }
    exit(await play(options, player) ? 0 : 1)
  }

  /// True where all promises held and every counter is above zero.
  private static func play(_ options: Options, _ player: Player) async -> Bool {
    let runs = options.isSingle ? 1 : max(1, ((options.days ?? 10_000) &+ options.length &- 1) / options.length)
    var tally = Tally()
    let began = Date()
    for run in 0..<runs {
      let seed = options.isSingle ? options.seed : Player.seed(options.seed, run)
      let faults =
        options.isSingle
        ? Set(Fault.allCases).subtracting(options.without) : Player.faults(of: seed, without: options.without)
      switch await player.play(seed, options.length, faults, options.bug) {
      case .success(let came): tally.add(came)
      case .failure(let violation):
        print("seed \(seed), \(options.length) days, \(named(faults)): \(violation)")
        fflush(nil)
        await explain(seed, options, faults, player)
        print("found after \(tally.days) days in \(seconds(since: began)) s")
        return false
      }
    }
    report(tally, seconds(since: began))
    let missing = Sometimes.allCases.filter { tally.sometimes[$0] == nil }
    if !options.isSingle, tally.days >= 3_000, !missing.isEmpty {
      print("never happened, so nothing is proved there: \(missing.map(\.rawValue).joined(separator: "; "))")
      return false
    }
    print("no violation")
    return true
  }

  /// The smallest run that still fails, as a command.
  private static func explain(_ seed: UInt64, _ options: Options, _ faults: Set<Fault>, _ player: Player) async {
    let (small, days) = await player.shrink(seed, options.length, faults, options.bug)
    let without = Fault.allCases.filter { !small.contains($0) }.map(\.rawValue).joined(separator: ",")
    let rest = without.isEmpty ? "" : " --without \(without)"
    let plant = options.bug.map { " --plant \($0.rawValue)" } ?? ""
    print("again: script/sim --run \(seed) --length \(days)\(rest)\(plant)")
  }

  private static func named(_ faults: Set<Fault>) -> String {
    faults.isEmpty ? "no faults" : faults.map(\.rawValue).sorted().joined(separator: " ")
  }

  private static func seconds(since: Date) -> Int { Int(Date().timeIntervalSince(since).rounded()) }

  private static func report(_ tally: Tally, _ seconds: Int) {
    print(
      "\(tally.days) days in \(seconds) s: \(tally.incidents) incidents, \(tally.pages) attempts, \(tally.messages) messages, \(tally.repeats) repeats"
    )
    for (fault, count) in tally.faults.sorted(by: { $0.key < $1.key }) { print("  \(fault): \(count)") }
    for what in Sometimes.allCases { print("  \(what.rawValue): \(tally.sometimes[what] ?? 0)") }
  }

  private static func read(_ words: [String]) -> Options? {
    var options = Options()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--plants" {
        options.isSearch = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--days": options.days = Int(value) ?? 0
      case "--seed": options.seed = UInt64(value) ?? 1
      case "--run": (options.seed, options.isSingle) = (UInt64(value) ?? 1, true)
      case "--length": options.length = max(1, Int(value) ?? 30)
      case "--plant":
        guard let bug = Bug(rawValue: value) else { return nil }
        options.bug = bug
      case "--without": options.without = Set(value.split(separator: ",").compactMap { Fault(rawValue: String($0)) })
      default: return nil
      }
    }
    return options.days.map { $0 > 0 } ?? true ? options : nil
  }
}
