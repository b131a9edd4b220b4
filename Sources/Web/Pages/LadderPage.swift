import Incidents

/// Who is paged when nobody answers, for each severity.
struct LadderView: Sendable {
  var ladders: [LadderDrawing]
  /// Where it dies: the sentence of the page.
  var holes: [FindingRow]
  var citation: Citation
  var runbooks: RunbookSwitch
}

enum LadderPage {
  static func write(_ view: LadderView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Who is paged when nobody answers", .class("title"))
        h.p(sentence(view), class: "lede")
        h.runbookSwitch(view.runbooks)
        h.div(.class("acts field")) { $0.link("Play a drill", to: "/drill", class: "btn") }
      }
      h.section(.class("section"), .label("Ladders")) { h in
        if view.ladders.isEmpty { h.p("The runbook names no severity and no rung.", class: "state bad") }
        let axis = LadderAxis(view.ladders)
        for (index, ladder) in view.ladders.enumerated() {
          h.figure(ladder, axis, first: index == 0, view.citation)
        }
      }
      guard !view.holes.isEmpty else { return }
      h.factSection("Reaches nobody", aside: "mend these first") { $0.findings(view.holes, view.citation) }
    }
  }

  /// "Every severity ends at nobody after 60 min." or who is reached.
  static func sentence(_ view: LadderView) -> String {
    let broken = view.ladders.filter { ladder in ladder.stops.contains { $0.mark == .hole } }
    let empty = view.ladders.filter { $0.stops.isEmpty }
    if view.ladders.isEmpty { return "Nobody is paged." }
    if broken.isEmpty && empty.isEmpty { return "Every rung reaches a person today." }
    if !empty.isEmpty { return "Nobody is paged for \(Words.list(empty.map(\.severity.name)))." }
    let names = broken.count == view.ladders.count ? "Every severity" : Words.list(broken.map(\.severity.name))
    let first = broken.flatMap { $0.stops.filter { $0.mark == .hole } }.compactMap(\.minutes).min()
    let verb = broken.count == 1 || broken.count == view.ladders.count ? "reaches" : "reach"
    guard let first else { return "\(names) \(verb) nobody at one rung." }
    return "\(names) \(verb) nobody \(first == 0 ? "at the start" : "after \(Words.minutes(first))")."
  }
}

extension HTML {
  fileprivate mutating func figure(_ ladder: LadderDrawing, _ axis: LadderAxis, first: Bool, _ citation: Citation) {
    element("figure", [.class("sevrow")]) { h in
      h.div(.class("wide")) { $0.lyingLadder(ladder, axis, withTimes: first) }
      h.div(.class("narrow")) { h in
        h.element("figcaption", [.class("head \(ladder.severity.accent)")]) { h in
          h.badge(ladder.severity)
          if let target = ladder.answerBy {
            h.span(target > 0 ? "answer in \(Words.minutes(target))" : "answer at once", class: "second small")
          }
        }
        h.standingLadder(ladder)
      }
      h.ladderList(ladder, citation)
    }
  }
}
