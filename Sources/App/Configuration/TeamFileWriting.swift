import Incidents

extension TeamFile {
  /// A team file in which everybody is reached on the console and nowhere else: a demonstration with a real team must
  /// not send anything to real people.
  package static func consoleOnly(_ team: Team) -> String {
    var lines = ["team: \(quoted(team.name.isEmpty ? "Demo" : team.name))", "people:"]
    lines += team.people.map { "  \(quoted($0.id)): { name: \(flow($0.name)), contact: [console] }" }
    lines.append("rotations:")
    lines += team.rotations.map { rotation in
      let start = CivilTime(rotation.start).rfc3339
      let turn = "people: [\(list(rotation.people))], start: \(start), every: \(rotation.days)d"
      return "  \(quoted(rotation.name)): { \(turn) }"
    }
    lines.append("roles:")
    lines += team.roles.map { "  \(quoted($0.role)): \(holder($0.holder))" }
    if let fallback = team.fallback { lines.append("fallback: \(quoted(fallback))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func holder(_ holder: RoleBinding.Holder) -> String {
    switch holder {
    case .people(let ids): "[\(list(ids))]"
    case .rotation(let name, let position): "{ rotation: \(flow(name)), position: \(position) }"
    }
  }

  private static func list(_ ids: [String]) -> String { ids.map(flow).joined(separator: ", ") }

  /// Always in quotes: between braces more letters have a meaning.
  private static func flow(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
