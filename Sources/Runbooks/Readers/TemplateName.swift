/// What a template is called: its own heading or label, with the section's name where that says too little.
enum TemplateName {
  private static let bare: WordSet = [
    "template", "example", "sample", "message", "format", "text", "body", "email", "post", "investigating",
    "identified",
    "monitoring", "resolved", "initial", "update",
  ]

  private static let naming: [Concept] = [
    .review, .communication, .templates, .escalation, .statusPage, .customer, .internalAudience, .externalAudience,
  ]

  /// The name, and how many sections up it was found.
  static func read(_ path: [Section]) -> (String, Int) {
    if let first = path.first, first.record.shape == .label, isAddress(first.record), path.count > 1 {
      let (name, offset) = read(Array(path.dropFirst()))
      return (name, offset + 1)
    }
    guard let first = path.first else { return ("Template", 0) }
    // "Use this structure inside each incident doc:" tells what to do with what the heading names.
    if first.record.shape == .label, isInstruction(first.record), let above = path.dropFirst().first,
      above.record.isHeading, above.record.meaning[.templates] >= 0.3
    {
      return (name(above.record), 1)
    }
    let own = name(first.record)
    // "Template for #incidents channel:" says less than the bold label above it.
    if first.record.shape == .label, isPlain(first.record), let above = path.dropFirst().first,
      above.record.shape == .label
    {
      return (name(above.record), 1)
    }
    let words = Words(own).all.filter { $0.kind == .word }
    guard words.count <= 1, let word = words.first, bare.contains(word) else { return (own, 0) }
    for (offset, section) in path.enumerated().dropFirst()
    where section.record.isHeading && section.record.headingLevel != 1 {
      let meaning = section.record.meaning
      guard meaning.best(naming) >= 0.3 else { continue }
      return (name(section.record) + ": " + own, offset)
    }
    let above = path.dropFirst().first { $0.record.headingLevel != 1 && $0.record.shape != .document }
    return (above.map { name($0.record) + ": " + own } ?? own, min(1, path.count - 1))
  }

  /// "Subject: [P1] …" above the text is how it is sent, not what it is called.
  private static func isAddress(_ record: Record) -> Bool {
    let words = record.nameWords.all.filter { $0.kind == .word }
    return words.count == 1
      && ["subject", "to", "from", "cc", "channel", "assunto", "asunto", "betreff", "objet"]
        .contains(words[0].text)
  }

  private static let instructing: WordSet = ["use", "copy", "fill", "paste", "adapt", "verwende", "usa", "utilise"]

  private static func isInstruction(_ record: Record) -> Bool {
    Words.head(record.name.isEmpty ? record.text : record.name, 1).first.map { instructing.contains($0) } ?? false
  }

  private static func name(_ record: Record) -> String {
    let text = record.name.isEmpty ? record.text : record.name
    return ScenarioTitle.withoutNumber(text).stripped(": ")
  }

  private static func isPlain(_ record: Record) -> Bool { record.meaning[.templates] > 0 && record.text.hasSuffix(":") }
}

/// Whom a template is for and which state of an incident it tells.
enum TemplateKind {
  /// The nearest section that says; then the text itself.
  static func read(_ path: [Section], named: Int, body: String) -> Template.Kind {
    let escalates = path.prefix(3).contains {
      $0.record.headingLevel != 1 && Words($0.record.text).containsAny(["escalate", "escalating"])
    }
    if escalates || body.prefix(80).lowercased().holds("escalat") { return .escalation }
    if let own = path.first, Words(own.record.text).containsAny(["ticket", "jira"]) {
      return byBody(body) == .postmortem ? .postmortem : .other
    }
    for (offset, section) in path.enumerated() where section.record.headingLevel != 1 {
      // "Communication template" under "Post-incident" is a message all the same.
      if offset > 0, path[0].record.meaning[.communication] >= 0.5, section.record.meaning[.review] >= 0.3 { continue }
      if let kind = kind(section.record, body: body, own: offset <= named) { return kind }
    }
    // "Resolved" alone is what a status page calls a state.
    let name = path.first.map { Words($0.record.name.isEmpty ? $0.record.text : $0.record.name) }
    let isState =
      name.map { $0.all.filter { $0.kind == .word }.count <= 1 && byWords($0) != nil } ?? false
    return byBody(body) ?? (isState ? .statusPage : .other)
  }

  private static func kind(_ record: Record, body: String, own: Bool) -> Template.Kind? {
    let meaning = record.meaning
    let words = Words(record.text)
    let told = words.containsAny(["update", "notification", "announcement", "message", "email"])
    if meaning[.statusPage] > 0 { return .statusPage }
    if words.contains("announcement"), !words.containsAny(["internal", "team", "slack"]) {
      return byBody(body).flatMap { $0 == .internal ? nil : $0 } ?? .statusPage
    }
    if record.text.holds("#"), Words(record.text).all.first?.text == "post" { return .internal }
    let early = words.containsAny(["initial", "first", "declaration"])
    if meaning[.review] >= 0.3, !told, !early { return .postmortem }
    if !Lexicon.isEnglish(record.name.isEmpty ? record.text : record.name),
      let kind = isCustomers(words) ? .customer : byMeaning(meaning)
    {
      return kind
    }
    if words.containsAny(["escalate", "escalating", "escalation"]) { return .escalation }
    if let kind = audience(words) { return kind }
    if own, told, let kind = byBody(body) { return kind }
    if meaning[.review] >= 0.6, told { return .statusPage }
    if words.contains("timeline") { return .other }
    return nil
  }

  private static let outside: WordSet = ["twitter", "social", "public", "press", "instagram", "facebook"]
  private static let inside: WordSet = [
    "internal", "slack", "discord", "team", "leadership", "executive", "stakeholder", "handoff", "channel",
    "management", "editor", "operator", "colleague", "staff", "company", "board",
  ]
  private static let buyers: WordSet = [
    "customer", "user", "client", "email", "subscriber", "regulator", "partner", "merchant",
  ]

  /// For whom a name says that the text is.
  private static func audience(_ words: Words) -> Template.Kind? {
    if words.containsAny(outside), !words.contains("internal") {
      return words.contains("customer") ? .customer : .statusPage
    }
    if words.containsAny(inside) { return .internal }
    if words.containsAny(buyers) { return .customer }
    return words.contains("external") ? .statusPage : nil
  }

  /// The kind that a paragraph right above the text tells.
  static func introduced(_ name: String, _ body: String) -> Template.Kind? {
    var record = Record(.paragraph, line: 1)
    record.call(name)
    record.text = name
    return kind(record, body: body, own: true)
  }

  /// In languages other than English, the lexicon says for whom.
  private static func byMeaning(_ meaning: Meaning) -> Template.Kind? {
    let audiences: [(Template.Kind, Concept)] = [
      (.customer, .customer), (.internal, .internalAudience), (.statusPage, .externalAudience),
    ]
    let best = audiences.max { meaning[$0.1] < meaning[$1.1] }
    return best.flatMap { meaning[$0.1] > 0 ? $0.0 : nil }
  }

  /// "Großkunden", "Kundenmail": German compounds.
  private static func isCustomers(_ words: Words) -> Bool {
    words.all.contains { word in ["kunde", "fahrgast", "mieter", "besucher"].contains { word.text.holds($0) } }
  }

  /// Greetings are for customers, engineers' fields for the team, plain sentences for the public.
  private static func byBody(_ body: String) -> Template.Kind? {
    let lower = body.lowercased()
    if lower.hasPrefix("subject:") || lower.holds("dear ") { return .customer }
    if lower.holds("escalating") { return .escalation }
    if lower.holds("root cause") && lower.holds("action item") { return .postmortem }
    let team = ["severity:", "commander", "ic:", "engineer:", "lead:", "channel", "@"].filter { lower.holds($0) }.count
    if team >= 2 { return .internal }
    if lower.holds("we are ") || lower.holds("we're ") || lower.holds("the issue has been resolved")
      || lower.holds("we have ")
    {
      return .statusPage
    }
    return team == 1 || lower.holds("status:") || isFields(body) ? .internal : nil
  }

  /// Lines "Impact: [...]" rather than sentences.
  private static func isFields(_ body: String) -> Bool {
    let lines = body.split(separator: "\n").map { $0.trimmed }.filter(\.hasWord)
    let fields = lines.filter { line in
      line.firstIndex(of: ":").map { line[..<$0].utf8.count <= 30 } ?? false
    }
    return fields.count >= 2 && fields.count * 2 >= lines.count
  }

  /// Named by a state and nothing else: "Resolved:".
  static func isState(_ record: Record) -> Bool {
    record.nameWords.all.count { $0.kind == .word } == 1 && byWords(record.nameWords) != nil
  }

  static func state(_ name: String, body: String) -> Template.State? {
    byWords(Words(name)) ?? byLine(body)
  }

  private static func byWords(_ words: Words) -> Template.State? {
    let states: [(Template.State, WordSet)] = [
      (.resolved, ["resolved", "resolution", "restored"]), (.monitoring, ["monitoring"]), (.identified, ["identified"]),
      (.investigating, ["investigating", "initial"]),
    ]
    return states.first { words.containsAny($0.1) }?.0
  }

  private static let states = Letters(["investigating", "identified", "monitoring", "resolved"])

  /// The first line that speaks of one state only.
  private static func byLine(_ body: String) -> Template.State? {
    guard states.occur(in: body) else { return nil }
    let lines = body.split(separator: "\n").prefix(12)
    // "Status: Resolved" says it better than the sentences above it.
    let told = lines.filter { ["status", "state"].contains(Words.head(String($0), 1).first?.text) }
    for line in told + lines {
      let words = Words(String(line))
      let spoken = ["investigating", "identified", "monitoring", "resolved"].filter { words.containsAny([$0]) }
      if spoken.count == 1 { return Template.State(rawValue: spoken[0]) }
    }
    return nil
  }
}

/// How much a text looks like a message for people: subject, status, impact, greeting.
enum MessageShape {
  private static let fields: [String] = [
    "subject:", "status:", "impact:", "severity:", "started:", "next update", "affected", "dear ", "summary:",
    "incident:", "time:",
    "we are ", "we apologize", "resolution:", "root cause:", "[incident", "[resolved", "[update", "duration:",
  ]

  static func score(_ body: String) -> Int {
    let lower = body.lowercased()
    return fields.reduce(0) { $0 + (lower.holds($1) ? 1 : 0) }
  }
}
