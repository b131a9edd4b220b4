import Engine
import Incidents

/// The review of one incident: its course and figures, the text with its open places, and what stands around it.
enum ReviewPage {
  static func write(_ view: ReviewView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap review")) { h in
      h.div(.class("page-head")) { h in
        h.div(.class("acts")) { h in
          h.badge(view.mark)
          h.drillMark(view.incident)
          h.line("a", view.incident.name, .href(Address.incident(view.incident)), .class("second"))
        }
        h.line("h1", "Review: \(view.incident.headline)", .class("title field"))
        h.p(.class("lede")) { $0.reviewLede(view) }
        if let refused = view.refused {
          h.element("p", [.class("note bad"), .id("refused"), .role("alert")]) { $0.text(refused) }
        }
      }
      h.reviewFigures(view)
      h.div(.class("review-grid")) { h in
        h.reviewDocument(view)
        h.element("aside", [.label("Around the review")]) { h in
          h.publishing(view)
          h.reviewItems(view)
          h.agenda(view)
          h.lessonLink(view)
          h.takeAway(view)
          h.history(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func reviewLede(_ view: ReviewView) {
    if let published = view.published {
      text("Published by \(published.who), ")
      moment(published.at, now: view.now, utc: true)
      text(view.number == published.number ? ". " : "; changed since then. ")
    } else if let due = view.due {
      text(view.now < due ? "Due by \(Words.weekday(due)) " : "Was due \(Words.weekday(due)) ")
      moment(due, now: view.now, utc: true)
      text(view.now < due ? ", in \(Words.duration(due - view.now)) " : ", \(Words.duration(view.now - due)) ago ")
      ref(view.dueLine, view.citation)
      text(". ")
    }
    text(view.number == 0 ? "Drafted from the record. " : "Version \(view.number). ")
    let places = view.blanks.count
    text(
      places == 0
        ? "No place is open."
        : "\(Words.capitalized(Words.spelled(places))) \(places == 1 ? "place asks" : "places ask") for a person.")
  }

  fileprivate mutating func reviewFigures(_ view: ReviewView) {
    let figures = view.figures
    section(.class("section"), .label("Course")) { h in
      h.div(.class("wide")) { $0.course(view.course, view.mark) }
      h.element("dl", [.class("figures")]) { h in
        h.figure("Answered after", figures.answered.map(Words.duration) ?? "nobody answered") { h in
          guard let target = figures.answerTarget else { return }
          h.text("target \(Words.duration(target.span)) ")
          h.ref(target.line, view.citation)
        }
        h.figure("Quiet after", figures.restored.map(Words.duration) ?? "not yet") { h in
          if let resolved = figures.resolved { h.text("resolved after \(Words.duration(resolved))") }
        }
        h.figure(
          "Updates on time",
          figures.updatesOwed == 0 ? "none owed" : "\(figures.updatesOnTime) of \(figures.updatesOwed)"
        ) { h in
          guard let every = figures.cadence else { return }
          h.text("every \(Words.duration(every.span)) ")
          h.ref(every.line, view.citation)
        }
        h.figure("People paged", String(figures.people)) { h in
          h.text(
            "\(Words.count(figures.pages, "page")), \(figures.unanswered == 0 ? "all answered" : "\(figures.unanswered) without an answer")"
          )
        }
      }
    }
  }

  mutating func figure(_ name: String, _ value: String, _ sub: (inout HTML) -> Void) {
    div { h in
      h.line("dt", name)
      h.element("dd", []) { h in
        h.text(value)
        h.span(.class("sub"), content: sub)
      }
    }
  }
}
