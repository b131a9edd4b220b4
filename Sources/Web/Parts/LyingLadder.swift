import Incidents

/// The places that several ladders share, so that they stand under one axis.
struct LadderAxis: Sendable {
  /// Rising; a minute stands as often as the ladder with most stops at it needs.
  let minutes: [Double]
  let scale: LadderScale
  let gap: Double
  /// Where the last stop may stand.
  let right: Double
  static let left = 150.0
  static let end = 1312.0

  init(_ ladders: [LadderDrawing]) {
    var times: [Double: Int] = [:]
    for ladder in ladders {
      let counts = Dictionary(ladder.places.map { ($0, 1) }, uniquingKeysWith: +)
      for (minute, count) in counts { times[minute] = max(times[minute] ?? 0, count) }
    }
    minutes = times.keys.sorted().flatMap { Array(repeating: $0, count: times[$0] ?? 1) }
    // The last one's words stand to its right; they may have what the others leave.
    let wanted = ladders.compactMap { $0.stops.last }.map(lyingWidth).max() ?? 0
    right =
      LadderAxis.end
      - min(max(150, wanted), max(150, LadderAxis.end - LadderAxis.left - 190 * Double(max(1, minutes.count - 1))))
    let room = right - LadderAxis.left
    gap = min(190, room / Double(max(1, minutes.count - 1)))
    scale = LadderScale(minutes: minutes, from: LadderAxis.left, length: room, gap: gap, end: right)
  }

  /// One place for each stop of a ladder, in its order.
  func places(of ladder: LadderDrawing) -> [Double] {
    var used: [Double: Int] = [:]
    return ladder.places.map { minute in
      let nth = used[minute, default: 0]
      used[minute] = nth + 1
      guard let first = minutes.firstIndex(of: minute), first + nth < scale.positions.count else {
        return scale.position(minute)
      }
      return scale.positions[first + nth]
    }
  }
}

extension HTML {
  /// Minutes run to the right. `withTimes`: the axis' labels stand above, so on the first of several only.
  mutating func lyingLadder(_ ladder: LadderDrawing, _ axis: LadderAxis, withTimes: Bool) {
    let top = withTimes ? 30.0 : 0
    let y = top + 42
    let cells = lyingCells(ladder, axis)
    let updates = y + (cells.contains { $0.rows.count > 1 } ? 91 : 74)
    svg(
      .class("draw \(ladder.severity.accent)"), .init("viewBox", "0 0 1312 \(Int(updates + 12))"), .role("img"),
      .labelled(by: "\(ladder.id)-lt \(ladder.id)-ld")
    ) { h in
      h.line("title", ladder.title, .id("\(ladder.id)-lt"))
      h.line("desc", ladder.spoken, .id("\(ladder.id)-ld"))
      h.axis(axis, top: top, bottom: updates + 12, withTimes: withTimes)
      h.lyingSeverity(ladder.severity, y: y)
      h.lyingLine(ladder, axis, y: y)
      h.answerTick(ladder, axis, y: y)
      for cell in cells { h.lyingStop(cell, y: y) }
      h.updateSquares(ladder, axis, y: updates)
    }
  }

  private mutating func lyingSeverity(_ mark: SeverityMark, y: Double) {
    element("g", [.class("accent")]) { h in
      for stroke in 0..<4 {
        h.shape(
          "rect", .init("x", number: Double(stroke) * 4.5), .init("y", number: y - 8 + Double(stroke) * 3),
          .init("width", number: 3), .init("height", number: 15 - stroke * 3),
          .init("opacity", stroke > 3 - mark.look ? "0.35" : "1"))
      }
    }
    words(cut("\(mark.name) \(mark.label)", to: 116, perLetter: 8), "accent", x: 26, y: y + 6)
  }

  private mutating func axis(_ axis: LadderAxis, top: Double, bottom: Double, withTimes: Bool) {
    var seen: Double?
    for (minute, x) in zip(axis.minutes, axis.scale.positions) where minute != seen {
      seen = minute
      stroke("grid", "M\(Attribute.short(x)) \(Attribute.short(top))V\(Attribute.short(bottom))")
      if withTimes { words(minute == 0 ? "alert" : Words.minutes(minute), "t", x: x, y: 14, anchor: "middle") }
    }
  }

  private mutating func lyingLine(_ ladder: LadderDrawing, _ axis: LadderAxis, y: Double) {
    let places = axis.places(of: ladder)
    guard let first = places.first, let last = places.last, last > first else { return }
    let d = Attribute.short
    let reached = ladder.lastReached(places) ?? first
    if reached < last { stroke("rest", "M\(d(reached)) \(d(y))H\(d(last))") }
    if reached > first { stroke("run", "M\(d(first)) \(d(y))H\(d(reached))") }
  }

  private mutating func answerTick(_ ladder: LadderDrawing, _ axis: LadderAxis, y: Double) {
    guard let target = ladder.answerBy, target > 0, target <= axis.minutes.last ?? 0 else { return }
    let x = axis.scale.position(target)
    stroke("now", "M\(Attribute.short(x)) \(Attribute.short(y - 16))v11")
    words("answer by \(Words.minutes(target))", "t", x: x + 7, y: y - 15)
  }

  private mutating func lyingStop(_ cell: LyingCell, y: Double) {
    let (stop, x) = (cell.stop, cell.x)
    self.stop(stop.mark, x: x, y: y, size: stop.mark == .hole ? 8 : 7)
    words(cut(stop.name, to: cell.width - 14, perLetter: 8), "n", x: x + 10, y: y + 30)
    if let line = stop.line { words("L\(line)", "m", x: x + 10, y: y + 50) }
    for (row, text) in cell.rows.enumerated() {
      words(text, stop.mark == .hole ? "t bad" : "t", x: x + lyingIndent(stop), y: y + 50 + Double(row) * 17)
    }
  }

  private mutating func updateSquares(_ ladder: LadderDrawing, _ axis: LadderAxis, y: Double) {
    words("updates", "t", x: 26, y: y + 4)
    guard let every = ladder.updates, every > 0, let end = axis.minutes.last, end > 0 else {
      words("when there is something to say", "t", x: LadderAxis.left + 10, y: y + 4)
      return
    }
    let last = axis.scale.position(end)
    stroke("rest", "M150 \(Attribute.short(y))H\(Attribute.short(last))")
    if end / every <= 24 {
      for minute in stride(from: every, through: end, by: every) {
        shape(
          "rect", .class("due"), .init("x", number: axis.scale.position(minute) - 4), .init("y", number: y - 4),
          .init("width", number: 8), .init("height", number: 8))
      }
    }
    words("each \(Words.minutes(every))", "t", x: last + 14, y: y + 4)
  }
}

/// A stop with its place, the room to its right, and its words in the rows that fit there.
private struct LyingCell {
  let stop: LadderDrawing.Stop
  let x: Double
  let width: Double
  let rows: [String]
}

private func lyingCells(_ ladder: LadderDrawing, _ axis: LadderAxis) -> [LyingCell] {
  let places = axis.places(of: ladder)
  return zip(zip(ladder.stops, places), places.dropFirst() + [LadderAxis.end]).map { cell, next in
    let (stop, x) = cell
    return LyingCell(stop: stop, x: x, width: next - x, rows: stop.rows(in: next - x - lyingIndent(stop) - 6))
  }
}

/// Where the words begin, behind the line.
private func lyingIndent(_ stop: LadderDrawing.Stop) -> Double {
  stop.line.map { 22 + Double("\($0)".count) * 8 } ?? 10
}

/// What the name and the longer of role and note need.
private func lyingWidth(_ stop: LadderDrawing.Stop) -> Double {
  let words = Double(max(stop.role.count, stop.note.count)) * LadderDrawing.letter
  return max(14 + Double(stop.name.count) * 8, lyingIndent(stop) + words + 6)
}
