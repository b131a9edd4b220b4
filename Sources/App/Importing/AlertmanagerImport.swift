import Incidents

/// Alertmanager's `alertmanager.yml`: its routes and inhibitions. Who is told stays the runbook's matter.
/// Fields: https://prometheus.io/docs/alerting/latest/configuration/
enum AlertmanagerImport {
  static func read(_ trees: [ImportTree]) -> ImportedTeam {
    var team = ImportedTeam("Alertmanager")
    for tree in trees {
      let root = tree["route"]
      for route in root["routes"].items { add(route, [], groups(root, []), &team) }
      for (place, rule) in tree["inhibit_rules"].items.enumerated() { add(inhibition: rule, place, &team) }
      for receiver in tree["receivers"].items {
        let kinds = receiver.keys.filter { $0.hasSuffix("_configs") }.sorted().map { $0.dropLast(8) }
        team.note(
          "The receiver \(receiver["name"].text ?? "?")\(kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))") is not taken: the runbook's ladder says who is paged."
        )
      }
      let intervals = tree["time_intervals"].items + tree["mute_time_intervals"].items
      for interval in intervals {
        team.note(
          "The time interval \(interval["name"].text ?? "?") is not taken: see `quiet` of people, and `maintenance`.")
      }
    }
    return team
  }

  /// Alertmanager asks the children first; so they stand before their parent.
  private static func add(_ route: ImportTree, _ above: [Matcher], _ inherited: [String], _ team: inout ImportedTeam) {
    let name = route["receiver"].text ?? "route"
    let own = above + matchers(route, ["matchers": nil, "match": .equal, "match_re": .matches], name, &team)
    let groups = groups(route, inherited)
    for child in route["routes"].items { add(child, own, groups, &team) }
    guard !own.isEmpty else { return team.note("A route to \(name) takes everything and needs no line.") }
    if route["continue"].text == "true" {
      team.note("The route to \(name) goes on to the next one; here the first that takes an alert counts.")
    }
    let when = own.map { "'\($0.text.replacing("'", with: "''"))'" }.joined(separator: ", ")
    let group = groups.isEmpty ? "" : ", group: [\(groups.map(ImportedTeam.quoted).joined(separator: ", "))]"
    team.routes.append("\(ImportedTeam.quoted(team.name(name, "route"))): { when: [\(when)]\(group) }")
  }

  private static func groups(_ route: ImportTree, _ inherited: [String]) -> [String] {
    guard route.keys.contains("group_by") else { return inherited }
    return route["group_by"].items.compactMap(\.text).filter { $0 != "..." }
  }

  /// `matchers` as a list of conditions, or the older maps; nil marks the list.
  private static func matchers(
    _ tree: ImportTree, _ keys: [String: Matcher.Operator?], _ place: String, _ team: inout ImportedTeam
  ) -> [Matcher] {
    var all: [Matcher] = []
    for (key, comparison) in keys.sorted(by: { $0.key < $1.key }) {
      if let comparison {
        for (name, value) in tree[key].members {
          if let matcher = try? Matcher(name, comparison, value.text ?? "") {
            all.append(matcher)
          } else {
            lost(name, place, &team)
          }
        }
        continue
      }
      let texts = tree[key].items.compactMap(\.text) + (tree[key].text.map(split) ?? [])
      for text in texts.flatMap(split) {
        if let matcher = try? Matcher(reading: text) { all.append(matcher) } else { lost(text, place, &team) }
      }
    }
    return all
  }

  /// `{a="b", c=~"d"}` holds several.
  private static func split(_ text: String) -> [String] {
    guard text.hasPrefix("{") else { return [text] }
    var (parts, part, isQuoted) = ([String](), "", false)
    for character in text.dropFirst().dropLast() {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).filter { $0.contains { !$0.isWhitespace } }
  }

  private static func lost(_ text: String, _ place: String, _ team: inout ImportedTeam) {
    team.note("The condition \(text) of \(place) cannot be read and was left out.")
  }

  private static func add(inhibition rule: ImportTree, _ place: Int, _ team: inout ImportedTeam) {
    let what = "inhibition \(place + 1)"
    let source = matchers(
      rule, ["source_matchers": nil, "source_match": .equal, "source_match_re": .matches], what, &team)
    let target = matchers(
      rule, ["target_matchers": nil, "target_match": .equal, "target_match_re": .matches], what, &team)
    guard !source.isEmpty, !target.isEmpty else {
      return team.note("The \(what) has no source or no target and was left out.")
    }
    func list(_ matchers: [Matcher]) -> String {
      "[" + matchers.map { "'\($0.text.replacing("'", with: "''"))'" }.joined(separator: ", ") + "]"
    }
    let equal = rule["equal"].items.compactMap(\.text).map(ImportedTeam.quoted)
    let also = equal.isEmpty ? "" : ", equal: [\(equal.joined(separator: ", "))]"
    team.dependencies.append(
      "\(ImportedTeam.quoted(team.name(what, "inhibition"))): { while: \(list(source)), hold: \(list(target))\(also) }")
  }
}
