/// How often people are told: "P0 cadence 15 → 10 min".
enum DiffCadence {
  static func changes(_ old: Runbook, _ new: Runbook) -> [RunbookChange] {
    let pairs = Alignment.named(old.cadence, new.cadence) { ($0.severity ?? "") + "|" + $0.audience.rawValue }
    let changed = pairs.both.filter { $0.old.minutes != $0.new.minutes }.map { was, now in
      RunbookChange(
        "\(name(now)) \(DiffWords.minutes(was.minutes, now.minutes))", before: was.line, after: now.line)
    }
    return pairs.gone.map {
      RunbookChange("\(name($0)) \(DiffWords.minutes($0.minutes)) removed", before: $0.line, after: nil)
    }
      + pairs.fresh.map {
        RunbookChange("\(name($0)) \(DiffWords.minutes($0.minutes)) added", before: nil, after: $0.line)
      } + changed
  }

  private static func name(_ cadence: Cadence) -> String {
    let audience = cadence.audience == .both ? "" : " \(cadence.audience.rawValue)"
    return cadence.severity.map { "\($0)\(audience) cadence" } ?? "Cadence\(audience)"
  }
}
