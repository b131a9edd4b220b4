import Incidents
import Runbooks

/// A severity as it is shown: the runbook's own name and label, and how many strokes it has.
struct SeverityMark: Sendable, Hashable {
  var name: String
  var label: String
  /// 0 is the worst.
  var rank: Int
  /// How many severities the scale has; one of two takes ranks 0 and 2, so that they differ.
  var scale: Int

  init(name: String, label: String, rank: Int, scale: Int = 4) {
    self.name = name
    self.label = label
    self.rank = rank
    self.scale = scale
  }

  /// The severity of this name in the runbook, or the name alone where the runbook has none such.
  init(_ name: String, rank: Int, in runbook: Runbook?) {
    let known = runbook?.severities.first { $0.name == name }
    self.init(name: name, label: known?.label ?? "", rank: rank, scale: runbook?.severities.count ?? 4)
  }

  /// Which of the four looks it wears.
  var look: Int { min(3, max(0, scale == 2 ? rank * 2 : rank)) }

  /// The class that sets a block's accent.
  var accent: String { "sev-\(look)" }
}

extension HTML {
  /// A filled plate with strokes and the runbook's name, then its label.
  mutating func badge(_ mark: SeverityMark) {
    span(.class("badge \(mark.accent)")) { h in
      h.span(.class("plate")) { h in
        h.strokes(mark.look)
        h.text(mark.name)
      }
      h.text(mark.label)
    }
  }

  /// The word that stands wherever a drill is shown.
  mutating func drillMark(_ incident: Incident) {
    if incident.isDrill { span("DRILL", class: "drill-mark") }
  }

  /// Without the plate, for rows.
  mutating func plainBadge(_ mark: SeverityMark) {
    span(.class("badge plain \(mark.accent)")) { h in
      h.strokes(mark.look)
      h.text(mark.name)
    }
  }

  /// Four falling strokes; more full ones, more severe.
  private mutating func strokes(_ look: Int) {
    svg(.class("strokes"), Attribute("viewBox", "0 0 17 15"), .hidden) { h in
      for stroke in 0..<4 {
        h.shape(
          "rect", Attribute("class", optional: stroke > 3 - look ? "off" : nil),
          Attribute("x", number: Double(stroke) * 4.5), Attribute("y", number: stroke * 3),
          Attribute("width", number: 3), Attribute("height", number: 15 - stroke * 3))
      }
    }
  }
}
