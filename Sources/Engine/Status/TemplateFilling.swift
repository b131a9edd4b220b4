import Incidents
import Runbooks

/// A template of the runbook with everything filled in that is known; the rest is asked for by name.
package struct FilledTemplate: Sendable, Hashable {
  /// The message, with the placeholders that are left.
  package var text: String
  /// What a person must say: each placeholder once, in the order of the text.
  package var asks: [String]

  package init(_ template: Template, _ facts: KnownFacts) {
    let lines = template.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let body = lines.enumerated().filter { $0.offset > 0 || !Self.isHeadline($0.element) }.map(\.element)
    let slots = template.placeholders.sorted { $0.count > $1.count }
    let first = slots.isEmpty ? body.firstIndex { $0.contains { !$0.isWhitespace } } : nil
    let filled = body.enumerated().map { index, line in
      (index == first ? ExampleHeadline.fill(line, facts) : nil) ?? LineFilling(facts: facts, slots: slots).fill(line)
    }
    text = Self.trimmed(filled.joined(separator: "\n"))
    asks = Self.asks(in: text, slots: template.placeholders)
  }

  /// What stands for an example of the document that nobody can replace: the next time, a person, what happened.
  static let nextUpdate = "[next update]"
  static func who(_ label: String) -> String { "[who: \(label)]" }
  package static let whatPrefix = "[what: "

  private static func own(in text: String) -> [String] {
    text.matches(of: /\[(?:next update|wh(?:o|at): [^\]\n]{1,60})\]/).map { String($0.output) }
  }

  /// Placeholders of these, and of our own, that a text still holds, in its order, those inside a longer one left out.
  package static func asks(in text: String, slots: [String]) -> [String] {
    let held = (slots + own(in: text).filter { !slots.contains($0) }).distinct.filter {
      $0.count > 2 && text.contains($0)
    }
    let own = held.filter { slot in !held.contains { $0 != slot && $0.contains(slot) } }
    return own.sorted { a, b in
      (text.firstRange(of: a)?.lowerBound ?? text.endIndex) < (text.firstRange(of: b)?.lowerBound ?? text.endIndex)
    }
  }

  /// What people answered, put in every place that asks for it.
  package static func answered(_ text: String, _ answers: [(slot: String, words: String)]) -> String {
    answers.reduce(text) { text, answer in
      answer.words.contains { !$0.isWhitespace } && !answer.slot.isEmpty
        ? text.replacing(answer.slot, with: answer.words) : text
    }
  }

  /// A title has a field of its own.
  private static func isHeadline(_ line: String) -> Bool {
    let words = Tokens.of(line.prefix(20))
    return ["title", "subject"].contains(words.first) && line.contains(":")
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

/// One line of a template: each place is filled by what stands before it, inside it and after it.
struct LineFilling {
  let facts: KnownFacts
  /// The longest first.
  let slots: [String]

  func fill(_ line: String) -> String {
    if let label = example(line) { return label }
    return promised(Self.replacing(slots, in: line) { meaning, _ in meaning.value(facts) })
  }

  /// Each place with its value; one without stays.
  /// - Parameter slots: the longest first.
  static func replacing(_ slots: [String], in line: String, by value: (SlotMeaning, String) -> String?) -> String {
    var out = ""
    var rest = line[...]
    while let (range, slot) = next(of: slots, in: rest) {
      // What stood before an earlier place belongs to that one.
      let before = rest[..<range.lowerBound]
      let after = rest[range.upperBound...]
      let meaning = SlotMeaning(before: String(before.suffix(60)), inside: slot, after: String(after.prefix(20)))
      out += before + (value(meaning, slot) ?? slot)
      rest = after
    }
    return out + rest
  }

  private static func next(of slots: [String], in text: Substring) -> (Range<String.Index>, String)? {
    let found = slots.compactMap { slot in text.firstRange(of: slot).map { ($0, slot) } }
    return found.min { ($0.0.lowerBound, -$0.1.count) < ($1.0.lowerBound, -$1.1.count) }
  }

  /// "Next update: 15:45 UTC", "Commander: @john.doe" in a template is somebody's example, not the fact.
  private func example(_ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), !slots.contains(where: line.contains) else { return nil }
    let rest = line[line.index(after: colon)...]
    let value = rest.drop { $0 == "*" || $0 == " " }
    let label = Tokens.of(line[..<colon])
    guard label.count <= 4, !value.isEmpty,
      let fact = person(label, line[..<colon], value) ?? address(label, value) ?? moment(label, value)
        ?? (slots.isEmpty ? happening(label, line[..<colon]) : nil)
    else { return nil }
    return line[...colon] + rest.prefix { $0 == "*" } + " " + fact
  }

  private func person(_ label: [String], _ line: Substring, _ value: Substring) -> String? {
    guard value.first == "@", !value.contains(" "), value.count <= 80,
      label.contains(where: ["commander", "engineer", "responder", "lead", "owner", "ic"].contains)
    else { return nil }
    // Another lead than the incident's is somebody else.
    let isFirst = !label.contains("lead") || label == ["lead"] || label.contains("incident")
    guard isFirst, !facts.responder.isEmpty else { return FilledTemplate.who(Self.bare(line)) }
    return facts.responder
  }

  /// "Impact: all users affected", "Status: Investigating" in a text without any placeholder: it is a whole example.
  private func happening(_ label: [String], _ line: Substring) -> String? {
    if label == ["status"] { return facts.state.isEmpty ? nil : facts.state }
    let asks = ["impact", "cause", "fix", "prevention", "affected", "workaround", "scope", "resolution"]
    let isAsked = label.count <= 2 && label.contains(where: asks.contains)
    return isAsked ? "\(FilledTemplate.whatPrefix)\(Self.bare(line))]" : nil
  }

  private static func bare(_ label: Substring) -> String {
    label.filter { $0 != "*" && $0 != "-" }.split(separator: " ").joined(separator: " ")
  }

  private func address(_ label: [String], _ value: Substring) -> String? {
    let isPage = label.suffix(2) == ["status", "page"] && value.hasPrefix("http") && value.count <= 80
    return isPage && !facts.page.isEmpty ? facts.page : nil
  }

  private func moment(_ label: [String], _ value: Substring) -> String? {
    guard value.count <= 40, value.contains(where: \.isNumber) else { return nil }
    if label.contains("next"), label.contains("update") {
      return facts.nextBy.map { Wording.clock($0) + " UTC" } ?? FilledTemplate.nextUpdate
    }
    if label == ["updated"] || label == ["time"] { return LineFilling.moment(facts.now) }
    if ["started", "start", "detected", "began"].contains(label.first) { return LineFilling.moment(facts.opened) }
    return nil
  }

  /// "an update in 15 minutes" promises what is promised.
  private func promised(_ line: String) -> String {
    guard let next = facts.nextBy, let match = line.firstMatch(of: /(?i)update (?:in|within) (\d{1,3})( ?min)/) else {
      return line
    }
    let minutes = max(1, (next - facts.now + .seconds(30)).minutes)
    return line.replacing(match.output.0, with: match.output.0.replacing(match.output.1, with: "\(minutes)"))
  }

  static func moment(_ at: Timestamp) -> String { "\(CivilTime(at).date) \(CivilTime(at).clock) UTC" }
}

/// What a placeholder asks for, out of its own words and those around it.
struct SlotMeaning {
  private let words: Set<String>
  private let last: String
  private let inside: String
  private let after: String

  init(before: String, inside: String, after: String) {
    // What stands before the last full stop belongs to another sentence.
    let label = before.split(separator: ".").last.map(String.init) ?? ""
    let own = Tokens.of(inside)
    words = Set(Tokens.of(label)).union(own)
    last = Tokens.of(label).last ?? ""
    self.inside = inside
    self.after = after
  }

  private func says(_ any: String...) -> Bool { any.contains(where: words.contains) }

  func value(_ facts: KnownFacts) -> String? {
    if isEstimate { return nil }
    return isNext ? next(facts) : time(facts) ?? inner(facts) ?? outer(facts)
  }

  private var isEstimate: Bool { says("eta", "estimate", "estimated", "expected", "resolution") }

  /// Whether it asks when people hear more.
  var isNext: Bool {
    guard !isEstimate else { return false }
    return words.contains("next") && says("update", "updates")
      || inside.hasPrefix("[+") && says("min", "minutes", "update")
  }

  func next(_ facts: KnownFacts) -> String? {
    guard let next = facts.nextBy else { return nil }
    let minutes = max(1, (next - facts.now + .seconds(30)).minutes)
    if after.drop(while: { $0 == " " }).hasPrefix("min") { return "\(minutes)" }
    if last == "in" {
      return Tokens.of(inside).contains("minutes") || inside.contains("X") ? "\(minutes) minutes" : "\(minutes) min"
    }
    return clock(next)
  }

  private func time(_ facts: KnownFacts) -> String? {
    let form = inside.uppercased() == inside && (inside.contains("HH:MM") || inside.contains("YYYY"))
    let dated = inside.contains("YYYY") || Tokens.of(inside) == ["date"]
    if says("duration") { return Wording.span(facts.now - facts.opened) }
    guard form || says("time", "date", "started", "start", "detected") else { return nil }
    let begins = says("start", "started", "began", "begin", "since", "detected") || last == "from"
    let at = begins ? facts.opened : facts.now
    if dated, inside.contains("HH:MM") { return CivilTime(at).date + " " + clock(at) }
    return dated ? CivilTime(at).date : clock(at)
  }

  private func clock(_ at: Timestamp) -> String {
    Wording.clock(at) + (after.contains("UTC") ? "" : " UTC")
  }

  /// Facts that are empty in messages to the world.
  private func inner(_ facts: KnownFacts) -> String? {
    let value =
      says("severity") || words.contains("p0")
      ? facts.severity
      : says("thread")
        ? facts.room
        : words.contains("incident") && says("id", "number", "name")
          ? facts.name
          : says("engineer", "commander", "responder", "username") || inside.hasPrefix("@your") ? facts.responder : ""
    return value.isEmpty ? nil : value
  }

  private func outer(_ facts: KnownFacts) -> String? {
    if words.contains("page"), says("status", "link") { return facts.page.isEmpty ? nil : facts.page }
    // Only inside the place: "we are investigating reports of [issue]" does not ask for a state.
    let own = Tokens.of(inside)
    if own.contains("investigating") || own.contains("mitigating") || own == ["status"] {
      return facts.state.isEmpty ? nil : facts.state
    }
    if says("services", "service", "components", "component", "systems", "website"), !facts.components.isEmpty {
      return Wording.list(facts.components)
    }
    return nil
  }
}
