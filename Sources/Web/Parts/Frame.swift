import Incidents
import Storage

/// What stands around every page.
struct Frame: Sendable {
  enum Place: String, Sendable, CaseIterable {
    case now = "/"
    case runbook = "/runbook"
    case ladder = "/ladder"
    case onCall = "/on-call"
    case incidents = "/incidents"
    case silences = "/silences"
    case reviews = "/reviews"
    case keys = "/keys"

    var label: String {
      switch self {
      case .now: "Now"
      case .runbook: "Runbook"
      case .ladder: "Who is paged"
      case .onCall: "On call"
      case .incidents: "Incidents"
      case .silences: "Silences"
      case .reviews: "Reviews"
      case .keys: "Keys"
      }
    }
  }

  /// Who reads it; nil on the pages that need no sign-in.
  struct Reader: Sendable, Hashable {
    var name: String
    /// The session's token, hidden in every form.
    var token: String
    /// Sees what only the account that set this server up may use.
    var isAdministrator = false
    /// As the timeline calls this person.
    var actor = ""
  }

  var title: String
  var team: String
  var now: Timestamp
  var pace: Double
  var demo: String?
  var trouble: String?
  var held: RecoveryState?
  var place: Place?
  var reader: Reader?
  /// Address of the event stream, where the page is live: `/live?page=home`.
  var live: String?
  /// Class of `body`; "alone" for pages without navigation.
  var look: String?
  var footer: String
  /// Said once after an act: "Note added."
  var toast: String?

  init(title: String, team: String, now: Timestamp, pace: Double = 1, footer: String = "") {
    self.title = title
    self.team = team
    self.now = now
    self.pace = pace
    self.footer = footer
  }

  /// The whole document. `content` writes `main`.
  func page(_ content: (inout HTML) -> Void) -> HTML {
    HTML { h in
      h.raw("<!doctype html>\n")
      h.element("html", [Attribute("lang", "en")]) { h in
        h.element("head", []) { $0.head(self) }
        h.element("body", bodyAttributes) { h in
          h.link("Skip to content", to: "#main", class: "skip")
          h.masthead(self)
          h.strips(self)
          content(&h)
          h.foot(self)
          h.hatch()
        }
      }
      h.raw("\n")
    }
  }

  private var bodyAttributes: [Attribute] {
    [
      Attribute("class", optional: look), Attribute("data-now", milliseconds(now)),
      Attribute("data-pace", Attribute.short(pace)), Attribute("data-live", optional: live),
    ]
  }
}

extension HTML {
  fileprivate mutating func head(_ frame: Frame) {
    raw(
      """
      <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
      <meta name="color-scheme" content="light dark">
      """)
    line("title", frame.title)
    void("link", [Attribute("rel", "icon"), .href(Asset.icon.address)])
    void("link", [Attribute("rel", "stylesheet"), .href(Asset.styles.address)])
    element("script", [Attribute("src", Asset.script.address), Attribute("defer", when: true)]) { _ in }
  }

  fileprivate mutating func masthead(_ frame: Frame) {
    header(.class("masthead")) { h in
      h.div(.class("wrap")) { h in
        if frame.reader == nil {
          h.span(.class("mark")) { $0.mark() }
        } else {
          h.a(.class("mark"), .href("/")) { $0.mark() }
        }
        h.span(frame.team, class: "team")
        if frame.reader != nil {
          h.nav(.label("Main")) { $0.places(frame, class: "navlist", withSignOut: false) }
        }
        h.div(.class("end")) { $0.mastheadEnd(frame) }
      }
    }
  }

  private mutating func mark() {
    raw(
      """
      <svg viewBox="0 0 18 20" aria-hidden="true"><rect x="0" y="0" width="3" height="20"/>\
      <rect x="5" y="4" width="3" height="16"/><rect x="10" y="8" width="3" height="12"/>\
      <rect x="15" y="12" width="3" height="8"/></svg>Tocsin
      """)
  }

  private mutating func places(_ frame: Frame, class names: String?, withSignOut: Bool) {
    ul(Attribute("class", optional: names)) { h in
      for place in Frame.Place.allCases where place != .keys || frame.reader?.isAdministrator == true {
        h.li { h in
          h.a(
            .href(place.rawValue),
            Attribute("aria-current", optional: place == frame.place ? "page" : nil)
          ) { $0.text(place.label) }
        }
      }
      if withSignOut { h.li { $0.signOut(frame) } }
    }
  }

  private mutating func signOut(_ frame: Frame) {
    guard let reader = frame.reader else { return }
    form(Attribute("method", "post"), .action("/sign-out")) { h in
      h.token(reader)
      h.element("button", [.class("btn bare"), .type("submit")]) { $0.text("Sign out, \(reader.name)") }
    }
  }

  private mutating func mastheadEnd(_ frame: Frame) {
    if frame.live != nil {
      span(.class("live"), .id("live"), .title("This page updates by itself")) { $0.time(frame.now, utc: true) }
    } else {
      time(frame.now, utc: true)
    }
    guard let reader = frame.reader else { return }
    details(.class("pages who")) { h in
      h.line("summary", reader.name)
      h.ul { $0.li { $0.signOut(frame) } }
    }
    details(.class("pages menu")) { h in
      h.line("summary", "Menu")
      h.places(frame, class: nil, withSignOut: true)
    }
  }

  fileprivate mutating func strips(_ frame: Frame) {
    if let demo = frame.demo {
      div(.class("strip")) { $0.p(demo, class: "wrap") }
    }
    if let trouble = frame.trouble {
      div(.class("strip bad"), .role("alert")) { $0.p(trouble, class: "wrap") }
    }
    if let held = frame.held, let reader = frame.reader { self.held(held, reader) }
  }

  /// What pages nobody since a backup was restored, with the way to start it.
  private mutating func held(_ held: RecoveryState, _ reader: Frame.Reader) {
    let (taken, until) = (CivilTime(held.taken), CivilTime(held.until))
    let words =
      "Restored from the backup of \(taken.date) \(taken.clock) UTC. What was open then pages nobody until "
      + "\(until.clock) UTC; new alerts page at once. "
    div(.class("strip bad"), .role("alert")) { h in
      h.form(.class("wrap"), Attribute("method", "post"), .action("/recovery/end")) { h in
        h.token(reader)
        h.line("span", words)
        h.element("button", [.class("btn"), .type("submit")]) { $0.text("Let it page now") }
      }
    }
  }

  fileprivate mutating func foot(_ frame: Frame) {
    footer(.class("foot")) { h in
      h.div(.class("wrap")) { h in
        h.line("span", frame.footer)
        if frame.reader != nil { h.line("span", "Times in UTC. Hover or tap a time for yours.") }
      }
    }
    div(.class("toasts"), .id("toasts"), .role("status")) { h in
      if let toast = frame.toast { h.div(.class("toast")) { $0.line("span", toast) } }
    }
  }

  /// The pattern that late tracks point to.
  fileprivate mutating func hatch() {
    raw(
      """
      <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" \
      patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="currentColor"/>\
      </pattern></defs></svg>
      """)
  }

  /// Binds a form to the session of the person who was shown it.
  mutating func token(_ reader: Frame.Reader) {
    input(.type("hidden"), .name("token"), .value(reader.token))
  }
}
