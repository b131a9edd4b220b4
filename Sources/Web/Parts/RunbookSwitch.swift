/// The runbooks in force, each a link to the same page about it; nothing where there is one.
struct RunbookSwitch: Sendable {
  struct Item: Sendable {
    var name: String
    var address: String
    var isShown: Bool
  }

  var items: [Item]

  /// `page`: the address without its question, such as `/ladder`.
  init(_ current: [ShelvedRunbook], shown: Int64, on page: String) {
    items = current.map { runbook in
      let question = "?runbook=" + Percent.encode(runbook.fileName)
      return Item(name: runbook.fileName, address: page + question, isShown: runbook.id == shown)
    }
  }
}

extension HTML {
  mutating func runbookSwitch(_ switcher: RunbookSwitch) {
    guard switcher.items.count > 1 else { return }
    nav(.class("switch field"), .label("Runbooks")) { h in
      h.ul { h in
        for item in switcher.items {
          h.li { h in
            h.a(.href(item.address), Attribute("aria-current", optional: item.isShown ? "page" : nil)) {
              $0.text(item.name)
            }
          }
        }
      }
    }
  }
}
