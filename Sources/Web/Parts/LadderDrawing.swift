import Incidents

/// A ladder ready to be drawn: who is reached after how many minutes, and what has become of each rung.
struct LadderDrawing: Sendable, Hashable {
  enum Mark: Sendable, Hashable {
    /// Has been or will be paged.
    case paged
    /// Paged without an answer, or still to come in a running incident.
    case open
    /// Stopped by an answer or by the end.
    case stopped
    /// Reaches nobody.
    case hole
  }

  struct Stop: Sendable, Hashable {
    /// Minutes after opening; nil: only when somebody asks for it.
    var minutes: Double?
    /// The person it reaches, or the document's role where it reaches nobody.
    var name: String
    /// The role: "Secondary On-Call Engineer"; empty where it is the name already.
    var role: String
    /// What has become of it: "answered 03:29", "until resolved", "reaches nobody".
    var note: String
    var line: Int?
    var mark: Mark
    /// Why it is there, and what was assumed for it.
    var why = ""

    /// The rung as part of a sentence.
    var spoken: String {
      let time = minutes.map { $0 == 0 ? "at once" : "after \(Words.minutes($0))" } ?? "by hand"
      return "\(time): \(name)\(words.isEmpty ? "" : ", \(words)")"
    }

    var words: String { [role, note].filter { !$0.isEmpty }.joined(separator: ", ") }
  }

  /// Unique on its page.
  var id: String
  var severity: SeverityMark
  var title: String
  var stops: [Stop]
  /// Minutes since opening, in a running incident.
  var now: Double?
  /// Minutes within which somebody answers.
  var answerBy: Double?
  /// Minutes between updates, where the document says so.
  var updates: Double?

  /// The whole ladder in sentences, for those who do not see the drawing.
  var spoken: String {
    let rungs = stops.map(\.spoken).joined(separator: "; ")
    let time = now.map { " Now: \(Words.minutes($0.rounded(.down)))." } ?? ""
    return (rungs.isEmpty ? "Nobody is paged" : Words.capitalized(rungs)) + "." + time
  }

  /// The place of the last stop that reaches somebody; `places` are those of the stops in their order.
  func lastReached(_ places: [Double]) -> Double? {
    var last: Double?
    for (stop, place) in zip(stops, places) where stop.mark == .paged || stop.mark == .open { last = place }
    return last
  }

  /// The minutes at which stops stand; those without a time come after all others.
  var places: [Double] {
    let last = stops.compactMap(\.minutes).max() ?? 0
    return stops.map { $0.minutes ?? last + max(5, last / 6) }
  }
}

/// Where minutes stand on a line: true to scale, but never two closer than `gap`.
struct LadderScale: Sendable {
  private var minutes: [Double] = []
  private(set) var positions: [Double] = []
  private let from: Double

  /// `minutes` rise; equal ones get places of their own. With an `end` the scale fits between both.
  init(minutes: [Double], from: Double, length: Double, gap: Double, end: Double? = nil) {
    self.from = from
    self.minutes = minutes
    let span = max(minutes.last ?? 0, 0.001)
    for minute in minutes {
      let ideal = from + length * min(1, max(0, minute / span))
      positions.append(max(ideal, (positions.last ?? from - gap) + gap))
    }
    if let end { pushBack(to: end, gap: gap) }
  }

  private mutating func pushBack(to end: Double, gap: Double) {
    var limit = end
    for index in positions.indices.reversed() where positions[index] > limit {
      positions[index] = limit
      limit -= gap
    }
  }

  /// The place of any minute, between those of the stops around it.
  func position(_ minute: Double) -> Double {
    guard let first = minutes.first, let start = positions.first else { return from }
    if minute <= first { return start }
    for index in minutes.indices.dropFirst() where minute <= minutes[index] {
      let share = (minute - minutes[index - 1]) / max(0.001, minutes[index] - minutes[index - 1])
      return positions[index - 1] + share * (positions[index] - positions[index - 1])
    }
    return positions.last ?? start
  }
}

extension HTML {
  /// The sign of a stop, the same in both layouts.
  mutating func stop(_ mark: LadderDrawing.Mark, x: Double, y: Double, size: Double) {
    if mark == .hole {
      shape("circle", .class("hole"), .init("cx", number: x), .init("cy", number: y), .init("r", number: size + 2))
      let arm = size * 0.6
      let d = Attribute.short
      shape(
        "path", .class("cross"),
        Attribute(
          "d", "M\(d(x - arm)) \(d(y - arm))l\(d(arm * 2)) \(d(arm * 2))m0 \(d(-arm * 2))l\(d(-arm * 2)) \(d(arm * 2))")
      )
      return
    }
    let look = mark == .paged ? "stop hit" : mark == .open ? "stop" : "stop off"
    shape(
      "circle", .class(look), .init("cx", number: x), .init("cy", number: y),
      .init("r", number: mark == .stopped ? size - 1 : size))
  }

  mutating func words(_ text: String, _ look: String, x: Double, y: Double, anchor: String? = nil) {
    line(
      "text", text, .class(look), .init("x", number: x), .init("y", number: y),
      .init("text-anchor", optional: anchor))
  }

  mutating func stroke(_ look: String, _ path: String) { shape("path", .class(look), Attribute("d", path)) }
}

/// Drawings cannot break lines: what is too long for its place is cut, and stands in full in the description.
func cut(_ text: String, to width: Double, perLetter: Double) -> String {
  let room = max(6, Int(width / perLetter))
  return text.count <= room ? text : text.prefix(room - 1) + "…"
}
