import Incidents

/// The first draft of a review, in the runbook's own template, as text that a person finishes.
struct ReviewView: Sendable {
  var incident: Incident
  var mark: SeverityMark
  var markdown: String
  /// When it is due, and the line that says so.
  var due: Timestamp?
  var dueLine: Int?
  var now: Timestamp
  var citation: Citation
  var agenda: [(title: String, minutes: Double?, line: Int)]
}

enum ReviewPage {
  static func write(_ view: ReviewView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.div(.class("acts")) { h in
          h.badge(view.mark)
          h.drillMark(view.incident)
          h.line("a", view.incident.name, .href(Address.incident(view.incident)), .class("second"))
        }
        h.line("h1", "Review draft: \(view.incident.headline)", .class("title field"))
        h.p(.class("lede")) { $0.reviewLede(view) }
      }
      h.div(.class("review-grid")) { h in
        h.article(.class("doc"), .label("Review draft")) { h in
          for block in DraftText.blocks(view.markdown) { h.draft(block) }
        }
        h.element("aside", [.label("Around the review")]) { h in
          h.takeAway(view)
          h.agenda(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func reviewLede(_ view: ReviewView) {
    if let due = view.due {
      text(view.now < due ? "Due by \(Words.weekday(due)) " : "Was due \(Words.weekday(due)) ")
      moment(due, now: view.now, utc: true)
      text(view.now < due ? ", in \(Words.duration(due - view.now)) " : ", \(Words.duration(view.now - due)) ago ")
      ref(view.dueLine, view.citation)
      text(". ")
    }
    text("Drafted from the record. What the record cannot know is left in brackets for a person.")
  }

  fileprivate mutating func takeAway(_ view: ReviewView) {
    section(.class("section"), .labelled(by: "take")) { h in
      h.line("h2", "Take it with you", .id("take"))
      h.p("The draft is Markdown. Finish it where your reviews live.", class: "second")
      h.div(.class("acts field")) { h in
        h.link("Open review.md", to: Address.incident(view.incident) + "/review.md", class: "btn")
        h.copyButton(of: "draft-source", named: "the draft")
      }
      h.details(.class("fold"), .id("draft-fold")) { h in
        h.line("summary", "The Markdown")
        h.pre(.class("source")) { $0.line("code", view.markdown, .id("draft-source")) }
      }
    }
  }

  fileprivate mutating func agenda(_ view: ReviewView) {
    guard !view.agenda.isEmpty else { return }
    section(.class("section"), .labelled(by: "ag")) { h in
      h.line("h2", "Agenda", .id("ag"))
      h.ol(.class("rows")) { h in
        for item in view.agenda {
          h.li { h in
            h.line("span", item.title)
            h.span { h in
              h.text(item.minutes.map { Words.minutes($0) + " " } ?? "")
              h.ref(item.line, view.citation)
            }
          }
        }
      }
    }
  }

  fileprivate mutating func draft(_ block: DraftText.Block) {
    switch block {
    case .heading(1, let text): line("h2", text)
    case .heading(2, let text): line("h2", text)
    case .heading(_, let text): line("h3", text)
    case .paragraph(let text): line("p", text)
    case .items(let items):
      ul(.class("bul")) { h in
        for item in items { h.line("li", item) }
      }
    case .code(let text): pre { $0.line("code", text) }
    case .table(let rows):
      element("table", []) { h in
        for row in rows {
          h.element("tr", []) { h in
            for cell in row { h.line("td", cell) }
          }
        }
      }
    }
  }
}
