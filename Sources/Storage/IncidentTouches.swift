import Incidents

/// What reaches existing incidents from outside a decision: new timeline entries, and a time by which the engine
/// must look. One change for each incident however much there is, since its entries are numbered by the store.
struct IncidentTouches: Sendable {
  private struct Touch {
    var entries: [TimelineEntry] = []
    var due: Timestamp?
    var mustBeOpen = false
  }

  private var touched: [Int64: Touch] = [:]

  var isEmpty: Bool { touched.isEmpty }

  mutating func add(_ incident: Int64, _ entries: [TimelineEntry], due: Timestamp?, mustBeOpen: Bool = false) {
    var touch = touched[incident] ?? Touch()
    touch.entries += entries
    touch.due = [touch.due, due].compactMap { $0 }.min()
    touch.mustBeOpen = touch.mustBeOpen || mustBeOpen
    touched[incident] = touch
  }

  /// Guards: those that must find an open incident conflict where they do not.
  func updates() -> [Statement] {
    let joined = touched.filter { $0.value.mustBeOpen }.sorted { $0.key < $1.key }
    let settled = touched.filter { !$0.value.mustBeOpen }.sorted { $0.key < $1.key }
    return [
      Statement(OpeningSQL.join, joined.map(Self.values), expect: joined.count),
      Statement(OpeningSQL.settle, settled.map(Self.values)),
    ].filter { !$0.sets.isEmpty }
  }

  /// Run after `updates`.
  func appends() -> [Statement] {
    let sets = touched.sorted { $0.key < $1.key }.flatMap(Self.appended)
    return sets.isEmpty ? [] : [Statement(OpeningSQL.append, sets)]
  }

  private static func values(_ incident: Int64, _ touch: Touch) -> [Value] {
    [.int(incident), .count(touch.entries.count), .time(touch.due)]
  }

  /// Entries whose numbers only the store knows: counted back from the incident's raised counter.
  private static func appended(_ incident: Int64, _ touch: Touch) -> [[Value]] {
    touch.entries.enumerated().map { offset, entry in
      [.int(incident), .count(touch.entries.count - offset)] + TimelineSQL.content(entry)
    }
  }
}
