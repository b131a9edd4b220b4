import Engine
import Incidents
import Runbooks
import Storage

/// What the room of one incident shows, gathered and ready.
struct RoomView: Sendable {
  var incident: Incident
  var mark: SeverityMark
  /// The runbook's definition of the severity.
  var definition: Said?
  var citation: Citation
  var runbook: Runbook
  var now: Timestamp
  /// Names by identifier.
  var people: [String: String]
  var clocks: [Clock]
  var alerts: [Alert]
  var firing: Int
  /// Newest first.
  var entries: [TimelineEntry]
  /// How many entries stand before those.
  var older: Int
  var ladder: LadderDrawing
  /// Updates that a channel did not get, in sentences.
  var lostWords: [String] = []
  /// Names of those whom the ladder has reached in this round, the first one first.
  var paged: [String] = []
  /// The rung that a click pages now, and the person behind it.
  var next: (step: Int, name: String)?
  var situations: [Situations.Row] = []
  /// Whom the incident may be handed to: identifier and name.
  var others: [(id: String, name: String)] = []
  /// What acknowledging would stop, in a sentence.
  var consequence: String
  var scenario: Scenario?
  /// What the team file says for places that commands leave open, by name.
  var values: [String: String] = [:]
  /// What else it may be about, best first.
  var candidates: [ScenarioMatch] = []
  /// Whether those stand open, because what speaks for the scenario is weak.
  var isDoubtful = false
  var phases: [PhaseState] = []
  /// Every list of the runbook that people tick off here.
  var lists: [Checklist] = []
  var roles: [RoomRole] = []
  var relations: [Relation] = []
  /// Names of those who have the room open.
  var present: [String] = []
  var pinned: [TimelineEntry] = []
  var files: [Attachment] = []
  /// Incidents that are open beside it.
  var openOthers: [Incident] = []
  /// What was changed in the hours before, the latest first.
  var changes: [ChangeEvent] = []
  /// Those like it from before.
  var similar: [Past] = []
  /// What the runbook asks for before the end.
  var closing = Closing.nothing
  /// Whom a person may call in by hand.
  var callable: [Callable] = []
  /// The runbook's message for it, filled as far as Tocsin knows.
  var escalation: (name: String, text: String, asks: [String], line: Int)?
  var items: [ActionItem] = []
  /// Legal notices of the runbook that do not run; a person may begin them.
  var notices: [OfferedNotice] = []
  /// Commands that people ran, newest first.
  var runs: [CommandRun] = []
  /// Who is behind the contacts of the runbook today, by the document's words for the role.
  var holders: [String: String] = [:]
  var hasReview: Bool
  var flaps = false
  /// What the status page says of this incident that is not so.
  var untruths: [Untruth] = []
  var reader: Frame.Reader
  /// What was refused just now, in words for the person who tried.
  var problem: Problem?
  /// The runbook as it is in force, where it is not the one that the incident is pinned to.
  var newer: Newer?
  /// What is kept about the incident's alerts for the next time, in sentences.
  var kept: [String] = []
  /// Former revisions that lines of the timeline are of.
  var former: [Int64: Citation] = [:]

  /// A newer revision and what it says otherwise.
  struct Newer: Sendable {
    var id: Int64
    /// "2026-02-14 03:12 UTC"
    var read: String
    var changes: [RunbookChange]
    var citation: Citation

    var lede: String {
      changes.isEmpty
        ? "Only blanks, or the order of its lines. This incident stays with the revision it has."
        : "This incident stays with the revision it has until somebody moves it. "
          + "\(Words.count(changes.count, "change")):"
    }
  }

  /// A refused act with what was typed.
  struct Problem: Sendable {
    var act: String
    var message: String
    var text: String
  }

  /// The same for one reader, without other incidents that are private to other people.
  func seen(by reader: Frame.Reader) -> RoomView {
    let viewer = Viewer.person(reader.actor)
    var view = self
    view.reader = reader
    view.openOthers = openOthers.filter { $0.isVisible(to: viewer) }
    view.relations = relations.filter { $0.incident.isVisible(to: viewer) }
    view.similar = similar.filter { $0.incident.isVisible(to: viewer) }
    return view
  }

  func name(_ id: String?) -> String? { id.map { people[$0] ?? $0 } }

  func lastRun(_ action: Action) -> CommandRun? { runs.first { $0.line == action.line && $0.text == action.text } }

  /// "Burning since", "Watched since", "Resolved at".
  var verb: String {
    switch incident.status {
    case .monitoring: "Watched, open since"
    case .triggered, .acknowledged: "Burning since"
    default: "Opened at"
    }
  }
}
