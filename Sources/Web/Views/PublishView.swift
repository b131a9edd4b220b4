import Engine
import Incidents
import Runbooks

/// A message that is being written about an incident, for people inside or outside.
struct PublishView: Sendable {
  var incident: Incident
  var mark: SeverityMark
  var citation: Citation
  var now: Timestamp
  var reader: Frame.Reader
  var audience: TemplateChoice.Audience
  var state: PublicState
  /// The runbook's templates that fit, the chosen one's place among them.
  var templates: [Template]
  var chosen: Int
  var parts: [StatusBoard.Part]
  /// What was said to the world so far.
  var said: PublicIncident?
  /// Minutes to the next word, as the runbook sets them, and its line.
  var cadence: (minutes: Int, line: Int)?
  var mails = 0
  var hooks = 0
  /// Channels in which the team reads updates for people inside; none of a private incident.
  var chats: [String] = []
  /// What they would read, once it was looked at.
  var spoken: [ChannelWords] = []
  var origin = ""
  /// Whom a word to people inside counts for.
  var covers = Cadence.Audience.internal
  var draft: Draft
  /// Checks that failed under somebody's hands, one for each part.
  var failed: [FailedCheck] = []
  /// Set once the message was looked at: it is shown as outsiders will see it.
  var isPreview = false
  /// What was refused, at the field that it belongs to.
  var problem: (field: String, message: String)?

  /// What the form holds.
  struct Draft: Sendable, Hashable {
    var title = ""
    var text = ""
    /// By identifier of the part.
    var components: [String: ComponentState] = [:]
    /// 0: no promise.
    var minutes = 0
  }

  /// Placeholders that the draft still holds and that a person answers in words.
  var asks: [String] {
    let promised = promised
    return FilledTemplate.asks(in: draft.text, slots: slots).filter { !promised.contains($0) }
  }
  /// Those that the promise of the next message answers.
  var promised: [String] { promises ? PromisedPlaces(draft.text, slots: slots).all : [] }
  /// Whether the form asks when people outside hear more.
  var promises: Bool { audience == .external && state != .resolved }
  var slots: [String] { templates.flatMap(\.placeholders).unique }
  var nextBy: Timestamp? { draft.minutes > 0 ? now + .minutes(draft.minutes) : nil }

  func address(_ audience: TemplateChoice.Audience, _ state: PublicState, template: Int = 0) -> String {
    Address.act("publish", on: incident)
      + "?audience=\(audience.rawValue)&state=\(state.rawValue)" + (template > 0 ? "&template=\(template)" : "")
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of their first place.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
