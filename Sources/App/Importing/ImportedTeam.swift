import Incidents
import Intake

/// A team file in the making, out of what another system exported, and what of that did not map.
package struct ImportedTeam: Sendable {
  struct Person: Sendable {
    var id: String
    var name: String
    var zone: String?
    var mail: String?
  }
  struct Layer: Sendable {
    var name: String
    var people: [String]
    /// RFC 3339, or a local time.
    var start: String
    var hours: Int
    var restrictions: [String] = []
    var until: String?
  }
  struct Schedule: Sendable {
    var name: String
    var zone: String
    var layers: [Layer]
  }
  struct Step: Sendable {
    var role: String
    var minutes: Int
  }

  var title: String
  var people: [Person] = []
  var schedules: [Schedule] = []
  /// A role and what it is bound to, as it is written.
  var roles: [(role: String, holder: String)] = []
  var routes: [String] = []
  var dependencies: [String] = []
  /// Escalation policies by name: the ladder belongs into the runbook.
  var ladders: [(name: String, steps: [Step])] = []
  /// What did not map, in sentences.
  package private(set) var notes: [String] = []
  private var used: Set<String> = []
  private var ids: [String: String] = [:]

  init(_ title: String) { self.title = title }

  mutating func note(_ sentence: String) {
    if notes.count < 500, !notes.contains(sentence) { notes.append(sentence) }
  }

  /// A name that the team file takes, once: letters, digits, `-`, `_` and `.`.
  mutating func name(_ text: String, _ fallback: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars.prefix(60) {
      let fits = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if fits || scalar == "." || scalar == "_" {
        slug.unicodeScalars.append(scalar)
      } else if slug.last != "-" {
        slug += "-"
      }
    }
    while let last = slug.last, "-.".contains(last) { slug.removeLast() }
    while let first = slug.first, "-.".contains(first) { slug.removeFirst() }
    let base = slug.isEmpty ? fallback : String(slug.prefix(56))
    var unique = base
    var number = 2
    while !used.insert(unique).inserted {
      unique = "\(base)-\(number)"
      number += 1
    }
    return unique
  }

  /// - Parameter keys: by which the other system refers to the person.
  mutating func add(person name: String, keys: [String?], zone: String?, mail: String?) {
    let keys = keys.compactMap { $0 }
    guard let first = keys.first, ids[first] == nil else { return }
    let handle = mail.flatMap { $0.split(separator: "@").first.map(String.init) } ?? name
    let id = self.name(handle, "person")
    people.append(
      Person(id: id, name: name, zone: zone.flatMap { TimeZones.rules(named: $0) != nil ? $0 : nil }, mail: mail))
    for key in keys where ids[key] == nil { ids[key] = id }
  }

  func person(_ key: String?) -> String? { key.flatMap { ids[$0] } }

  /// A schedule of several layers; a layer without people is left out and told.
  mutating func add(schedule name: String, key: String?, zone: String?, layers: [Layer]) {
    let real = layers.filter { !$0.people.isEmpty }
    guard !real.isEmpty else { return note("The schedule \(name) has nobody in it and was left out.") }
    let known = zone.flatMap { TimeZones.rules(named: $0) != nil ? $0 : nil }
    if zone != nil, known == nil {
      note("The zone \(zone ?? "") of the schedule \(name) is not known: UTC is written.")
    }
    let id = self.name(name, "schedule")
    schedules.append(Schedule(name: id, zone: known ?? "UTC", layers: real))
    if let key { scheduleIDs[key] = id }
  }
  private var scheduleIDs: [String: String] = [:]

  /// Another key of the same schedule.
  mutating func alias(schedule key: String, of other: String) {
    if let id = scheduleIDs[other] { scheduleIDs[key] = id }
  }

  func schedule(_ key: String?) -> String? { key.flatMap { scheduleIDs[$0] } }

  /// One level of an escalation policy as a role of its own, to be named in the runbook's ladder.
  mutating func add(level number: Int, of policy: String, after minutes: Int, people: [String], schedules: [String]) {
    let role = "\(policy) level \(number)"
    if let schedule = schedules.first {
      roles.append((role, "{ schedule: \(Self.quoted(schedule)) }"))
      if schedules.count > 1 || !people.isEmpty {
        note(
          "\(role) pages several at once; the team file binds it to the schedule \(schedule) alone. Add a second role beside it."
        )
      }
    } else if !people.isEmpty {
      roles.append((role, "[\(people.map(Self.quoted).joined(separator: ", "))]"))
    } else {
      note("\(role) reaches nobody that was exported.")
      return
    }
    let step = Step(role: role, minutes: minutes)
    if let place = ladders.firstIndex(where: { $0.name == policy }) {
      ladders[place].steps.append(step)
    } else {
      ladders.append((policy, [step]))
    }
  }

  static func quoted(_ text: String) -> String {
    let plain = text.map { $0.isNewline || $0 == "\0" ? " " : String($0) }.joined()
    return "\"\(plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// A moment as the team file reads it; nil where the other system's cannot be read.
  static func moment(_ text: String?) -> String? {
    guard let text else { return nil }
    guard let time = EventTime.read(text) ?? EventTime.read(text + "Z") else { return nil }
    return CivilTime(time).rfc3339
  }
}
