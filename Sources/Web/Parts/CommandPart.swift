import Runbooks

extension HTML {
  /// A command of the runbook: its caption with the line, the text with a button to copy it, and what it would do.
  /// Without a caption the line stands below, beside the effect; one that is captioned elsewhere has its line there.
  /// - Parameter previous: the command above it; a caption that both have stands once.
  mutating func command(
    _ action: Action, _ citation: Citation, id: String, after previous: Action? = nil, isCaptioned: Bool = true,
    values: [String: String] = [:]
  ) {
    let isSame = action.caption != nil && action.caption == previous?.caption
    let caption = isSame ? "" : action.caption ?? ""
    let kind = action.kind == .manual ? "by-hand" : action.effect.rawValue
    div(.class("cmd \(kind)\(isSame ? " same" : "")"), .id(id)) { h in
      if isCaptioned, !caption.isEmpty {
        h.p(.class("cap")) { h in
          h.line("span", caption)
          h.ref(action.line, citation)
        }
      }
      h.div(.class("box")) { h in
        h.div(.class("text")) { h in
          h.pre(Attribute("tabindex", "0")) { h in
            h.element("code", [.id("\(id)-text")]) {
              $0.placed(action.text, action.placeholders, id: id, values: values)
            }
          }
          h.copyButton(of: "\(id)-text", named: action.text)
        }
        h.under(action, line: isCaptioned && caption.isEmpty ? action.line : nil, citation)
      }
    }
  }

  /// Works with script only, so script shows it.
  mutating func copyButton(of id: String, named text: String) {
    element(
      "button",
      [.class("btn line small copy"), .type("button"), Attribute("data-copy", id), Attribute("hidden", when: true)]
    ) { h in
      h.text("Copy")
      h.span(" " + String(text.split(separator: "\n").first ?? "").prefix(80), class: "vh")
    }
  }

  private mutating func under(_ action: Action, line: Int?, _ citation: Citation) {
    div(.class("under")) { h in
      h.span(.class("effect")) { h in
        if action.kind == .manual { return h.text("by hand") }
        h.effectSign(action.effect)
        h.text(action.effect.rawValue)
      }
      // "read" without more is plain; everything else says why.
      if action.effect != .read, action.kind != .manual, !action.effectReason.isEmpty {
        h.line("span", action.effectReason)
      }
      if action.interactive { h.line("span", "waits for a person or never ends") }
      if let suggestion = action.suggestion {
        h.span { h in
          h.text("ends by itself as ")
          h.element("code", []) { $0.whole(suggestion) }
        }
      }
      if !action.placeholders.isEmpty {
        // Dots alone would read as the end of the sentence.
        h.line(
          "span", "fill in " + Words.list(action.placeholders.map { $0.contains(where: \.isLetter) ? $0 : "“\($0)”" }))
      }
      if let target = action.target {
        h.span { h in
          h.text("on ")
          h.line("b", target)
        }
      }
      if let expectation = action.expectation { h.line("span", "expected: " + expectation) }
      if let line { h.ref(line, citation) }
    }
  }

  private mutating func effectSign(_ effect: Action.Effect) {
    svg(.init("viewBox", "0 0 14 14"), .hidden) { h in
      switch effect {
      case .read: h.raw(#"<circle cx="7" cy="7" r="5.5"/>"#)
      case .write:
        h.raw(#"<circle cx="7" cy="7" r="5.5"/><path class="full" d="M7 1.5a5.5 5.5 0 0 1 0 11z"/>"#)
      case .destructive: h.raw(#"<circle class="full" cx="7" cy="7" r="5.5"/>"#)
      case .unknown: h.raw(#"<circle cx="7" cy="7" r="5.5" stroke-dasharray="2.2 2.2"/>"#)
      }
    }
  }
}
