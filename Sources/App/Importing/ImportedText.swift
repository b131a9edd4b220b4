import Incidents

extension ImportedTeam {
  /// The team file.
  package var yaml: String {
    var lines = ["# Made from an export of \(title). Contacts and channels need your hand; see the report."]
    lines.append("people:")
    for person in people {
      let zone = person.zone.map { ", zone: \(Self.quoted($0))" } ?? ""
      let contact = person.mail.map { "[{ mail: \(Self.quoted($0)) }]" } ?? "[console]"
      lines.append("  \(Self.quoted(person.id)): { name: \(Self.quoted(person.name))\(zone), contact: \(contact) }")
    }
    if !schedules.isEmpty { lines += ["schedules:"] + schedules.flatMap(Self.schedule) }
    if !roles.isEmpty { lines += ["roles:"] + roles.map { "  \(Self.quoted($0.role)): \($0.holder)" } }
    if let first = people.first { lines.append("fallback: \(Self.quoted(first.id))") }
    if people.contains(where: { $0.mail != nil }) {
      lines += [
        "channels:",
        "  mail: { kind: smtp, host: localhost, port: 25, tls: none, from: tocsin@localhost } # your mail server",
      ]
    }
    if !routes.isEmpty { lines += ["routes:"] + routes.map { "  \($0)" } }
    if !dependencies.isEmpty { lines += ["dependencies:"] + dependencies.map { "  \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func schedule(_ schedule: Schedule) -> [String] {
    ["  \(quoted(schedule.name)):", "    zone: \(quoted(schedule.zone))", "    layers:"]
      + schedule.layers.map { layer in
        var parts = [
          "name: \(quoted(layer.name))", "people: [\(layer.people.map(quoted).joined(separator: ", "))]",
          "start: \(quoted(layer.start))", "every: \(layer.hours)h",
        ]
        if let until = layer.until { parts.append("until: \(quoted(until))") }
        if !layer.restrictions.isEmpty { parts.append("restrictions: [\(layer.restrictions.joined(separator: ", "))]") }
        return "      - { \(parts.joined(separator: ", ")) }"
      }
  }

  /// What was taken, what was not, and what is left to do.
  package var report: String {
    var lines = [
      "Read from \(title): \(people.count) people, \(schedules.count) schedules, \(roles.count) roles, \(routes.count) routes, \(dependencies.count) dependencies."
    ]
    for ladder in ladders {
      lines += [
        "", "The policy \(ladder.name) is a ladder, and the ladder is the runbook's. This can be pasted into it:", "",
        "| Level | Contact | After |", "| --- | --- | --- |",
      ]
      lines += ladder.steps.enumerated().map { "| \($0.offset + 1) | \($0.element.role) | \($0.element.minutes) min |" }
    }
    lines += ["", notes.isEmpty ? "Everything that was found did map." : "What did not map:"]
    lines += notes.map { "- \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Errors of our own reader, which the file must not have.
  package func problems() -> String? {
    do {
      _ = try TeamFile.read(yaml, name: "tocsin.yaml", environment: { _ in nil }, readFile: { throw StartError($0) })
      return nil
    } catch {
      return error.description
    }
  }
}

/// Hours at which a layer is on call, as the team file writes them.
enum ImportedHours {
  static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Each day from this minute for so long; nil where that is the whole day.
  static func daily(from minute: Int, length minutes: Int) -> String? {
    guard minutes > 0, minutes < 1_440 else { return nil }
    return "{ hours: \"\(hour(minute % 1_440))-\(end((minute + minutes) % 1_440, minute % 1_440))\" }"
  }

  /// From this minute of the week (Monday 00:00 is 0), for so long, in stretches of one day.
  static func weekly(from minute: Int, length minutes: Int) -> [String] {
    var (at, left) = (((minute % 10_080) + 10_080) % 10_080, min(max(minutes, 0), 10_080))
    guard left < 10_080 else { return [] }
    var all: [String] = []
    while left > 0 {
      let rest = 1_440 - at % 1_440
      let part = min(left, rest)
      let until = at % 1_440 + part
      all.append(
        "{ days: [\(days[at / 1_440])], hours: \"\(hour(at % 1_440))-\(until == 1_440 ? "24:00" : hour(until))\" }")
      at = (at + part) % 10_080
      left -= part
    }
    return all
  }

  static func hour(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
  private static func end(_ minute: Int, _ start: Int) -> String { minute == 0 ? "24:00" : hour(minute) }

  /// `08:00:00` in minutes since midnight.
  static func minute(_ text: String?) -> Int? {
    let parts = (text ?? "").split(separator: ":").prefix(2).compactMap { Int($0) }
    guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
    return parts[0] * 60 + parts[1]
  }

  /// Whole hours of a turn, 1 to 8,784.
  static func hours(_ seconds: Int) -> Int { min(max(seconds / 3_600, 1), 8_784) }
}
