import Incidents

/// The rungs and the situations of an incident, each with its reason.
enum IncidentLadderText {
  static func assumed(_ words: String?) -> String { words.map { " Assumed: \($0)" } ?? "" }
}

extension IncidentText {
  /// What was, is and will be paged: `  03:57  Engineering Manager, Dana Weiss: …`
  func ladder() -> [String] {
    guard !incident.rungs.isEmpty else { return [] }
    return [terminal.styled("Ladder", .strong)]
      + incident.rungs.map { rung in
        let due = rung.due.map { CivilTime($0).clock } ?? "     "
        let who = ([rung.role] + rung.people).joined(separator: ", ")
        let state = rung.note.isEmpty ? Self.word(rung.state) : rung.note
        let text =
          "\(who)\(state.isEmpty ? "" : " (\(state))"). \(rung.why)" + IncidentLadderText.assumed(rung.assumption)
        return row(text, line: rung.line, lead: "  \(due)  ")
      }
  }

  func situations() -> [String] {
    guard !incident.situations.isEmpty else { return [] }
    return [terminal.styled("Situations", .strong)]
      + incident.situations.map { said in
        let time = said.at.map { " at \(CivilTime($0).clock)" } ?? ""
        let state =
          switch said.state {
          case "holds": ", said by \(said.by ?? "somebody")\(time)"
          case "denied": ", not so, said \(said.by ?? "somebody")\(time)"
          case "asked": ", asked\(time)"
          default: ""
          }
        let due = said.due.map { ", paged at \(CivilTime($0).clock) unless somebody says no" } ?? ""
        return row("\(said.words): \(said.roles.joined(separator: ", "))\(state)\(due)", line: said.line)
      }
  }

  private static func word(_ state: String) -> String {
    switch state {
    case "pagedNoAnswer": "paged, no answer"
    case "answered", "stopped": state
    case "unreachable": "reaches nobody"
    default: ""
    }
  }
}
