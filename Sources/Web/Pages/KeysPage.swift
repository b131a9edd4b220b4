import Incidents
import Storage

/// Keys of tools, and accounts of people. For the administrator.
struct KeysView: Sendable {
  var keys: [IngestKey]
  var accounts: [Account]
  var tokens: [ApiToken]
  var people: [String: String]
  var now: Timestamp
  var reader: Frame.Reader
  var origin: String
  /// Shown once, right after it was made.
  var made: Made?
  var error: String?

  struct Made: Sendable {
    var what: String
    var secret: String
    var hint: String
  }
}

enum KeysPage {
  static func write(_ view: KeysView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Keys and accounts", .class("title"))
        h.p("A key lets a tool send alerts, and read nothing. Only its hash is kept.", class: "lede")
        if let made = view.made { h.made(made) }
        if let error = view.error { h.line("p", error, .class("note bad field"), .role("alert")) }
      }
      h.div(.class("review-grid")) { h in
        h.div { h in
          h.keyList(view)
          h.tokenList(view)
        }
        h.accountList(view)
      }
    }
  }
}

extension HTML {
  fileprivate mutating func made(_ made: KeysView.Made) {
    div(.class("note field"), .role("status")) { h in
      h.line("p", made.what)
      h.line("code", made.secret, .class("secret"), .id("secret"))
      h.div(.class("acts field")) { $0.copyButton(of: "secret", named: "it") }
      h.p(made.hint, class: "second small")
    }
  }

  fileprivate mutating func keyList(_ view: KeysView) {
    section(.class("section"), .labelled(by: "keys")) { h in
      h.line("h2", "Ingest keys", .id("keys"))
      if view.keys.isEmpty { h.p("No key yet.", class: "said") }
      h.ul(.class("rows")) { h in
        for key in view.keys { h.secretRow(key.name, key.created, key.lastUsed, key.revoked, "keys", key.id, view) }
      }
      h.makeForm("New key for", "key-name", placeholder: "Alertmanager", address: "/keys", button: "Make a key", view)
    }
  }

  fileprivate mutating func tokenList(_ view: KeysView) {
    section(.class("section"), .labelled(by: "tokens")) { h in
      h.line("h2", "Tokens for the command line and the API", .id("tokens"))
      h.ul(.class("rows")) { h in
        for token in view.tokens {
          h.secretRow(
            "\(token.name), \(token.scope)", token.created, token.lastUsed, token.revoked, "tokens", token.id, view)
        }
      }
      h.makeForm(
        "New token for", "token-name", placeholder: "my terminal", address: "/tokens", button: "Make a token", view,
        scopes: true)
    }
  }

  private mutating func secretRow(
    _ name: String, _ created: Timestamp, _ used: Timestamp?, _ revoked: Timestamp?, _ kind: String, _ id: Int64,
    _ view: KeysView
  ) {
    li { h in
      h.line("span", name)
      if revoked != nil {
        h.span("revoked", class: "state unk")
      } else {
        h.postForm("/\(kind)/\(id)/revoke", view.reader) {
          $0.element("button", [.class("btn line small"), .type("submit")]) { h in
            h.text("Revoke")
            h.span(" " + name, class: "vh")
          }
        }
      }
      h.span(.class("sub")) { h in
        h.text("made \(CivilTime(created).date)")
        h.text(used.map { ", last used \(CivilTime($0).date) \(CivilTime($0).clock)" } ?? ", not used yet")
      }
    }
  }

  private mutating func makeForm(
    _ label: String, _ id: String, placeholder: String, address: String, button: String, _ view: KeysView,
    scopes: Bool = false
  ) {
    postForm(address, view.reader, class: "field") { h in
      h.line("label", label, Attribute("for", id))
      h.input(
        .type("text"), .id(id), .name("name"), Attribute("maxlength", "64"), Attribute("required", when: true),
        Attribute("placeholder", placeholder))
      if scopes {
        h.line("label", "It may", Attribute("for", "scope"), .class("field"))
        h.element("select", [.name("scope"), .id("scope")]) { h in
          h.choice("read", value: "read", chosen: false)
          h.choice("read and respond", value: "respond", chosen: true)
        }
      }
      h.div(.class("acts field")) {
        $0.element("button", [.class("btn line"), .type("submit")]) { $0.text(button) }
      }
    }
  }

  fileprivate mutating func accountList(_ view: KeysView) {
    section(.class("section"), .labelled(by: "accounts")) { h in
      h.line("h2", "Accounts", .id("accounts"))
      h.ul(.class("rows")) { h in
        for account in view.accounts {
          h.li { h in
            h.line("span", account.name)
            h.postForm("/accounts/\(account.id)/link", view.reader) {
              $0.element("button", [.class("btn line small"), .type("submit")]) { h in
                h.text("New password link")
                h.span(" for " + account.name, class: "vh")
              }
            }
            let name = view.people[account.person]
            h.span(name.map { "answers as \($0)" } ?? "stands for nobody of the team file", class: "sub")
          }
        }
      }
      h.postForm("/accounts/link", view.reader, class: "field") {
        $0.element("button", [.class("btn line"), .type("submit")]) { $0.text("Make a link for a new account") }
      }
    }
  }
}
