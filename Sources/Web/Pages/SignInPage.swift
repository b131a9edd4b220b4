/// The two pages that open the door: signing in, and choosing a password by a one-time link.
enum SignInPage {
  struct View: Sendable {
    var name = ""
    /// Why it did not work, under the field.
    var error: String?
    /// Where to go after.
    var next = "/"
  }

  static func write(_ view: View, into h: inout HTML) {
    h.main(.id("main")) { h in
      h.div(.class("card")) { h in
        h.line("h1", "Sign in", .class("title page-head"))
        h.p("Paged? The link in the page acknowledges without a password.", class: "note")
        h.form(Attribute("method", "post"), .action("/sign-in")) { h in
          h.input(.type("hidden"), .name("next"), .value(view.next))
          h.div(.class("field")) { h in
            h.line("label", "Name", Attribute("for", "nm"))
            h.input(
              .type("text"), .id("nm"), .name("name"), Attribute("autocomplete", "username"),
              Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"),
              Attribute("required", when: true), .value(view.name))
          }
          h.passwordField("Password", id: "pw", autocomplete: "current-password", error: view.error)
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn"), .type("submit")]) { $0.text("Sign in") }
          }
        }
        h.p("Forgotten? Whoever runs this server makes a new link for you under Keys.", class: "second small field")
      }
    }
  }
}

enum SetupPage {
  struct View: Sendable {
    var token: String
    var name = ""
    /// Identifiers and names of the team file.
    var people: [(id: String, name: String)]
    var person = ""
    /// Set where the link is for an account that exists: only its password is chosen.
    var account: String?
    var error: String?
  }

  static func write(_ view: View, into h: inout HTML) {
    h.main(.id("main")) { h in
      h.div(.class("card")) { h in
        h.line("h1", view.account == nil ? "Set up your account" : "Choose a new password", .class("title page-head"))
        h.p("This link works once. Afterwards you are signed in.", class: "note")
        h.form(Attribute("method", "post"), .action("/setup/\(view.token)")) { h in
          if view.account == nil { h.whoYouAre(view) } else { h.line("p", view.account ?? "", .class("said field")) }
          h.passwordField("Password", id: "pw", autocomplete: "new-password", error: view.error)
          h.p("At least 12 characters. A sentence is good; no digit or sign is asked for.", class: "hint")
          h.div(.class("acts field")) {
            $0.element("button", [.class("btn"), .type("submit")]) {
              $0.text(view.account == nil ? "Create the account" : "Set the password")
            }
          }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func whoYouAre(_ view: SetupPage.View) {
    div(.class("field")) { h in
      h.line("label", "Name to sign in with", Attribute("for", "nm"))
      h.input(
        .type("text"), .id("nm"), .name("name"), Attribute("autocomplete", "username"),
        Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"), Attribute("maxlength", "64"),
        Attribute("required", when: true), .value(view.name))
    }
    guard !view.people.isEmpty else { return }
    div(.class("field")) { h in
      h.element("label", [Attribute("for", "person")]) { h in
        h.text("You are")
        h.span("The person of the team file whose pages you answer.", class: "hint")
      }
      h.element("select", [.id("person"), .name("person")]) { h in
        h.choice("nobody of them", value: "", chosen: view.person.isEmpty)
        for person in view.people { h.choice(person.name, value: person.id, chosen: person.id == view.person) }
      }
    }
  }

  fileprivate mutating func passwordField(_ label: String, id: String, autocomplete: String, error: String?) {
    div(.class(error == nil ? "field" : "field missing")) { h in
      h.line("label", label, Attribute("for", id))
      h.input(
        .type("password"), .id(id), .name("password"), Attribute("autocomplete", autocomplete),
        Attribute("required", when: true), Attribute("aria-describedby", optional: error == nil ? nil : "\(id)e"),
        Attribute("aria-invalid", optional: error == nil ? nil : "true"),
        Attribute("autofocus", when: error != nil))
      if let error { h.line("p", error, .class("error"), .id("\(id)e")) }
    }
  }
}
