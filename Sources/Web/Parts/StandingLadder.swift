import Incidents

extension HTML {
  /// Minutes run down. For phones, and for the room at every width.
  mutating func standingLadder(_ ladder: LadderDrawing, width: Int = 335) {
    let places = ladder.places
    let height = max(63 * Double(max(1, places.count - 1)), 126)
    let rows = ladder.stops.map { $0.rows(in: Double(width) - 86).count }.max() ?? 1
    let scale = LadderScale(minutes: places, from: 16, length: height, gap: rows > 1 ? 58 : 40)
    // Minutes of three digits need more room to the left.
    let left = (places.max() ?? 0) >= 100 ? 8 : 0
    let bottom = (scale.positions.last ?? 16) + (rows > 1 ? 58 : 42)
    svg(
      .class("draw \(ladder.severity.accent)"), .init("viewBox", "\(-left) 0 \(width + left) \(Int(bottom))"),
      .init("width", number: width), .init("height", number: Int(bottom)), .role("img"),
      .labelled(by: "\(ladder.id)-t \(ladder.id)-d")
    ) { h in
      h.line("title", ladder.title, .id("\(ladder.id)-t"))
      h.line("desc", ladder.spoken, .id("\(ladder.id)-d"))
      h.standingLine(ladder, scale)
      for (stop, y) in zip(ladder.stops, scale.positions) {
        h.standingStop(stop, y: y, width: Double(width), nowY: ladder.now.map { scale.position($0) })
      }
      if let now = ladder.now { h.nowPlate(now, y: scale.position(now)) }
    }
  }

  private mutating func standingLine(_ ladder: LadderDrawing, _ scale: LadderScale) {
    guard let last = scale.positions.last, last > 16 else { return }
    stroke("rest", "M62 16V\(Attribute.short(last))")
    // The solid part ends where the ladder dies, or where a running incident stands now.
    let solid = ladder.now.map { scale.position($0) } ?? ladder.lastReached(scale.positions) ?? 16
    if solid > 16 { stroke("run", "M62 16V\(Attribute.short(solid))") }
  }

  private mutating func standingStop(_ stop: LadderDrawing.Stop, y: Double, width: Double, nowY: Double?) {
    // The plate "now 23" hides a label that it would touch.
    if nowY.map({ abs($0 - y) > 19 }) ?? true {
      words(
        stop.minutes.map { $0 == 0 ? "start" : Words.minutes($0) } ?? "by hand", "t", x: 46, y: y + 4.5, anchor: "end")
    }
    self.stop(stop.mark, x: 62, y: y, size: 6)
    let gone = stop.mark == .stopped ? " gone" : ""
    words(cut(stop.name, to: width - 82 - 44, perLetter: 8), "n" + gone, x: 82, y: y + 5)
    for (row, text) in stop.rows(in: width - 86).enumerated() {
      words(text, stop.mark == .hole ? "t bad" : "t" + gone, x: 82, y: y + 22 + Double(row) * 17)
    }
    if let line = stop.line { words("L\(line)", "m", x: width, y: y + 5, anchor: "end") }
  }

  private mutating func nowPlate(_ now: Double, y: Double) {
    let label = "now " + String(Int(min(max(now, 0), 99_999)))
    let wide = Double(label.count) * 7.4 + 8
    shape(
      "rect", .class("nowplate"), .init("x", number: 50 - wide), .init("y", number: y - 10),
      .init("width", number: wide), .init("height", number: 20), .init("rx", number: 2))
    stroke("now", "M50 \(Attribute.short(y))H67")
    words(label, "nowtext", x: 50 - wide / 2, y: y + 4.5, anchor: "middle")
  }
}

extension LadderDrawing {
  /// How wide a letter of the words below a name is taken to be.
  static let letter = 6.8
}

extension LadderDrawing.Stop {
  /// The role and what has become of the rung, in one row where both fit, otherwise in two.
  func rows(in room: Double) -> [String] {
    let most = max(6, Int(room / LadderDrawing.letter))
    if words.count <= most { return words.isEmpty ? [] : [words] }
    let parts = role.isEmpty ? note.split(separator: ", ", maxSplits: 1).map(String.init) : [role, note]
    let filled = parts.filter { !$0.isEmpty }
    if filled.count == 2, filled.allSatisfy({ $0.count <= most }) { return filled }
    // Broken where the first row is full.
    let begin = words.prefix(most + 1)
    guard let space = begin.lastIndex(of: " ") else { return [cut(words, to: room, perLetter: LadderDrawing.letter)] }
    return [
      String(words[..<space]),
      cut(String(words[words.index(after: space)...]), to: room, perLetter: LadderDrawing.letter),
    ]
  }
}
