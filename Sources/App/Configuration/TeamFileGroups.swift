import Incidents
import Yams

/// Roles that are more than one person or a rotation: several who must answer, several in turn, a channel.
extension TeamFileSections {
  /// nil inside where the entry has an error.
  struct Group { var binding: RoleBinding? }

  /// nil where the role is bound in another way.
  mutating func group(of role: String, _ node: Node) -> Group? {
    guard let mapping = node.mapping else { return nil }
    let keys = mapping.keys.compactMap { $0.scalar?.string }
    if keys.contains("channel") { return Group(binding: channel(role, node)) }
    if keys.contains("people") { return Group(binding: people(role, node)) }
    return nil
  }

  /// `{ people: [ana, bo, chidi], need: 2 }` or `{ people: [ana, bo], turns: true }`.
  private mutating func people(_ role: String, _ node: Node) -> RoleBinding? {
    let named = "role `\(clipped(role))`"
    let section = report.section(node, in: named, keys: ["people", "need", "turns"])
    let list = section["people"].map { report.items(of: $0) } ?? []
    let ids = list.compactMap { person($0, "Role `\(clipped(role))`") }
    guard !ids.isEmpty, ids.count == list.count else {
      if list.isEmpty {
        report.refuse(node, "Role `\(clipped(role))` has no people.", hint: "add `people: [ana, bo]`.")
      }
      return nil
    }
    let need = section["need"].map { report.integer($0, "`need` of \(named)", in: 1...ids.count) } ?? 1
    let turns = section["turns"].map { truth($0, "`turns` of \(named)") } ?? false
    guard let need, let turns else { return nil }
    if turns, need > 1, let node = section["need"] {
      report.refuse(
        node, "\(named.prefix(1).uppercased() + named.dropFirst()) pages one at a time, so `need` cannot be \(need).",
        hint: "keep `need` or `turns`.")
      return nil
    }
    return RoleBinding(role: role, holder: .people(ids), need: need, inTurn: turns)
  }

  /// `{ channel: slack }`, with `address` where that kind of channel needs one.
  private mutating func channel(_ role: String, _ node: Node) -> RoleBinding? {
    channel(node, of: "role `\(clipped(role))`").map { RoleBinding(role: role, holder: .channel($0)) }
  }

  private mutating func channel(_ node: Node, of what: String) -> ContactMethod? {
    let section = report.section(node, in: what, keys: ["channel", "address"])
    guard let named = section["channel"], let name = report.text(named, "The channel of \(what)") else { return nil }
    let address = section["address"].map { report.text($0, "The address of \(what)") } ?? ""
    guard let address else { return nil }
    return knownChannel(name, at: named, address: address)
  }

  /// `updates: slack`, or a list of names and of `{ channel: …, address: … }`: where the team reads what is posted.
  mutating func readUpdates(_ node: Node) -> [ContactMethod] {
    report.items(of: node).compactMap { item in
      if item.mapping != nil { return channel(item, of: "`updates`") }
      guard let name = report.text(item, "A channel of `updates`") else { return nil }
      return knownChannel(name, at: item, address: "")
    }
  }

  private mutating func truth(_ node: Node, _ what: String) -> Bool? {
    switch node.scalar?.string {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report.refuse(node, "\(what) is neither `true` nor `false`.")
      return nil
    }
  }

  /// `acknowledgement: { timeout: 45m, severities: [P0, P1] }`
  mutating func readLapse(_ node: Node) -> AnswerLapse? {
    let section = report.section(node, in: "`acknowledgement`", keys: ["timeout", "severities"])
    guard let timeout = section["timeout"] else {
      report.refuse(node, "`acknowledgement` has no `timeout`.", hint: "write `timeout: 45m`.")
      return nil
    }
    let severities = section["severities"].map { report.texts($0, "A severity").map(\.text) } ?? []
    guard let after = span(timeout, "`timeout`") else { return nil }
    guard after >= .minutes(1) else {
      report.refuse(timeout, "`timeout` is shorter than a minute.", hint: "write `timeout: 45m`.")
      return nil
    }
    return AnswerLapse(after: after, severities: severities)
  }
}
