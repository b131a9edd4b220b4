import Engine
import Incidents

/// The whole text in one field.
struct ReviewEditView: Sendable {
  var incident: Incident
  var text: String
  var base: Int
  var refused: String?
  /// From what was typed to what was kept meanwhile.
  var diff: [TextDiff.Line]
  var reader: Frame.Reader
}

enum ReviewEditPage {
  static func write(_ view: ReviewEditView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Edit the review", .class("title"))
        h.p(.class("lede")) { h in
          h.link(view.incident.name, to: Address.act("review", on: view.incident))
          h.text(", Markdown. Each time you keep it there is a new version; none is lost.")
        }
        if let refused = view.refused {
          h.element("p", [.class("note bad"), .id("refused"), .role("alert")]) { $0.text(refused) }
        }
      }
      h.editor(view)
      if !view.diff.isEmpty {
        h.section(.class("section"), .labelled(by: "df")) { h in
          h.line("h2", "What was kept meanwhile, beside yours", .id("df"))
          h.diff(view.diff)
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func editor(_ view: ReviewEditView) {
    postForm(Address.act("review/edit", on: view.incident), view.reader, class: "editor") { h in
      h.input(.type("hidden"), .name("base"), .value(String(view.base)))
      h.line("label", "The review", Attribute("for", "review-text"))
      h.element(
        "textarea",
        [
          .id("review-text"), .name("text"), Attribute("rows", "30"), .class("mono"),
          Attribute("required", when: true),
          Attribute("aria-describedby", optional: view.refused == nil ? nil : "refused"),
        ]
      ) { h in
        // A browser drops the first line break of a field.
        h.text("\n" + view.text)
      }
      h.div(.class("acts field")) { h in
        h.element("button", [.class("btn"), .type("submit")]) { $0.text("Keep this text") }
        h.link("Leave it as it was", to: Address.act("review", on: view.incident), class: "btn bare")
      }
    }
  }
}

/// One version of a review and what it changed.
struct ReviewVersionView: Sendable {
  var incident: Incident
  var version: ReviewVersion
  var who: String
  var diff: [TextDiff.Line]
  var former: Int?
}

enum ReviewVersionPage {
  static func write(_ view: ReviewVersionView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Version \(view.version.number) of the review", .class("title"))
        h.p(.class("lede")) { h in
          h.link(view.incident.name, to: Address.act("review", on: view.incident))
          h.text(
            ", \(view.version.isPublished ? "published" : "kept") by \(view.who), \(Words.moment(view.version.at)).")
        }
      }
      h.section(.class("section"), .labelled(by: "df")) { h in
        h.line("h2", view.former.map { "What it changed since version \($0)" } ?? "Its text", .id("df"))
        if view.diff.allSatisfy({ $0.kind == .same }) { h.p("Nothing: the same text was published.", class: "second") }
        h.diff(view.diff)
      }
    }
  }
}

extension HTML {
  /// Lines with what was taken away and what was added; the sign says it before the colour.
  mutating func diff(_ lines: [TextDiff.Line]) {
    element("pre", [.class("source diff"), Attribute("tabindex", "0")]) { h in
      h.element("code", []) { h in
        for line in TextDiff.gathered(lines) {
          switch line.kind {
          case .same: h.span("  \(line.text)\n", class: "ctx")
          case .added: h.span("+ \(line.text)\n", class: "add")
          case .removed: h.span("- \(line.text)\n", class: "del")
          }
        }
      }
    }
  }
}
