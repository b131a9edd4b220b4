import Engine
import Incidents

/// What the page of a review shows.
struct ReviewView: Sendable {
  struct Version: Sendable {
    var number: Int
    var at: Timestamp
    var who: String
    var isPublished: Bool
  }

  var incident: Incident
  var mark: SeverityMark
  var text: String
  var number: Int
  var blanks: [ReviewBlank]
  /// When it is due, and the line that says so; nil once it was published, or where the runbook sets no time.
  var due: Timestamp?
  var dueLine: Int?
  var published: Version?
  var versions: [Version]
  var figures: ReviewFigures
  var course: [CourseStop]
  var items: [ActionItem]
  var people: [String: String]
  var agenda: [(title: String, minutes: Double?, line: Int)]
  var citation: Citation
  var now: Timestamp
  var reader: Frame.Reader
  var refused: String?

  init(_ state: ReviewState, now: Timestamp, reader: Frame.Reader, refused: String?) {
    let review = state.watched.runbook.review
    let clock = state.watched.clocks.first { $0.kind == .reviewDue && $0.state != .met }
    incident = state.incident
    mark = state.watched.mark
    text = state.text
    number = state.number
    blanks = Array(state.blanks.prefix(Self.mostBlanks))
    due = state.published == nil ? clock?.due : nil
    dueLine = clock?.line ?? review.deadlineLine ?? review.line
    let names = state.watched.names
    versions = state.versions.map {
      Version(number: $0.number, at: $0.at, who: names[$0.actor] ?? $0.actor, isPublished: $0.isPublished)
    }
    published = versions.first(where: \.isPublished)
    figures = state.figures
    course = CourseStop.all(state)
    items = state.watched.view.items
    people = names
    agenda = review.agenda.map { ($0.title, $0.minutes, $0.line) }
    citation = state.watched.citation
    self.now = now
    self.reader = reader
    self.refused = refused
  }

  /// A form carries so many answers at most; further places are filled in the editor.
  static let mostBlanks = 50
}
