import Foundation

/// Which systems' exports become a team file.
package enum Importing: String, Sendable, CaseIterable {
  case opsgenie
  case grafanaOnCall = "grafana-oncall"
  case pagerduty
  case alertmanager

  /// Reads a file, or every JSON and YAML file of a folder. Throws `StartError`.
  package func read(_ path: String) throws -> ImportedTeam {
    let trees = try files(path).map { file in
      try ImportTree(try FileTree.bytes(of: file), name: file)
    }
    switch self {
    case .opsgenie: return OpsgenieImport.read(trees)
    case .grafanaOnCall: return GrafanaOnCallImport.read(trees)
    case .pagerduty: return PagerDutyImport.read(trees)
    case .alertmanager: return AlertmanagerImport.read(trees)
    }
  }

  private func files(_ path: String) throws -> [String] {
    guard FileTree.isFolder(path) else { return [path] }
    let walk = FileManager.default.enumerator(atPath: path)
    var found: [String] = []
    while let name = walk?.nextObject() as? String, found.count < 5_000 {
      if ["json", "yml", "yaml"].contains(where: { name.hasSuffix("." + $0) }) { found.append("\(path)/\(name)") }
    }
    guard !found.isEmpty else { throw StartError("The folder \(path) holds no .json, .yml or .yaml file.") }
    return found.sorted()
  }
}
