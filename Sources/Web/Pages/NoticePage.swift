/// One sentence that says what happened, one that says what to do: errors and confirmations without a page of
/// their own.
struct Notice: Sendable {
  var title: String
  var words: String
  var link: (text: String, target: String)?

  static let notFound = Notice(
    title: "There is nothing here", words: "The address names no page, incident or runbook of this server.",
    link: ("See what burns", "/"))
  static let forbidden = Notice(
    title: "This is not yours to do", words: "Your account may read this server, and not change this part of it.",
    link: ("See what burns", "/"))
  static let crossSite = Notice(
    title: "Not done",
    words: "The form did not come from a page of this server that was open in this session. Nothing was changed.",
    link: ("Open the first page", "/"))
  static let linkOver = Notice(
    title: "This link is over",
    words: "It was used, it is too old, or it was never made by this server. Nothing was changed.",
    link: ("Sign in", "/sign-in"))
  static let busy = Notice(
    title: "Too many tries", words: "Wait some minutes, then sign in again. The link in a page works meanwhile.",
    link: nil)
  static let broken = Notice(
    title: "This page could not be made",
    words: "The fault is in the log of the server. Alerts are still taken and people are still paged.",
    link: ("Try the first page", "/"))
}

enum NoticePage {
  static func write(_ notice: Notice, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head error-page")) { h in
        h.line("h1", notice.title, .class("title"))
        h.p(notice.words, class: "lede")
        if let link = notice.link {
          h.div(.class("acts")) { $0.link(link.text, to: link.target, class: "btn line") }
        }
      }
    }
  }
}
