import Incidents

/// R033, R039 and R041: the list of contacts.
enum ContactRules {
  static let all: [FindingRule] = [
    FindingRule("R033", .warning, why: "A list that names people nobody calls is not kept up.") { document in
      guard !document.runbook.escalation.isEmpty else { return [] }
      let (paged, said) = (targets(document.runbook), elsewhere(document))
      return document.runbook.contacts.prefix(most).filter { !isUsed($0, paged, said) }.map {
        Fault(
          "\(Quoted.name($0.role)) is in the contacts, and nothing says when to call it.",
          hint: "Name it in the ladder or in a step, or take it out.", line: $0.line, mark: $0.role)
      }
    },
    FindingRule("R039", .warning, why: "Nine o'clock is another hour in each country.") { document in
      guard !zones.contains(where: { holds($0, document.whole) }),
        let hours = document.prose.first(where: { !$0.text.hasPrefix("#") && tellsHours($0.text.lowercased()) })
      else { return [] }
      let countries = Set(document.runbook.contacts.flatMap(\.via).compactMap(country))
      guard countries.count > 1 || implied.contains(where: { holds($0, document.whole) }) else { return [] }
      return [
        Fault(
          "Hours of the day are given without a time zone, and people sit in more than one.",
          hint: "Write the zone behind the hours, as in \"09:00-18:00 UTC\".", line: hours.line)
      ]
    },
    FindingRule("R041", .hint, why: "When a supplier is down, its support is whom one has to reach.") { document in
      if let open = document.prose.first(where: { isLeftOpen($0.text.lowercased()) }) {
        return [
          Fault(
            "The contacts of suppliers are left open.", hint: "Name each with the way to reach its support.",
            line: open.line)
        ]
      }
      guard !hasSupplier(document.runbook) else { return [] }
      let named = suppliers.compactMap { name, shown in
        document.line(holding: name).flatMap { holds(name, document.text($0).lowercased()) ? (shown, $0) : nil }
      }
      guard let first = named.map(\.1).min() else { return [] }
      let names = Quoted.list(named.prefix(4).map(\.0))
      return [
        Fault(
          "\(names) \(named.count == 1 ? "is" : "are") relied on, and no contact says how to reach their support.",
          hint: "Add a contact for each supplier, with the account's number.", line: first)
      ]
    },
  ]

  // MARK: R033

  /// A rung or a rule that means this role, or one of its telling words elsewhere in the document.
  private static func isUsed(_ contact: Contact, _ targets: [RoleWords], _ elsewhere: Set<Substring>) -> Bool {
    let words = contact.role.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    let telling = words.filter { $0.utf8.count > 2 && !filler.contains(String($0)) }
    guard !telling.isEmpty, !telling.contains(where: elsewhere.contains) else { return true }
    let own = RoleWords(contact.role)
    return targets.contains { own.covers($0) }
  }

  private static func targets(_ runbook: Runbook) -> [RoleWords] {
    let named = runbook.escalation.map(\.target) + runbook.escalationRules.map(\.target)
    return named.prefix(most).flatMap(RoleWords.parts).map(RoleWords.init)
  }

  /// The words of every line that is no contact.
  private static func elsewhere(_ document: CheckedDocument) -> Set<Substring> {
    let rows = Set(document.runbook.contacts.map(\.line))
    var words: Set<Substring> = []
    for (index, line) in document.runbook.lines.enumerated() where !rows.contains(index + 1) {
      words.formUnion(line.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
    }
    return words
  }

  /// Contacts and targets beyond this many are not held against each other.
  private static let most = 300

  private static let filler: Set<String> = [
    "the", "and", "team", "contact", "contacts", "lead", "engineer", "engineers", "manager", "emergency", "support",
    "page", "channel", "line", "primary", "escalation",
  ]

  // MARK: R039

  private static let zones = [
    "utc", "gmt", "cet", "cest", "est", "edt", "pst", "pdt", "ist", "jst", "bst", "timezone", "time zone", "time zones",
    "timezones", "local time", "msk", "brt", "zeitzone", "zona horaria", "fuso",
  ]
  private static let implied = [
    "follow the sun", "follow-the-sun", "offshore", "regions", "apac", "emea", "both sites",
  ]

  private static func tellsHours(_ text: String) -> Bool {
    let spans = ["business hours", "office hours", "working hours", "handover at", "hand over at", "hand-off at"]
    return spans.contains { ShellText.contains(text, $0) }
      || text.split(whereSeparator: { " |,;()".contains($0) }).contains { isClock(String($0)) }
  }

  /// `09:00`, `9am`, `9-17`; not `HH:MM` and not the figure of a rate.
  private static func isClock(_ word: String) -> Bool {
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      return word.utf8.first.map(Byte.isDigit) ?? false && word.utf8.count <= 7
    }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1].prefix(2)) else { return false }
    return (0...24).contains(hour) && (0..<60).contains(minute) && parts[1].utf8.count >= 2
  }

  /// The first two figures of an international number.
  private static func country(_ way: String) -> String? {
    guard way.hasPrefix("+") else { return nil }
    let digits = way.dropFirst().prefix(2)
    return digits.utf8.allSatisfy(Byte.isDigit) && digits.utf8.count == 2 ? String(digits) : nil
  }

  // MARK: R041

  private static func isLeftOpen(_ text: String) -> Bool {
    let open = ["(list ", "[list ", "(add ", "[add ", "(tbd", "[tbd", "(todo", "[todo", "(fill", "[fill"]
    let said = ["third-party", "third party", "vendor", "supplier", "provider"]
    return said.contains { ShellText.contains(text, $0) } && open.contains { ShellText.contains(text, $0) }
  }

  private static func hasSupplier(_ runbook: Runbook) -> Bool {
    let said = (runbook.contacts.map(\.role) + runbook.escalation.map(\.target) + runbook.escalationRules.map(\.target))
      .joined(separator: "\n").lowercased()
    let words = ["vendor", "supplier", "provider", "hosting", "support", "external", "third", "partner", "lieferant"]
    return words.contains { ShellText.contains(said, $0) }
      || suppliers.contains { ShellText.contains(said, $0.name) }
  }

  private static let suppliers: [(name: String, shown: String)] = [
    ("aws", "AWS"), ("gcloud", "Google Cloud"), ("azure", "Azure"), ("cloudflare", "Cloudflare"), ("vercel", "Vercel"),
    ("railway", "Railway"), ("heroku", "Heroku"), ("supabase", "Supabase"), ("sendgrid", "SendGrid"),
    ("twilio", "Twilio"), ("stripe", "Stripe"), ("paypal", "PayPal"), ("adyen", "Adyen"), ("infura", "Infura"),
    ("alchemy", "Alchemy"), ("hetzner", "Hetzner"), ("digitalocean", "DigitalOcean"), ("fastly", "Fastly"),
    ("auth0", "Auth0"), ("okta", "Okta"), ("mailgun", "Mailgun"), ("netlify", "Netlify"), ("render.com", "Render"),
  ]

  private static func holds(_ word: String, _ text: String) -> Bool { WholeWord.isIn(text, word) }
}

/// A word that stands by itself: "aws" in "the AWS console", not in "flaws".
enum WholeWord {
  /// - Parameter text: lower-cased, like `word`.
  static func isIn(_ text: String, _ word: String) -> Bool {
    var (text, word) = (text, word)
    return text.withUTF8 { hay in word.withUTF8 { isIn(hay, $0) } }
  }

  private static func isIn(_ hay: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var from = 0
    while let found = ShellText.find(word, in: UnsafeBufferPointer(rebasing: hay[from...])) {
      let (start, end) = (from + found, from + found + word.count)
      let before = start > 0 ? hay[start - 1] : Byte.space
      let after = end < hay.count ? hay[end] : Byte.space
      if !Byte.isName(before), !Byte.isName(after) { return true }
      from = end
    }
    return false
  }
}
