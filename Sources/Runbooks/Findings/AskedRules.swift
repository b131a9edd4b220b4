/// R012, R086 and R099: what is only looked for where somebody asked for it, or where a record is at hand.
enum AskedRules {
  static let all: [FindingRule] = [
    FindingRule("R012", .warning, why: "A dashboard that has moved is found out when it is needed.") { document in
      guard let answers = document.surroundings?.unreachable else { return [] }
      var seen: Set<String> = []
      return LinkRules.web(document).compactMap { link in
        guard let complaint = answers[link.target], seen.insert(link.target).inserted else { return nil }
        // From outside, the silence of an address inside a network says nothing about it.
        guard complaint.isAnswer || !LinkRules.isLocal(link.target) else { return nil }
        return Fault(
          "\(Quoted.name(link.target)) \(complaint.words).", hint: "Correct the address or take it out.",
          line: link.line, mark: link.target)
      }
    },
    FindingRule("R086", .warning, why: "Whoever is called at night should not have to guess what changes something.") {
      document in
      guard document.surroundings?.isStrict == true else { return [] }
      return document.commands.filter { $0.effect != .read && !isMarked($0, document) }.map {
        Fault(
          "\(Quoted.name($0.text)) \(effect($0)) and is not marked.",
          hint: "Put \"[write]\" into the comment above it, or risk=write behind the language of the block.",
          line: $0.line, mark: first($0))
      }
    },
    FindingRule("R099", .warning, why: "A command that nobody has tried for months is a guess.") { document in
      guard let record = document.surroundings?.runs else { return [] }
      let tried = document.commands.filter { !$0.interactive }
      let faults = tried.compactMap { command in
        record.complaint(command.text, today: document.today).map {
          Fault("\(Quoted.name(command.text)) \($0).", hint: rehearse, line: command.line, mark: first(command))
        }
      }
      let never = tried.filter { !record.holds($0.text) }
      guard let one = never.first else { return faults }
      let message =
        "\(never.count) of \(Quoted.count(tried.count, "command", "commands")) were never run through Tocsin."
      return faults + [Fault(message, hint: rehearse, line: one.line, mark: first(one), level: .hint)]
    },
  ]

  private static let rehearse = "Try it in the next drill: `tocsin run INCIDENT` keeps the record."

  private static func first(_ action: Action) -> String { ShellText.words(action.text).first.map(String.init) ?? "" }

  private static func effect(_ action: Action) -> String {
    switch action.effect {
    case .destructive: "destroys something"
    case .unknown: "may change something"
    default: "changes something"
    }
  }

  private static let marks = [
    "[write]", "write:", "(write)", "[destructive]", "destructive:", "(destructive)", "[read]",
  ]

  /// A mark in the caption, on the line above, or behind the language of its block.
  private static func isMarked(_ action: Action, _ document: CheckedDocument) -> Bool {
    let said = "\(action.caption ?? "")\n\(document.text(action.line - 1))\n\(action.text)".lowercased()
    if marks.contains(where: { ShellText.contains(said, $0) }) { return true }
    for line in stride(from: action.line - 1, to: max(action.line - 200, 0), by: -1) {
      let text = ShellText.trim(document.text(line))
      guard text.hasPrefix("```") || text.hasPrefix("~~~") else { continue }
      return ShellText.contains(text, "risk=") || ShellText.contains(document.text(line - 1), "risk=")
    }
    return false
  }
}

/// What is wrong with a web address that was asked.
package struct WebComplaint: Sendable, Hashable {
  /// Goes on behind the address: "answers 404 Not Found".
  package var words: String
  /// Whether somebody answered at all.
  package var isAnswer: Bool

  package init(_ words: String, isAnswer: Bool = false) {
    self.words = words
    self.isAnswer = isAnswer
  }
}

/// What is known of the times that commands were run.
package struct RunRecord: Sendable {
  package struct Entry: Sendable, Hashable {
    /// `YYYY-MM-DD`
    package var day: String
    package var exit: Int
    package init(day: String, exit: Int) {
      self.day = day
      self.exit = exit
    }
  }

  /// The latest run of each command, by its exact text.
  private var latest: [String: Entry] = [:]

  package init(_ runs: [(text: String, entry: Entry)]) {
    for run in runs where run.entry.day >= latest[run.text]?.day ?? "" { latest[run.text] = run.entry }
  }

  /// Days after which a command counts as forgotten.
  package static let fresh = 90

  func holds(_ text: String) -> Bool { latest[text] != nil }

  /// - Parameter today: `YYYY-MM-DD`.
  func complaint(_ text: String, today: String) -> String? {
    guard let entry = latest[text] else { return nil }
    if entry.exit != 0 { return "ended with \(entry.exit) when it was last run, on \(entry.day)" }
    guard let then = CheckedDate(entry.day)?.days, let now = CheckedDate(today)?.days, now - then > Self.fresh else {
      return nil
    }
    return "was last run on \(entry.day), more than \(Self.fresh) days ago"
  }
}
