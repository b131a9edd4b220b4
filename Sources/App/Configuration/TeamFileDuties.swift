import Incidents
import Yams

extension TeamFileSections {
  mutating func readRoles(_ node: Node) -> [RoleBinding] {
    report.entries(of: node, in: "`roles`").compactMap { entry in
      guard !report.isEmpty(entry.value) else { return nil }
      if let group = group(of: entry.key, entry.value) { return group.binding }
      return holder(of: entry.key, entry.value).map { RoleBinding(role: entry.key, holder: $0) }
    }
  }

  private mutating func holder(of role: String, _ node: Node) -> RoleBinding.Holder? {
    guard node.mapping != nil else {
      let list = report.items(of: node)
      let ids = list.compactMap { person($0, "Role `\(clipped(role))`") }
      return ids.isEmpty || ids.count < list.count ? nil : .people(ids)
    }
    let section = report.section(
      node, in: "role `\(clipped(role))`", keys: ["rotation", "schedule", "schedules", "position"])
    if let node = section["schedules"] { return several(node, of: role) }
    if let node = section["rotation"], section["schedule"] == nil {
      guard let name = known(node, of: role, "rotation", rotationSizes) else { return nil }
      return position(section["position"], size: rotationSizes[name]).map { .rotation(name, position: $0) }
    }
    if let node = section["schedule"], section["rotation"] == nil {
      guard let name = known(node, of: role, "schedule", scheduleSizes) else { return nil }
      return position(section["position"], size: scheduleSizes[name]).map { .schedule(name, position: $0) }
    }
    let count = section["rotation"] == nil ? "neither a rotation nor a schedule" : "both a rotation and a schedule"
    report.refuse(
      node, "Role `\(clipped(role))` names \(count).", hint: "write `{ rotation: NAME }` or `{ schedule: NAME }`.")
    return nil
  }

  /// `{ schedules: [primary, shadow] }`: everybody who is on call by one of them.
  private mutating func several(_ node: Node, of role: String) -> RoleBinding.Holder? {
    let sizes = scheduleSizes.merging(rotationSizes) { first, _ in first }
    let items = report.items(of: node)
    let names = items.compactMap { known($0, of: role, "schedule", sizes) }
    if items.isEmpty { report.refuse(node, "Role `\(clipped(role))` names no schedule.") }
    return names.isEmpty || names.count < items.count ? nil : .schedules(names)
  }

  private mutating func known(_ node: Node, of role: String, _ kind: String, _ sizes: [String: Int]) -> String? {
    guard let name = report.text(node, "The \(kind) of role `\(clipped(role))`") else { return nil }
    if sizes[name] != nil { return name }
    let near = Spelling.nearest(to: name, among: sizes.keys.sorted()).map { "did you mean `\($0)`?" }
    report.refuse(node, "There is no \(kind) `\(clipped(name))`.", hint: near ?? "describe it under `\(kind)s`.")
    return nil
  }

  /// 1 is who is on call, 2 whoever follows.
  private mutating func position(_ node: Node?, size: Int?) -> Int? {
    guard let node else { return 1 }
    return report.integer(node, "Position", in: 1...max(size ?? 1, 1))
  }
}
