import Incidents
import Runbooks

/// The parts of the public page where the team file names none: the runbook's services, else the addresses that its
/// health checks ask. Only names leave: no host, no port, no container.
package enum StatusParts {
  /// The team's own, or what the runbooks name. Never empty: without any there is one part, the whole.
  package static func of(_ team: Team, _ runbooks: [Runbook]) -> [StatusComponent] {
    guard team.status.components.isEmpty else { return team.status.components }
    var found: [StatusComponent] = []
    for runbook in runbooks {
      for service in runbook.services { add(name(service.name), service, to: &found) }
      if found.isEmpty {
        for check in runbook.healthChecks where check.kind == .http {
          if let name = name(ofAddress: check.target) { add(name, nil, to: &found) }
        }
      }
    }
    return found.isEmpty ? [StatusComponent(id: "service", name: "Service")] : Array(found.prefix(30))
  }

  /// The title of the page: as the team file says, else the team's name.
  package static func title(_ team: Team, _ runbooks: [Runbook]) -> String {
    if let title = team.status.title { return title }
    return team.name.isEmpty ? "Service" : team.name
  }

  private static func add(_ name: String, _ service: Service?, to found: inout [StatusComponent]) {
    let id = StatusComponent.slug(name)
    guard !id.isEmpty else { return }
    let known = [service?.name, service?.container].compactMap { $0 }
    if let index = found.firstIndex(where: { $0.id == id }) {
      found[index].services += known.filter { !found[index].services.contains($0) }
    } else {
      found.append(StatusComponent(id: id, name: name, services: known))
    }
  }

  /// "Website (blue)" and "Website (green)" are one part to those outside; what only the team uses is none.
  private static func name(_ service: String) -> String {
    let bare = service.prefix { $0 != "(" && $0 != "[" }
    let words = Tokens.of(service)
    let inside: Set<String> = ["staging", "test", "testing", "dev", "development", "internal", "backup"]
    return words.contains(where: inside.contains) ? "" : Wording.line(String(bare), limit: 60)
  }

  /// "https://api.example.org/health" is "API"; a machine's own address is none.
  static func name(ofAddress address: String) -> String? {
    guard let host = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first else {
      return nil
    }
    let labels = host.prefix { $0 != ":" }.split(separator: ".").map(String.init)
    guard labels.count >= 2, let first = labels.first, labels.contains(where: { $0.contains(where: \.isLetter) }) else {
      return nil
    }
    if labels.count == 2 || first == "www" { return "Website" }
    return first.count <= 3 ? first.uppercased() : first.prefix(1).uppercased() + first.dropFirst()
  }
}
