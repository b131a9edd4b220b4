import Incidents

/// What pages nobody for now, until when and by whom; and the form that says so.
enum SilencesPage {
  static func write(_ view: SilencesView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Silences and maintenance", .class("title"))
        h.p(
          "While one holds, alerts that match page nobody. It resolves nothing: what still fires when it ends pages at once.",
          class: "lede")
      }
      h.div(.class("review-grid")) { h in
        h.div { h in
          h.heldSilences(view)
          h.waitingAlerts(view)
          h.pastSilences(view)
        }
        h.div { $0.silenceForm(view) }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func heldSilences(_ view: SilencesView) {
    section(.class("section"), .labelled(by: "held")) { h in
      h.line("h2", "That hold, or are to come", .id("held"))
      if view.held.isEmpty { h.p("None: every alert pages as the runbook says.", class: "second") }
      h.ul(.class("rows")) { h in
        for row in view.held { h.silence(row, view) }
      }
    }
  }

  fileprivate mutating func waitingAlerts(_ view: SilencesView) {
    guard !view.waiting.isEmpty else { return }
    section(.class("section"), .labelled(by: "waiting")) { h in
      h.line("h2", "Held back now", .id("waiting"))
      h.ul(.class("rows")) { h in
        for alert in view.waiting {
          h.li { h in
            h.link(alert.summary, to: "/alerts/\(alert.id)", class: "said")
            h.span("held back", class: "state unk")
            h.span(alert.path.last ?? "", class: "sub")
          }
        }
      }
    }
  }

  fileprivate mutating func pastSilences(_ view: SilencesView) {
    guard !view.over.isEmpty else { return }
    section(.class("section"), .labelled(by: "over")) { h in
      h.line("h2", "Over since", .id("over"))
      h.ul(.class("rows")) { h in
        for row in view.over.prefix(20) { h.silence(row, view) }
      }
    }
  }

  private mutating func silence(_ row: SilencesView.Row, _ view: SilencesView) {
    li { h in
      h.span(.class("said")) { h in
        for (index, matcher) in row.silence.matchers.enumerated() {
          if index > 0 { h.text(", ") }
          h.line("code", matcher.text)
        }
      }
      switch row.state {
      case .active: h.span("holds", class: "state unk")
      case .pending: h.span("to come", class: "state unk")
      case .expired: h.span("over", class: "state ok")
      }
      h.span(.class("sub")) { $0.silenceWords(row, view.now) }
      guard row.state != .expired, !row.isFromFile else { return }
      h.div(.class("acts field")) { h in
        h.postForm("/silences/\(row.silence.id)/expire", view.reader) {
          $0.element("button", [.class("btn line"), .type("submit")]) { h in
            h.text(row.state == .pending ? "Call off" : "End now")
            h.span(" the silence of \(row.silence.matchers.map(\.text).joined(separator: ", "))", class: "vh")
          }
        }
      }
    }
  }

  private mutating func silenceWords(_ row: SilencesView.Row, _ now: Timestamp) {
    moment(row.silence.starts, now: now)
    text(" to ")
    moment(row.silence.ends, now: now, utc: true)
    text(
      row.isFromFile
        ? ", the team file's " + row.silence.id.dropFirst(Silence.windowPrefix.count) : ", by \(row.silence.by)")
    if !row.silence.comment.isEmpty { text(": \(row.silence.comment)") }
    if row.state == .active {
      let covered = Words.count(row.covers, "alert that fires", "alerts that fire")
      text(row.covers == 0 ? ". It covers no alert now." : ". It covers \(covered).")
    }
  }

  fileprivate mutating func silenceForm(_ view: SilencesView) {
    section(.class("section"), .labelled(by: "new")) { h in
      h.line("h2", "Silence alerts", .id("new"))
      if let error = view.error { h.p(.class("state bad"), .role("alert"), .id("problem")) { $0.text(error) } }
      h.postForm("/silences", view.reader) { h in
        h.matchersField(view.form.matchers)
        h.field("minutes", "For how long", hint: nil) { h in
          h.element("select", [.name("minutes"), .id("minutes")]) { h in
            for (value, words) in SilenceForm.lengths {
              h.choice(words, value: value, chosen: value == view.form.minutes)
            }
          }
        }
        h.details(.class("fold"), Attribute("open", when: !view.form.from.isEmpty || !view.form.until.isEmpty)) { h in
          h.line("summary", "Dated: a maintenance window")
          h.momentField("from", "From", "UTC. Empty: now.", view.form.from)
          h.momentField("until", "Until", "UTC. Empty: after the time above.", view.form.until)
        }
        h.field("comment", "Why", hint: nil) { h in
          h.input(
            .type("text"), .id("comment"), .name("comment"), .value(view.form.comment), Attribute("maxlength", "500"))
        }
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Silence") }
        }
      }
    }
  }

  private mutating func matchersField(_ matchers: String) {
    field(
      "matchers", "Which alerts",
      hint: "One condition a line; all must hold: service=\"shop\" or instance=~\"db-.*\"."
    ) { h in
      h.element(
        "textarea",
        [.id("matchers"), .name("matchers"), Attribute("rows", number: 4), Attribute("required", when: true)]
      ) { $0.text(matchers) }
    }
  }

  private mutating func field(_ name: String, _ label: String, hint: String?, _ content: Content) {
    div(.class("field")) { h in
      h.line("label", label, Attribute("for", name))
      if let hint { h.span(hint, class: "hint") }
      content(&h)
    }
  }

  private mutating func momentField(_ name: String, _ label: String, _ hint: String, _ value: String) {
    field(name, label, hint: hint) { h in
      h.input(.type("datetime-local"), .id(name), .name(name), .value(value))
    }
  }
}
