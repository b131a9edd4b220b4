import Incidents
import Yams

extension TeamFileSections {
  mutating func readRotations(_ node: Node) -> [Rotation] {
    report.entries(of: node, in: "`rotations`").compactMap { entry in
      guard identifier(entry, "a rotation") else { return nil }
      return readRotation(entry.key, entry.value)
    }
  }

  private mutating func readRotation(_ name: String, _ node: Node) -> Rotation? {
    let section = report.section(node, in: "rotation `\(name)`", keys: ["people", "start", "every"])
    let list = section["people"].map { report.items(of: $0) } ?? []
    rotationSizes[name] = list.count
    let members = list.compactMap { person($0, "Rotation `\(name)`") }
    if list.isEmpty { report.refuse(node, "Rotation `\(name)` has no people.", hint: "add `people: [ana, bo]`.") }
    guard let startNode = section["start"], !report.isEmpty(startNode) else {
      report.refuse(
        node, "Rotation `\(name)` does not say when it starts.", hint: "add `start: 2026-01-05T09:00:00Z`.")
      return nil
    }
    let start = moment(startNode, "The start of rotation `\(name)`")
    let days = section["every"].map { wholeDays($0) } ?? 7
    guard let start, let days, members.count == list.count else { return nil }
    return Rotation(name: name, people: members, start: start, days: days)
  }

  mutating func readRoles(_ node: Node) -> [RoleBinding] {
    report.entries(of: node, in: "`roles`").compactMap { entry in
      guard !report.isEmpty(entry.value) else { return nil }
      return holder(of: entry.key, entry.value).map { RoleBinding(role: entry.key, holder: $0) }
    }
  }

  private mutating func holder(of role: String, _ node: Node) -> RoleBinding.Holder? {
    guard node.mapping != nil else {
      let list = report.items(of: node)
      let ids = list.compactMap { person($0, "Role `\(clipped(role))`") }
      return ids.isEmpty || ids.count < list.count ? nil : .people(ids)
    }
    let section = report.section(node, in: "role `\(clipped(role))`", keys: ["rotation", "position"])
    guard let nameNode = section["rotation"] else {
      report.refuse(node, "Role `\(clipped(role))` names no rotation.", hint: "write `{ rotation: NAME }`.")
      return nil
    }
    guard let name = report.text(nameNode, "The rotation of role `\(clipped(role))`") else { return nil }
    guard let size = rotationSizes[name] else {
      let near = Spelling.nearest(to: name, among: rotationSizes.keys.sorted()).map { "did you mean `\($0)`?" }
      report.refuse(
        nameNode, "There is no rotation `\(clipped(name))`.", hint: near ?? "describe it under `rotations`.")
      return nil
    }
    return position(section["position"], in: name, size: size).map { .rotation(name, position: $0) }
  }

  /// 1 is who is on call, 2 whoever follows.
  private mutating func position(_ node: Node?, in rotation: String, size: Int) -> Int? {
    guard let node else { return 1 }
    return report.integer(node, "Position", in: 1...max(size, 1))
  }
}
