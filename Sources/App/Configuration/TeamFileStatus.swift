import Incidents
import Yams

extension TeamFileSections {
  /// `status:`, the public page.
  mutating func readStatus(_ node: Node) -> StatusSettings {
    let section = report.section(node, in: "`status`", keys: ["title", "components", "export", "address", "mail"])
    var settings = StatusSettings()
    settings.title = filled(section["title"]).flatMap { report.text($0, "The title of the status page") }
    settings.export = filled(section["export"]).flatMap { report.text($0, "The export folder") }
    settings.address = filled(section["address"]).flatMap { address($0) }
    settings.mail = filled(section["mail"]).flatMap { mailChannel($0) }
    settings.components = section["components"].map { readComponents($0) } ?? []
    return settings
  }

  private func filled(_ node: Node?) -> Node? { node.flatMap { report.isEmpty($0) ? nil : $0 } }

  private mutating func address(_ node: Node) -> String? {
    guard let text = report.text(node, "The address of the exported page") else { return nil }
    let scheme = ["https://", "http://"].first(where: text.hasPrefix)
    guard let scheme, text.count > scheme.count, !text.contains(where: { $0.isWhitespace || $0 == "\"" }) else {
      report.refuse(node, "The address of the exported page is none of the web.", hint: "it begins with `https://`.")
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private mutating func mailChannel(_ node: Node) -> String? {
    guard let name = report.text(node, "The channel for subscribers") else { return nil }
    guard channelKinds[name] == "smtp" || channelKinds[name] == "" else {
      report.refuse(
        node, "`\(clipped(name))` is no channel of kind smtp.", hint: "name one under `channels` with `kind: smtp`.")
      return nil
    }
    return name
  }

  private mutating func readComponents(_ node: Node) -> [StatusComponent] {
    var found: [StatusComponent] = []
    for item in report.items(of: node).prefix(100) {
      guard let component = readComponent(item) else { continue }
      guard !component.id.isEmpty, !found.contains(where: { $0.id == component.id }) else {
        report.refuse(item, "Two components are called alike, or one has no letters.", hint: "give each its own name.")
        continue
      }
      found.append(component)
    }
    return found
  }

  /// A name alone, or a name with what it is about and the services that alerts name.
  private mutating func readComponent(_ node: Node) -> StatusComponent? {
    guard node.mapping != nil else {
      return report.text(node, "A component").map { StatusComponent(id: StatusComponent.slug($0), name: $0) }
    }
    let section = report.section(node, in: "a component", keys: ["name", "about", "services"])
    guard let nameNode = section["name"] else {
      report.refuse(node, "A component has no name.", hint: "add `name: Website`.")
      return nil
    }
    guard let name = report.text(nameNode, "The name of a component") else { return nil }
    let about = section["about"].flatMap { report.text($0, "What component `\(clipped(name))` is about") } ?? ""
    let services = section["services"].map { report.texts($0, "A service of component `\(clipped(name))`") } ?? []
    return StatusComponent(id: StatusComponent.slug(name), name: name, about: about, services: services.map(\.text))
  }
}
