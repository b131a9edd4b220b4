import Incidents

/// What stands around the pages for outsiders: no navigation, no script, nothing about the inside.
struct PublicFrame: Sendable {
  var title: String
  var team: String
  var place: StatusPlaces.Place
  var places: StatusPlaces
  /// When the page was made; pages that are made for one reader have none.
  var made: Timestamp?

  func page(_ content: (inout HTML) -> Void) -> HTML {
    HTML { h in
      h.raw("<!doctype html>\n")
      h.element("html", [Attribute("lang", "en")]) { h in
        h.element("head", []) { $0.publicHead(self) }
        h.element("body", []) { h in
          h.link("Skip to content", to: "#main", class: "skip")
          h.publicMasthead(self)
          content(&h)
          h.publicFoot(self)
        }
      }
      h.raw("\n")
    }
  }

  func link(_ target: StatusPlaces.Place) -> String { places.link(to: target, from: place) }
}

extension HTML {
  fileprivate mutating func publicHead(_ frame: PublicFrame) {
    raw(
      """
      <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
      <meta name="color-scheme" content="light dark">
      """)
    line("title", frame.title)
    void("link", [Attribute("rel", "icon"), .href(frame.link(.icon))])
    void("link", [Attribute("rel", "stylesheet"), .href(frame.link(.styles))])
    void(
      "link",
      [
        Attribute("rel", "alternate"), Attribute("type", "application/atom+xml"), .title("\(frame.team) status"),
        .href(frame.link(.atom)),
      ])
  }

  fileprivate mutating func publicMasthead(_ frame: PublicFrame) {
    header(.class("masthead")) { h in
      h.div(.class("public wrap")) { h in
        h.a(.class("mark"), .href(frame.link(.page))) { h in
          h.raw(
            """
            <svg viewBox="0 0 18 20" aria-hidden="true"><rect x="0" y="0" width="3" height="20"/>\
            <rect x="5" y="4" width="3" height="16"/><rect x="10" y="8" width="3" height="12"/>\
            <rect x="15" y="12" width="3" height="8"/></svg>
            """)
          h.text("\(frame.team) status")
        }
        h.div(.class("end")) { $0.link("Follow", to: frame.link(.page) + "#follow") }
      }
    }
  }

  fileprivate mutating func publicFoot(_ frame: PublicFrame) {
    footer(.class("foot")) { h in
      h.div(.class("public wrap")) { h in
        h.line("span", "Served by Tocsin")
        h.span { h in
          h.text("Times in UTC.")
          if let made = frame.made {
            h.text(" As of ")
            h.line("time", StatusWords.moment(made), Attribute("datetime", CivilTime(made).rfc3339))
            h.text(".")
          }
        }
      }
    }
  }
}
