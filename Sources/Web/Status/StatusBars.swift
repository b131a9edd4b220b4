import Incidents

extension HTML {
  /// Ninety bars: a calm line that rises with trouble; what is not known is a gap in it.
  mutating func statusBars(_ name: String, _ days: ComponentDays) {
    svg(
      .class("bars"), Attribute("viewBox", "0 0 \(days.days.count * 6) 40"), Attribute("preserveAspectRatio", "none"),
      .role("img"), .label(StatusWords.bars(name, days))
    ) { h in
      for (index, day) in days.days.enumerated() {
        let height = Self.height(day.kind)
        h.shape(
          "rect", .class(Self.look(day.kind)), Attribute("x", number: Double(index * 6) + 0.5),
          Attribute("y", number: 39 - height), Attribute("width", number: 4.5), Attribute("height", number: height))
      }
    }
  }

  mutating func barKey() {
    p(.class("key-list")) { h in
      for kind in ComponentDays.DayKind.allCases {
        h.span { h in
          let height = min(16, (Self.height(kind) / 2).rounded(.up))
          h.svg(.class("bars swatch"), Attribute("viewBox", "0 0 8 16"), .hidden) { h in
            h.shape(
              "rect", .class(Self.look(kind)), Attribute("x", number: 1), Attribute("y", number: 16 - height),
              Attribute("width", number: 5), Attribute("height", number: height))
          }
          h.text(StatusWords.kind(kind))
        }
      }
    }
  }

  private static func height(_ kind: ComponentDays.DayKind) -> Double {
    switch kind {
    case .worked: 12
    case .maintenance: 18
    case .degraded: 22
    case .down: 38
    case .unknown: 3
    }
  }

  private static func look(_ kind: ComponentDays.DayKind) -> String {
    switch kind {
    case .worked: "up"
    case .degraded: "deg"
    case .down: "down"
    case .maintenance: "mnt"
    case .unknown: "unk"
    }
  }
}
