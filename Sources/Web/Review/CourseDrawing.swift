import Engine
import Incidents

/// One moment that changed the course of an incident.
struct CourseStop: Sendable, Hashable {
  var at: Timestamp
  var name: String
  /// Before the incident, or after it was quiet.
  var isOutside = false

  static func all(_ state: ReviewState) -> [CourseStop] {
    let incident = state.incident
    var stops: [CourseStop] = []
    if let at = state.changes.compactMap(\.at).filter({ $0 < incident.opened }).max() {
      stops.append(CourseStop(at: at, name: "change", isOutside: true))
    }
    stops.append(CourseStop(at: incident.opened, name: "opened"))
    if let at = incident.acknowledgedAt { stops.append(CourseStop(at: at, name: "answered")) }
    if let at = ReviewFigures.restoredAt(incident), at != incident.resolvedAt {
      stops.append(CourseStop(at: at, name: "quiet"))
    }
    if let at = incident.resolvedAt {
      stops.append(CourseStop(at: at, name: "resolved", isOutside: stops.last?.name == "quiet"))
    }
    return stops.sorted { $0.at < $1.at }
  }
}

extension HTML {
  /// Minutes run to the right; the line is solid while it burned.
  mutating func course(_ stops: [CourseStop], _ mark: SeverityMark) {
    guard let first = stops.first, let last = stops.last, stops.count > 1 else { return }
    let places = Self.places(stops, first.at, last.at)
    svg(
      .class("draw \(mark.accent)"), .init("viewBox", "0 0 1312 96"), .role("img"), .labelled(by: "course-t course-d")
    ) { h in
      h.line("title", "Course of the incident", .id("course-t"))
      h.line("desc", Self.spoken(stops), .id("course-d"))
      for index in stops.indices.dropLast() {
        h.leg(from: stops[index], places[index], to: stops[index + 1], places[index + 1])
      }
      for (stop, x) in zip(stops, places) { h.courseStop(stop, x) }
    }
  }

  private mutating func leg(from: CourseStop, _ x: Double, to: CourseStop, _ end: Double) {
    shape(
      "line", .class(from.isOutside || to.isOutside ? "rest" : "run"), Attribute("x1", number: x),
      Attribute("y1", number: 34), Attribute("x2", number: end), Attribute("y2", number: 34))
    line(
      "text", Words.duration(to.at - from.at), .class("t"), Attribute("x", number: (x + end) / 2),
      Attribute("y", number: 16), Attribute("text-anchor", "middle"))
  }

  private mutating func courseStop(_ stop: CourseStop, _ x: Double) {
    shape(
      "circle", .class(stop.isOutside && stop.name != "resolved" ? "stop off" : "stop hit"), Attribute("cx", number: x),
      Attribute("cy", number: 34), Attribute("r", number: 7))
    line("text", CivilTime(stop.at).clock, .class("n"), Attribute("x", number: x - 6), Attribute("y", number: 64))
    line("text", stop.name, .class("t"), Attribute("x", number: x - 6), Attribute("y", number: 84))
  }

  /// True to time where that leaves room for the words, and pushed apart where it does not.
  private static func places(_ stops: [CourseStop], _ first: Timestamp, _ last: Timestamp) -> [Double] {
    let (left, right, gap) = (12.0, 1_230.0, 130.0)
    let whole = max(1.0, Double((last - first).microseconds))
    var places: [Double] = []
    for (index, stop) in stops.enumerated() {
      let exact = left + (right - left) * Double((stop.at - first).microseconds) / whole
      let rest = Double(stops.count - 1 - index) * gap
      places.append(min(max(exact, (places.last ?? left - gap) + gap), right - rest))
    }
    return places
  }

  private static func spoken(_ stops: [CourseStop]) -> String {
    stops.map { "\(Words.capitalized($0.name)) at \(CivilTime($0.at).clock) UTC." }.joined(separator: " ")
  }
}
