import Engine
import Incidents

extension HTML {
  /// The message as others will see it, on each way that it takes.
  mutating func preview(_ view: PublishView) {
    guard view.isPreview else { return }
    section(.class("section"), .labelled(by: "preview"), .id("look")) { h in
      h.line("h2", "So it will be read", .id("preview"))
      if view.audience == .external {
        h.onThePage(view)
        h.byMail(view)
        if view.hooks > 0 {
          h.p(
            "The same as JSON to \(Words.count(view.hooks, "webhook")), and in the feeds.", class: "second small field")
        }
      } else {
        h.inTheRoom(view)
        for chat in view.spoken { h.inChat(chat) }
      }
      h.asTextMessage(view)
    }
  }

  private mutating func onThePage(_ view: PublishView) {
    line("h3", "On the status page")
    div(.class("past")) { h in
      h.line("h4", view.draft.title)
      h.say(view, what: StatusWords.state(view.state))
      h.touched(view)
      if let next = view.nextBy {
        h.p(.class("promise")) { h in
          h.element("b", []) { h in
            h.text("Next update by ")
            h.moment(next, now: view.now, utc: true)
          }
        }
      }
    }
  }

  private mutating func inTheRoom(_ view: PublishView) {
    line("h3", "In the room")
    div(.class("past")) { $0.say(view, what: "Update") }
  }

  private mutating func say(_ view: PublishView, what: String) {
    div(.class("say")) { h in
      h.p(.class("what")) { h in
        h.text("\(what) ")
        h.span(.class("quiet")) { $0.moment(view.now, now: view.now, utc: true) }
      }
      h.paragraphs(view.draft.text)
    }
  }

  private mutating func byMail(_ view: PublishView) {
    guard view.mails > 0 else { return }
    let mail = view.mail
    line("h3", "By mail, to \(Words.count(view.mails, "subscriber"))")
    p(.class("field")) { h in
      h.line("b", "Subject: ")
      h.text(mail.subject)
    }
    line("div", mail.lines.joined(separator: "\n"), .class("tpl"), .id("look-mail"))
  }

  private mutating func inChat(_ chat: ChannelWords) {
    line("h3", "In \(chat.channel)")
    line("div", chat.words, .class("tpl"), .id("look-\(chat.channel)"))
  }

  /// Nothing sends it; many a team does by hand, and its length is known before it is cut.
  private mutating func asTextMessage(_ view: PublishView) {
    let size = TextMessage(view.shortText)
    guard size.parts > 0 else { return }
    details(.class("field"), .id("look-text")) { h in
      let parts = Words.count(size.parts, "part")
      h.line("summary", "As a text message: \(size.length) of \(size.room) characters, \(parts)", .class("small"))
      if let wide = size.wide {
        h.p("“\(wide)” is outside the basic alphabet, so a part holds less than half.", class: "second small")
      }
      h.line("div", view.shortText, .class("tpl"), .id("look-text-words"))
      h.copyButton(of: "look-text-words", named: "text message")
    }
  }

  private mutating func touched(_ view: PublishView) {
    if !view.touched.isEmpty { p(Words.list(view.touched) + ".", class: "second small field") }
  }

  mutating func alreadySaid(_ view: PublishView) {
    guard view.audience == .external else { return }
    section(.class("section"), .labelled(by: "said")) { h in
      h.line("h2", "Said so far", .id("said"))
      if let said = view.said {
        h.updates(said, now: view.now)
      } else {
        h.p("Nothing. People outside do not know of it yet.", class: "second")
      }
    }
  }
}
