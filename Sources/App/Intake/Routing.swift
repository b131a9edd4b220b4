import Incidents
import Runbooks
import Web

/// Which of several runbooks an alert names by itself, worked out once for each load.
struct Routing: Sendable {
  /// The names of the documents, folded, with the places of the runbooks that hold them.
  private var documents: [String: Set<Int>] = [:]
  /// Services that exactly one runbook lists.
  private var services: [String: Int] = [:]
  private var hasSeveral = false

  init() {}

  init(_ current: [ShelvedRunbook]) {
    hasSeveral = current.count > 1
    guard hasSeveral else { return }
    var listed: [String: Set<Int>] = [:]
    for (place, shelved) in current.enumerated() {
      for file in [shelved.name] + shelved.runbook.parts.map(\.file) {
        documents[PagePointers.name(of: file), default: []].insert(place)
      }
      for service in shelved.runbook.services {
        for name in [service.name, service.container ?? ""] where !name.isEmpty {
          listed[name.lowercased(), default: []].insert(place)
        }
      }
    }
    services = listed.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The runbooks whose document a label such as `runbook_url` names; nil where none is named.
  func named(by labels: [String: String]) -> Set<Int>? {
    guard hasSeveral, Matching.hasPointer(labels) else { return nil }
    for label in Matching.pointers {
      guard let value = labels[label], let found = documents[PagePointers.name(of: value)] else { continue }
      return found
    }
    return nil
  }

  /// The one runbook that lists the alert's service.
  func listing(_ service: String) -> Int? { hasSeveral ? services[service.lowercased()] : nil }
}
