import Engine
import Incidents

/// How the team's incidents went: times, pages, promises, practice.
enum FiguresPage {
  static func write(_ view: FiguresView, into h: inout HTML) {
    let figures = view.figures
    h.main(.id("main"), .class("wrap figures-page")) { h in
      h.figuresHead(view)
      h.section(.class("section"), .labelled(by: "ni")) { h in
        h.line("h2", "Pages by night", .id("ni"))
        h.p("From ten in the evening to seven in the morning, on each person's own clock.", class: "second")
        let drawing = NightsDrawing(nights: figures.nights)
        if drawing.loudest > 0 { h.nights(drawing) } else { h.p(drawing.spoken, class: "field") }
        h.people(view)
      }
      h.groups("By severity", figures.bySeverity, id: "se") { view.labels[$0].map { label in " \(label)" } ?? "" }
      h.groups("By scenario", figures.byScenario, id: "sc") { _ in "" }
      h.practice(view)
      h.skipped(view)
      h.section(.class("section"), .labelled(by: "take")) { h in
        h.line("h2", "Take them with you", .id("take"))
        h.div(.class("acts field")) { h in
          h.link("figures.csv", to: "/figures.csv?days=\(view.days)", class: "btn line")
          h.link("OpenMetrics", to: "/figures/metrics?days=\(view.days)", class: "btn line")
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func figuresHead(_ view: FiguresView) {
    let figures = view.figures
    div(.class("page-head")) { h in
      h.line("h1", "Figures", .class("title"))
      h.p(.class("lede")) { h in
        h.text("\(Words.count(figures.all.incidents, "incident")) since \(CivilTime(view.from).date). Left out: ")
        h.text(
          "\(Words.count(view.drills, "drill")), \(Words.count(view.falseAlarms, "false alarm or merged one", "false alarms or merged ones"))."
        )
      }
      h.nav(.label("Days")) { $0.days(view) }
    }
    element("dl", [.class("figures")]) { h in
      h.middle("Answered after", figures.all.acknowledge)
      h.middle("Quiet after", figures.all.mitigate)
      h.middle("Resolved after", figures.all.resolve)
      h.figure(
        "Updates on time",
        figures.updatesOwed == 0 ? "none owed" : "\(figures.updatesOnTime) of \(figures.updatesOwed)"
      ) { _ in }
    }
  }

  private mutating func days(_ view: FiguresView) {
    ul(.class("acts field")) { h in
      for days in Site.figureDays {
        h.li { h in
          h.a(
            .href("/figures?days=\(days)"), .class("btn small \(days == view.days ? "" : "line")"),
            Attribute("aria-current", optional: days == view.days ? "page" : nil)
          ) { $0.text("\(days) days") }
        }
      }
    }
  }

  private mutating func middle(_ name: String, _ spread: Spread) {
    figure(name, spread.median.map(Words.duration) ?? "no figure") { h in
      guard let far = spread.ninetieth else { return }
      h.text(spread.count == 1 ? "of one incident" : "median of \(spread.count); 9 of 10 within \(Words.duration(far))")
    }
  }

  fileprivate mutating func people(_ view: FiguresView) {
    guard !view.figures.people.isEmpty else { return p("Nobody was paged.", class: "said") }
    div(.class("scroll"), Attribute("tabindex", "0"), .role("group"), .label("Pages of each person")) { h in
      h.element("table", [.class("numbers")]) { h in
        h.row("th", ["Person", "Pages", "At night", "Nights"])
        for line in view.figures.people {
          h.row("td", [view.people[line.person] ?? line.person, "\(line.pages)", "\(line.atNight)", "\(line.nights)"])
        }
      }
    }
  }

  fileprivate mutating func row(_ cell: StaticString, _ texts: [String]) {
    element("tr", []) { h in
      for text in texts { h.line(cell, text) }
    }
  }

  fileprivate mutating func groups(
    _ title: String, _ groups: [Figures.Group], id: String, label: (String) -> String
  ) {
    guard !groups.isEmpty else { return }
    let longest = groups.flatMap { [$0.acknowledge.ninetieth, $0.resolve.ninetieth] }.compactMap { $0 }.max() ?? .zero
    section(.class("section"), .labelled(by: id)) { h in
      h.line("h2", title, .id(id))
      h.div(.class("scroll"), Attribute("tabindex", "0"), .role("group"), .label(title)) { h in
        h.element("table", [.class("numbers by")]) { h in
          // "By severity" heads a column of severities.
          let what = Words.capitalized(title.split(separator: " ").last.map(String.init) ?? title)
          h.row(
            "th", [what, "Incidents", "Answered", "Quiet", "Resolved", "9 of 10 resolved", "Median and nine of ten"])
          for group in groups {
            h.element("tr", []) { h in
              h.line("td", (group.name.isEmpty ? "No scenario" : group.name) + label(group.name), .class("said"))
              h.line("td", String(group.incidents))
              for spread in [group.acknowledge, group.mitigate, group.resolve] {
                h.line("td", spread.median.map(Words.duration) ?? "")
              }
              h.line("td", group.resolve.ninetieth.map(Words.duration) ?? "")
              h.element("td", []) { $0.spread(group.resolve, longest: longest) }
            }
          }
        }
      }
    }
  }
}
