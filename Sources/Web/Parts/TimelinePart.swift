import Incidents

/// The record of an incident as it is shown, and who the actors are.
struct TimelineList: Sendable {
  var entries: [TimelineEntry]
  var people: [String: String]
  var citation: Citation
  /// Former revisions, for lines from before the incident was moved.
  var former: [Int64: Citation] = [:]
  var now: Timestamp

  func citation(of entry: TimelineEntry) -> Citation { entry.revision.flatMap { former[$0] } ?? citation }

  /// More than five alike within a minute become one with a count.
  var gathered: [(entry: TimelineEntry, count: Int)] {
    var result: [(entry: TimelineEntry, count: Int)] = []
    var index = 0
    while index < entries.count {
      var end = index + 1
      while end < entries.count, alike(entries[index], entries[end]) { end += 1 }
      if end - index > 5 {
        result.append((entries[index], end - index))
      } else {
        for entry in entries[index..<end] { result.append((entry, 1)) }
      }
      index = end
    }
    return result
  }

  private func alike(_ a: TimelineEntry, _ b: TimelineEntry) -> Bool {
    a.kind == b.kind && a.actor == b.actor && abs((a.at - b.at).seconds) < 60
      && (a.kind == .alert || a.kind == .delivery || a.kind == .fault || a.kind == .alertResolved)
  }
}

extension TimelineEntry.Kind {
  /// The course changed here.
  var isKey: Bool {
    switch self {
    case .opened, .declared, .paged, .acknowledged, .severity, .resolved, .reopened, .exhausted, .cancelled,
      .escalation:
      true
    default: false
    }
  }

  /// A person did it with words of their own.
  var isSaid: Bool { self == .note || self == .update }

  /// What people found out or did: worth keeping in sight.
  var isPinnable: Bool { isSaid || self == .ran || self == .file || self == .escalation }
}

extension HTML {
  /// `under` writes what stands below an entry.
  mutating func timeline(
    _ list: TimelineList, under: (inout HTML, TimelineEntry) -> Void = { _, _ in }
  ) {
    if list.entries.isEmpty {
      p("Nothing has happened yet.", class: "quiet")
      return
    }
    ol(.class("line"), .id("entries")) { h in
      for (entry, count) in list.gathered { h.entry(entry, count: count, list, under) }
    }
  }

  private mutating func entry(
    _ entry: TimelineEntry, count: Int, _ list: TimelineList, _ under: (inout HTML, TimelineEntry) -> Void
  ) {
    li(Attribute("class", optional: entry.kind.isKey ? "key" : nil), .id("e\(entry.id)")) { h in
      h.time(entry.at)
      h.dot(entry.kind)
      h.div { h in
        h.sentence(entry, list)
        if count > 1 { h.p("and \(count - 1) more like it within a minute", class: "second") }
        if !entry.detail.isEmpty { h.p(entry.detail, class: "second") }
        under(&h, entry)
      }
      if let line = entry.line { h.ref(line, list.citation(of: entry)) } else { h.raw("<span></span>") }
    }
  }

  private mutating func sentence(_ entry: TimelineEntry, _ list: TimelineList) {
    guard entry.kind.isSaid else { return line("p", entry.text) }
    p { h in
      h.line("b", list.people[entry.actor] ?? entry.actor)
      h.text(entry.kind == .note ? " noted" : " wrote an update")
    }
    element("blockquote", []) { $0.emphasised(entry.text) }
  }

  /// The shape says what kind of thing it was; the sentence says it too.
  private mutating func dot(_ kind: TimelineEntry.Kind) {
    svg(.class("dot"), .init("viewBox", "0 0 17 17"), .hidden) { h in
      switch kind {
      case .acknowledged, .note, .resolved, .reopened, .severity, .scenario, .rollback, .declared, .item, .step, .role,
        .cancelled, .review:
        h.raw(#"<circle cx="8.5" cy="8.5" r="6"/><circle class="full" cx="8.5" cy="8.5" r="3"/>"#)
      case .paged, .escalation: h.raw(#"<path d="M8.5 2.5l6 6-6 6-6-6z"/>"#)
      case .ran: h.raw(#"<path d="M4.5 3l9 5.5-9 5.5z"/>"#)
      case .update: h.raw(#"<rect x="3" y="3.5" width="11" height="10"/>"#)
      case .opened, .alert, .fault, .unreachable, .exhausted, .firingAgain, .late:
        h.raw(#"<path d="M8.5 2.5l6.5 11.5h-13z"/>"#)
      default: h.raw(#"<circle cx="8.5" cy="8.5" r="4"/>"#)
      }
    }
  }
}
