import Engine
import Incidents

/// The status page as those inside see it.
struct AnnouncementView: Sendable {
  var board: StatusBoard
  var untruths: [Untruth]
  var reader: Frame.Reader
  /// Why an announcement was not made.
  var problem: String?
  var mails: Int
  var hooks: Int
  /// Mails and webhooks that are still to be sent, and those that did not get through.
  var waiting: Int
  var failed: Int
  var form: Form
  var takesMail: Bool
}

enum AnnouncementPage {
  static func write(_ view: AnnouncementView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "What the status page says", .class("title"))
        h.p(.class("lede")) { h in
          h.text("“\(view.board.sentence)” stands at ")
          h.link("/status", to: "/status")
          h.text(" for everybody.")
        }
      }
      h.div(.class("review-grid")) { h in
        h.div { h in
          h.truth(view)
          h.works(view)
        }
        h.div { h in
          h.followers(view)
          h.announce(view)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func truth(_ view: AnnouncementView) {
    section(.class("section"), .labelled(by: "truth")) { h in
      h.line("h2", "Is it true?", .id("truth"))
      if view.untruths.isEmpty { h.p("Nothing inside says otherwise.", class: "second") }
      h.untruths(view.untruths)
    }
  }

  /// Each with its remedy and the way there.
  mutating func untruths(_ untruths: [Untruth]) {
    ul { h in
      for untruth in untruths {
        h.li(.class("finding")) { h in
          h.span("Untrue", class: "level error")
          h.line("span", untruth.fact)
          h.span("", class: "")
          h.p(.class("fix")) { h in
            h.text(untruth.remedy + " ")
            h.link("Write it", to: "/incidents/\(untruth.incident)/publish")
          }
        }
      }
    }
  }

  fileprivate mutating func works(_ view: AnnouncementView) {
    section(.class("section"), .labelled(by: "announced")) { h in
      h.line("h2", "Announced maintenance", .id("announced"))
      let works = view.board.running + view.board.upcoming
      if works.isEmpty { h.p("None.", class: "second") }
      for work in works {
        h.work(work, view.board)
        h.postForm("/public/maintenance/\(work.id)/cancel", view.reader) { h in
          h.element("button", [.class("btn line"), .type("submit")]) {
            $0.text(work.stage(view.board.now) == .running ? "End \(work.title)" : "Call off \(work.title)")
          }
        }
      }
    }
  }

  fileprivate mutating func followers(_ view: AnnouncementView) {
    section(.class("section"), .labelled(by: "followers")) { h in
      h.line("h2", "Who follows it", .id("followers"))
      let mail = view.takesMail ? "" : " Mail is off: the team file has no channel of kind smtp."
      h.p(
        "\(Words.count(view.mails, "address", "addresses")) by mail, \(Words.count(view.hooks, "webhook")).\(mail)",
        class: "second")
      if view.waiting > 0 {
        h.p("\(Words.count(view.waiting, "message waits", "messages wait")) to be sent.", class: "second")
      }
      if view.failed > 0 {
        h.p("\(Words.count(view.failed, "message")) did not get through.", class: "state bad")
      }
    }
  }

  fileprivate mutating func announce(_ view: AnnouncementView) {
    section(.class("section"), .labelled(by: "announce")) { h in
      h.line("h2", "Announce maintenance", .id("announce"))
      if let problem = view.problem {
        h.element("p", [.class("note bad field"), .role("alert"), .id("refused")]) { $0.text(problem) }
      }
      h.postForm("/public/maintenance", view.reader) { h in
        h.textRow("Title", "title", view.form["title"])
        h.textRow("Begins, in UTC: 2026-02-14T08:00", "starts", view.form["starts"])
        h.textRow("Ends, in UTC", "ends", view.form["ends"])
        h.element("fieldset", [.class("field")]) { h in
          h.line("legend", "What it touches")
          for part in view.board.parts {
            let name = "part-\(part.component.id)"
            h.element("label", [.class("tick")]) { h in
              h.input(.type("checkbox"), .name(name), .value("on"), Attribute("checked", when: view.form[name] == "on"))
              h.text(" " + part.component.name)
            }
          }
        }
        h.div(.class("field")) { h in
          h.line("label", "What people will notice", Attribute("for", "text"))
          h.element("textarea", [.id("text"), .name("text"), Attribute("rows", "4"), Attribute("maxlength", "8000")]) {
            $0.text(view.form["text"])
          }
        }
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Announce it") }
        }
      }
    }
  }

  private mutating func textRow(_ label: String, _ name: String, _ value: String) {
    div(.class("field")) { h in
      h.line("label", label, Attribute("for", name))
      h.input(
        .type("text"), .id(name), .name(name), .value(value), Attribute("maxlength", "200"),
        Attribute("required", when: true))
    }
  }
}
