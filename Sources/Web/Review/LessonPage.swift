import Engine
import Incidents

struct LessonView: Sendable {
  var state: LessonState
  /// Keys of the changes that are ticked.
  var accepted: Set<String>
  var reader: Frame.Reader
  var now: Timestamp
  var refused: String?
}

/// What the runbook could learn, a change at a time.
enum LessonPage {
  static func write(_ view: LessonView, into h: inout HTML) {
    let state = view.state
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.div(.class("acts")) { h in
          h.badge(state.mark)
          h.line("a", state.incident.name, .href(Address.act("review", on: state.incident)), .class("second"))
        }
        let isNone = state.document != nil && state.hunks.isEmpty
        h.line("h1", isNone ? "Nothing new for the runbook" : "The runbook could learn", .class("title field"))
        h.p(.class("lede")) { h in
          h.text(lede(state))
        }
        if let refused = view.refused { h.element("p", [.class("note bad"), .role("alert")]) { $0.text(refused) } }
      }
      guard !state.hunks.isEmpty else { return }
      h.postForm(Address.act("lesson", on: state.incident), view.reader, class: "lesson") { h in
        for hunk in state.hunks { h.hunk(hunk, view) }
        h.section(.class("section"), .labelled(by: "take")) { h in
          h.line("h2", "Take over what is ticked", .id("take"))
          h.p("A branch is made beside your own work: no file of the working tree is touched.", class: "second")
          h.div(.class("acts field")) { h in
            h.lessonButton("Make a branch", "branch", "btn")
            h.lessonButton("Patch file", "patch", "btn line")
            h.lessonButton("Text for a pull request", "text", "btn line")
          }
        }
      }
    }
  }

  private static func lede(_ state: LessonState) -> String {
    if state.document == nil { return "The runbook is not UTF-8, so a change to it cannot be told exactly." }
    if state.hunks.isEmpty {
      return "Nothing of \(state.incident.name) asks for a change of \(state.shelved.fileName)."
    }
    let count = Words.count(state.hunks.count, "change")
    return "\(state.incident.name) suggests \(count) to \(state.shelved.fileName). None is made before you accept it."
  }
}

extension HTML {
  fileprivate mutating func lessonButton(_ words: String, _ value: String, _ look: String) {
    element("button", [.class(look), .type("submit"), .name("do"), .value(value)]) { $0.text(words) }
  }

  fileprivate mutating func hunk(_ hunk: LessonHunk, _ view: LessonView) {
    let citation = Citation(view.state.shelved)
    section(.class("section"), .labelled(by: "h-\(hunk.key)")) { h in
      h.div(.class("head")) { h in
        h.line("h2", hunk.kind.words, .id("h-\(hunk.key)"))
        h.ref(min(hunk.line, citation.lines.count), citation)
      }
      h.p(.class("second")) { h in
        h.text(hunk.why + " ")
        if let entry = hunk.entry {
          h.link("See the timeline", to: "\(Address.incident(view.state.incident))#e\(entry)")
        }
      }
      h.diff(hunk.lines(around: view.state.document))
      h.element("label", [.class("check"), Attribute("for", hunk.key)]) { h in
        h.input(
          .type("checkbox"), .id(hunk.key), .name(hunk.key), .value("yes"),
          Attribute("checked", when: view.accepted.contains(hunk.key)))
        h.span("Accept this change", class: "")
      }
    }
  }
}

extension LessonHunk {
  /// What is replaced, what replaces it, and two lines on each side.
  func lines(around document: LessonDocument?) -> [TextDiff.Line] {
    func context(_ range: Range<Int>) -> [TextDiff.Line] {
      range.compactMap { document?.text($0) }.map { TextDiff.Line(.same, $0) }
    }
    let end = line + old.count
    return context(max(1, line - 2)..<max(1, line)) + old.map { TextDiff.Line(.removed, $0) }
      + new.map { TextDiff.Line(.added, $0) } + context(end..<(end + 2))
  }
}

extension LessonHunk.Kind {
  var words: String {
    switch self {
    case .scenario: "A scenario that was missing"
    case .symptom: "A symptom that was missing"
    case .command: "A command, and what it gave"
    case .contact: "An address that failed"
    case .severity: "Another severity"
    case .threshold: "Another threshold"
    case .updated: "The date of the last update"
    }
  }
}
