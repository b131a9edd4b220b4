import Runbooks

/// A command or a step that the server offers for an incident.
struct OfferedAction {
  var number: Int
  var isManual: Bool
  var phase: String
  var text: String
  var caption: String
  var host: String
  var effect: Action.Effect
  var reason: String
  var isInteractive: Bool
  var suggestion: String?
  var placeholders: [String]
  /// What the team file gives for places, by their names.
  var values: [String: String]
  var expectation: String?
  var line: Int
  /// The line as people find it: `L57`, `rollback.md:12`.
  var place: String
  /// "Ana, 2026-02-14 03:31, exit 0: 200"
  var last: String?

  init(_ json: JSONField, _ places: LinePlaces = LinePlaces()) {
    number = json["number"].integer ?? 0
    isManual = json["kind"].string == "manual"
    phase = json.words("phase") ?? ""
    text = json["text"].string ?? ""
    caption = json.words("caption") ?? ""
    host = json.words("host") ?? ""
    effect = json["effect"].string.flatMap(Action.Effect.init) ?? .unknown
    reason = json.words("effectReason") ?? ""
    isInteractive = json["interactive"] == .bool(true)
    suggestion = json["suggestion"].string
    placeholders = json["placeholders"].elements.compactMap(\.string)
    values = json["values"].members.compactMapValues(\.string)
    expectation = json.words("expectation")
    line = json["line"].integer ?? 0
    place = places.label(line)
    let run = json["lastRun"]
    if let actor = run.words("actor"), let exit = run["exit"].integer {
      let said = run.words("firstLine") ?? ""
      let time = (run.words("at") ?? "").prefix(16).replacing("T", with: " ")
      last = "\(actor), \(time), exit \(exit)" + (said.isEmpty ? "" : ": \(said)")
    }
  }

  /// The one that a person means: by its number, by its line as "L57" or "rollback.md:12", or by a part of its words that no other has.
  static func chosen(_ wanted: String, from offered: [OfferedAction]) throws(Failure) -> OfferedAction {
    if let number = Int(wanted), let found = offered.first(where: { $0.number == number }) { return found }
    let lower = wanted.lowercased()
    let near = offered.filter { action in
      action.place.lowercased() == lower || action.text.lowercased().contains(lower)
        || action.caption.lowercased().contains(lower)
    }
    if let only = near.first, near.count == 1 { return only }
    let what = near.isEmpty ? "No action is" : "\(near.count) actions are"
    throw Failure(
      .usage, "\(what) called \(Layout.plain(wanted)). Without an action the numbers are listed; L57 is line 57.")
  }

  /// One row of the list.
  func row(_ terminal: Terminal) -> String {
    let sign = isManual ? "by hand" : effect.rawValue
    let head =
      Layout.padded("\(number)", 4) + Layout.padded(sign, 13) + Layout.padded(place, max(Layout.width(place) + 2, 7))
    let words = [isManual || caption.isEmpty ? "" : "\(caption): ", Layout.plain(text)].joined()
    let place = host.isEmpty ? "" : " (on \(host))"
    var rows = [Layout.hanging(head, words + place, terminal.width)]
    if let last {
      rows.append(terminal.styled(Layout.hanging(String(repeating: " ", count: 24), last, terminal.width), .quiet))
    }
    return rows.joined(separator: "\n")
  }
}
