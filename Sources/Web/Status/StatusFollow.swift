import Incidents

extension HTML {
  /// The ways to hear more and to be heard. An exported page has no server behind it and offers what works without one.
  mutating func follow(_ board: StatusBoard, _ frame: PublicFrame) {
    section(.class("section"), .id("follow"), .labelled(by: "fo")) { h in
      h.line("h2", "Follow", .id("fo"))
      if frame.places.exported == nil {
        if board.takesMail { h.mailForm() }
        h.hookForm()
      }
      h.p("In a feed reader, in a program, or on a page of your own:", class: "second small field")
      h.div(.class("acts")) { h in
        h.link("Atom", to: frame.link(.atom), class: "btn bare")
        h.link("RSS", to: frame.link(.rss), class: "btn bare")
        h.link("JSON", to: frame.link(.api("summary")), class: "btn bare")
        h.link("Badge", to: frame.link(.badge), class: "btn bare")
      }
    }
    if frame.places.exported == nil { report(board) }
  }

  private mutating func mailForm() {
    form(Attribute("method", "post"), .action("/status/follow")) { h in
      h.element("label", [Attribute("for", "email")]) { h in
        h.text("Mail ")
        h.span("You confirm once. One link in each mail ends it.", class: "hint")
      }
      h.input(
        .type("email"), .id("email"), .name("email"), Attribute("autocomplete", "email"), Attribute("maxlength", "254"),
        Attribute("required", when: true))
      h.div(.class("acts field")) {
        $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Send me updates") }
      }
    }
  }

  private mutating func hookForm() {
    details(.class("fold"), .id("hook")) { h in
      h.line("summary", "By webhook")
      h.form(Attribute("method", "post"), .action("/status/follow")) { h in
        h.element("label", [Attribute("for", "webhook")]) { h in
          h.text("Address ")
          h.span("It gets a challenge to answer, or a link to confirm; then each update as signed JSON.", class: "hint")
        }
        h.input(
          .type("url"), .id("webhook"), .name("webhook"), Attribute("maxlength", "500"),
          Attribute("placeholder", "https://"), Attribute("required", when: true))
        h.div(.class("acts field")) {
          $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Post updates there") }
        }
      }
    }
  }

  private mutating func report(_ board: StatusBoard) {
    section(.class("section"), .id("report"), .labelled(by: "re")) { h in
      h.line("h2", "Something else?", .id("re"))
      h.details(.class("fold")) { h in
        h.line("summary", "Report a problem")
        h.form(Attribute("method", "post"), .action("/status/report")) { h in
          h.aboutField(board)
          h.div(.class("field")) { h in
            h.line("label", "What do you see?", Attribute("for", "report-text"))
            h.element(
              "textarea",
              [
                .id("report-text"), .name("text"), Attribute("rows", "4"), Attribute("maxlength", "2000"),
                Attribute("required", when: true),
              ]
            ) { _ in }
          }
          h.div(.class("field")) { h in
            h.element("label", [Attribute("for", "contact")]) { h in
              h.text("How to reach you ")
              h.span("Only if you like.", class: "hint")
            }
            h.input(.type("text"), .id("contact"), .name("contact"), Attribute("maxlength", "200"))
          }
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Send the report") }
          }
        }
      }
    }
  }

  private mutating func aboutField(_ board: StatusBoard) {
    div(.class("field")) { h in
      h.line("label", "What is it about?", Attribute("for", "about"))
      h.element("select", [.id("about"), .name("about")]) { h in
        for incident in board.open {
          h.choice("Known already: \(incident.title)", value: StatusCode.incident(incident), chosen: false)
        }
        for part in board.parts { h.choice(part.component.name, value: part.component.id, chosen: false) }
        h.choice("Something else", value: "other", chosen: false)
      }
    }
  }
}
