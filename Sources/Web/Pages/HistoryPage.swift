import Incidents
import Runbooks

/// Every incident, newest first, and the form that opens one by hand.
struct HistoryView: Sendable {
  struct Row: Sendable {
    var incident: Incident
    var mark: SeverityMark
    var answeredBy: String?
  }

  /// A runbook and what it has a plan for.
  struct Choice: Sendable {
    var runbook: String
    var scenarios: [String]
  }

  var rows: [Row]
  /// Address of the next rows, where there are more.
  var more: String?
  var now: Timestamp
  var reader: Frame.Reader
  /// Names, over all runbooks.
  var severities: [String]
  var choices: [Choice]
  var error: String?
}

enum HistoryPage {
  static func write(_ view: HistoryView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { $0.line("h1", "Incidents", .class("title")) }
      h.div(.class("review-grid")) { h in
        h.incidentRows(view)
        h.declare(view)
      }
    }
  }
}

extension HTML {
  fileprivate mutating func incidentRows(_ view: HistoryView) {
    section(.class("section"), .labelled(by: "list")) { h in
      h.line("h2", "Newest first", .id("list"))
      if view.rows.isEmpty { h.p("No alert yet.", class: "said") }
      h.ul(.class("rows")) { h in
        for row in view.rows { h.incidentRow(row, view.now) }
      }
      if let more = view.more { h.p(.class("field")) { $0.link("Older ones", to: more) } }
    }
  }

  private mutating func incidentRow(_ row: HistoryView.Row, _ now: Timestamp) {
    let incident = row.incident
    li { h in
      h.span { h in
        h.plainBadge(row.mark)
        h.text(" ")
        h.drillMark(incident)
        h.text(incident.isDrill ? " " : "")
        h.link(incident.headline, to: Address.incident(incident), class: "said")
      }
      h.span(incident.status.rawValue, class: "state \(incident.status.isOpen ? "bad" : "unk")")
      h.span(.class("sub")) { h in
        let words = incident.headline == incident.title ? "" : incident.title + ", "
        h.text(words)
        h.whole("\(incident.name), ")
        h.moment(incident.opened, now: now, utc: true)
        let end = incident.resolvedAt.map { ", \(Words.duration($0 - incident.opened))" } ?? ""
        h.text(end + (row.answeredBy.map { ", answered by \($0)" } ?? ", not answered"))
      }
    }
  }

  fileprivate mutating func declare(_ view: HistoryView) {
    section(.class("section"), .labelled(by: "declare")) { h in
      h.line("h2", "Open one by hand", .id("declare"))
      h.p("It pages the ladder at once, like an alert does.", class: "second")
      h.postForm("/incidents", view.reader) { h in
        h.div(.class(view.error == nil ? "field" : "field missing")) { h in
          h.line("label", "What is wrong", Attribute("for", "title"))
          h.input(
            .type("text"), .id("title"), .name("title"), Attribute("maxlength", "300"),
            Attribute("required", when: true))
          if let error = view.error { h.line("p", error, .class("error")) }
        }
        h.selectField("Severity", "severity", none: "as the scenario says") { h in
          for name in view.severities { h.choice(name, value: name, chosen: false) }
        }
        h.scenarioField(view)
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Open an incident") }
        }
      }
    }
  }

  /// One runbook: its scenarios. Several: each with its scenarios, or without one.
  private mutating func scenarioField(_ view: HistoryView) {
    let several = view.choices.count > 1
    selectField(several ? "Runbook and scenario" : "Scenario", "scenario", none: "find it by the words") { h in
      for choice in view.choices {
        guard several else { return h.scenarios(choice) }
        h.element("optgroup", [Attribute("label", choice.runbook)]) { h in
          h.choice("\(choice.runbook), find the scenario by the words", value: choice.runbook, chosen: false)
          h.scenarios(choice)
        }
      }
    }
  }

  private mutating func scenarios(_ choice: HistoryView.Choice) {
    for title in choice.scenarios { self.choice(title, value: "\(choice.runbook)#\(title)", chosen: false) }
  }

  private mutating func selectField(
    _ label: String, _ name: String, none: String, _ choices: (inout HTML) -> Void
  ) {
    div(.class("field")) { h in
      h.line("label", label, Attribute("for", name))
      h.element("select", [.name(name), .id(name)]) { h in
        h.choice(none, value: "", chosen: true)
        choices(&h)
      }
    }
  }
}
