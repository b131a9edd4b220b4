import Foundation
import Incidents
import Yams

extension TeamFileSections {
  /// Ways to reach one person; more would never be tried in one night.
  private static let contactLimit = 16

  mutating func readPeople(_ node: Node) -> [Person] {
    let entries = report.entries(of: node, in: "`people`")
    people = entries.map(\.key)
    return entries.compactMap { entry in
      guard identifier(entry, "a person") else { return nil }
      return readPerson(entry.key, entry.value)
    }
  }

  private mutating func readPerson(_ id: String, _ node: Node) -> Person {
    let section = report.section(node, in: "person `\(id)`", keys: ["name", "zone", "contact", "quiet"])
    var person = Person(id: id, name: id)
    if let node = section["name"] { person.name = report.text(node, "The name of `\(id)`") ?? id }
    if let node = section["zone"] { person.zone = zone(node, "The zone of `\(id)`") }
    if let node = section["contact"] { person.methods = contacts(node, of: id) }
    if let node = section["quiet"] { person.quiet = readQuiet(node, of: id, zone: person.zone) }
    return person
  }

  mutating func zone(_ node: Node, _ what: String) -> String? {
    guard let name = report.text(node, what) else { return nil }
    if TimeZone(identifier: name) != nil { return name }
    let near = Spelling.nearest(to: name, among: TimeZone.knownTimeZoneIdentifiers)
    report.refuse(
      node, "`\(clipped(name))` is not a time zone.",
      hint: near.map { "did you mean `\($0)`?" } ?? "use a name such as `Europe/Madrid` or `UTC`.")
    return nil
  }

  private mutating func contacts(_ node: Node, of id: String) -> [ContactMethod] {
    let items = report.items(of: node)
    if items.count > Self.contactLimit {
      report.refuse(node, "`\(id)` has \(items.count) contacts; at most \(Self.contactLimit) are used.")
    }
    return items.prefix(Self.contactLimit).compactMap { contact($0, of: id) }
  }

  /// `console`, or `mail: bo@example.org`, with `after: 5m` beside it where it is not to be used at once.
  private mutating func contact(_ node: Node, of id: String) -> ContactMethod? {
    if node.scalar != nil {
      guard let channel = report.text(node, "A contact of `\(id)`") else { return nil }
      return knownChannel(channel, at: node, address: "")
    }
    var entries = report.entries(of: node, in: "a contact of `\(id)`")
    let after = entries.firstIndex { $0.key == "after" }.map { entries.remove(at: $0) }
    guard let entry = entries.first, entries.count == 1 else {
      report.refuse(
        node, "A contact of `\(id)` names \(entries.isEmpty ? "no channel" : "more than one channel").",
        hint: "write one item for each channel, such as `- mail: bo@example.org`.")
      return nil
    }
    let address = report.isEmpty(entry.value) ? "" : report.text(entry.value, "The address of `\(id)`")
    guard let address, var method = knownChannel(entry.key, at: entry.keyNode, address: address) else { return nil }
    if let after { method.after = span(after.value, "`after`") ?? .zero }
    return method
  }

  mutating func knownChannel(_ name: String, at node: Node, address: String) -> ContactMethod? {
    guard let kind = channelKinds[name] else {
      let near = Spelling.nearest(to: name, among: channelKinds.keys.sorted()).map { "did you mean `\($0)`?" }
      report.refuse(
        node, "There is no channel `\(clipped(name))`.", hint: near ?? "describe it under `channels`.")
      return nil
    }
    if address.isEmpty, let example = TeamFileSections.addressExample(ofKind: kind) {
      report.refuse(node, "`\(name)` needs an address.", hint: "write `- \(name): \(example)`.")
      return nil
    }
    return ContactMethod(channel: name, address: address)
  }
}
