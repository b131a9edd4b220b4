/// Who can be reached and how, as the document lists them.
enum ContactReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    for (index, section) in reading.sections.all.enumerated() where isContacts(index, reading) {
      for child in section.record.children {
        for record in child.children where child.isList && !isCourse(child) || child.shape == .table {
          if let contact = contact(record) { runbook.contacts.append(contact) }
        }
        if let contact = isLine(child) ? contact(child) : dashed(child) { runbook.contacts.append(contact) }
      }
    }
    if runbook.contacts.isEmpty { tables(reading, &runbook) }
    if runbook.contacts.isEmpty { rota(reading, &runbook) }
    var seen: Set<Int> = []
    runbook.contacts = runbook.contacts.filter { seen.insert($0.line).inserted }
  }

  /// Numbered sentences that name nobody: what to do with a contact, no list of them.
  private static func isCourse(_ list: Record) -> Bool {
    guard case .list(true) = list.shape else { return false }
    return list.children.allSatisfy { $0.name.isEmpty && !Reach.isWay($0.text) && !People.names($0.text) }
  }

  /// A labelled line of its own, but not the footer that stands under the last heading.
  private static func isLine(_ record: Record) -> Bool {
    guard record.shape == .label, !record.value.isEmpty else { return false }
    return record.meaning.best([.lastUpdated, .nextReview, .notes]) < 0.5 && record.meaning[.owner] < 0.9
  }

  /// "Platform lead — Sade Akintola, +44 7700 900111" on a line of its own.
  private static func dashed(_ record: Record) -> Contact? {
    guard record.shape == .paragraph,
      let dash = [" — ", " – ", " - "].compactMap({ record.text.firstRange(of: $0) }).first
    else { return nil }
    let role = record.text[..<dash.lowerBound].trimmed
    let via = record.text[dash.upperBound...].trimmed.parts(at: ",")
    guard role.hasWord, role.utf8.count <= 60, !role.holds(". "), via.contains(where: Reach.isWay) || People.names(role)
    else { return nil }
    return Contact(role: role, via: via, placeholder: !via.contains(where: Reach.isReal), line: record.line)
  }

  private static func isContacts(_ index: Int, _ reading: Reading) -> Bool {
    let path = reading.sections.path(index)
    let named = (path.first?.record.meaning[.contacts] ?? 0) >= 0.9
    let own = (path.first?.record.isHeading ?? false) && named
    // "Contact:" over a list, under a heading that says something else.
    if named, let label = path.first?.record, label.shape == .label, label.value.isEmpty,
      path.dropFirst().first?.role == .escalation || isFooter(label)
    {
      return true
    }
    let away: [SectionRole] = own ? [.scenario] : [.scenario, .review]
    if path.contains(where: { $0.role.map(away.contains) ?? false && $0.record.headingLevel != 1 }) { return false }
    return path.prefix(3).contains {
      ($0.record.meaning[.contacts] >= 0.5 || $0.role == .contacts && $0.score >= 0.3) && $0.record.headingLevel != 1
        && $0.record.isHeading
    }
  }

  /// "Emergency contacts:" below everything else: a list of people with a way to reach each.
  private static func isFooter(_ label: Record) -> Bool {
    let items = label.members.filter(\.isItem)
    return items.count >= 2 && items.allSatisfy { !$0.name.isEmpty && Reach.isWay($0.value.text) }
  }

  /// Without a section of that name, the list of who is on call where it says how to reach them, or leaves it to fill in.
  private static func rota(_ reading: Reading, _ runbook: inout Runbook) {
    for section in reading.sections.all where section.record.isHeading && section.record.meaning[.onCall] >= 0.9 {
      let items = section.record.children.filter(\.isList).flatMap(\.children)
      let reached = items.filter { !$0.name.isEmpty && ($0.value.isEmpty || Reach.isWay($0.value.text)) }
      guard reached.count >= 2, reached.count == items.count else { continue }
      runbook.contacts += items.compactMap(contact)
    }
  }

  /// Without a section of that name, tables that have a way of contact beside a role or a name.
  private static func tables(_ reading: Reading, _ runbook: inout Runbook) {
    for (index, section) in reading.sections.all.enumerated() where !reading.sections.isInside(index, .review) {
      for table in section.record.children where table.shape == .table {
        guard let row = table.children.first else { continue }
        let ways = row.children.filter { $0.meaning[.via] >= 0.9 }.count
        let who = row.children.contains { $0.meaning.best([.role, .person]) >= 0.9 }
        guard ways >= 1, who, row.children.count >= 2, !SituationReader.isSituations(table) else { continue }
        if row.children.contains(where: { $0.meaning[.after] >= 0.6 }) { continue }
        // A column "Contact" that names roles only is a ladder.
        guard table.children.contains(where: { $0.children.contains { Reach.isWay($0.value.text) } }) else { continue }
        runbook.contacts += table.children.compactMap(contact)
      }
    }
  }

  private static func contact(_ record: Record) -> Contact? {
    record.shape == .row ? row(record) : line(record)
  }

  private static func row(_ record: Record) -> Contact? {
    // "1 | Team lead | Mara": the first cell only counts.
    let counts = record.children.first.map { People.step($0.value.text) != nil && $0.meaning[.level] >= 0.5 } ?? false
    let told = counts ? record.children.firstIndex { $0.meaning[.role] >= 0.9 && $0.value.text.hasWord } ?? 0 : 0
    guard let role = record.children[safe: told]?.value.text, role.hasWord else { return nil }
    let cells = record.children.dropFirst(told + 1)
    let nameCell = cells.first { $0.meaning[.person] >= 0.9 && $0.meaning[.via] < 0.9 }
    let via = cells.filter { cell in
      cell.name != nameCell?.name && (cell.meaning[.via] >= 0.3 || Reach.looksLike(cell.value.text))
        && cell.meaning.best([.when, .situation]) < 0.9
    }.map(\.value.text).filter { $0.hasWord }
    let name = nameCell?.value.text ?? ""
    let unfilled = name.hasPrefix("[") || name.hasPrefix("<")
    return Contact(
      role: role, name: name, via: via, placeholder: unfilled || !via.contains(where: Reach.isReal), line: record.line)
  }

  private static func line(_ record: Record) -> Contact? {
    let name = record.name.isEmpty ? LadderReader.cut(record.text) : record.name
    guard name.hasWord, name.utf8.count < 100 else { return nil }
    var via: [String] = []
    if !record.name.isEmpty, !record.value.isEmpty {
      let url = record.value.links.first.map { [$0.url] } ?? []
      let said = record.value.text.hasPrefix("(") ? [record.value.text] : record.value.text.parts(at: ",")
      via = url.isEmpty || Reach.looksLike(record.value.text) ? said : url
    }
    via += record.members.filter { $0.shape != .fence }.map { $0.name.isEmpty ? $0.text : $0.value.text }.filter {
      $0.hasWord
    }
    // "**Ana Lima** (SRE): +44 20 ...": the bracket is the role.
    if let first = via.first, first.hasPrefix("("), let close = first.firstIndex(of: ")") {
      let rest = first[first.index(after: close)...].stripped(":-–— ")
      if rest.hasWord {
        via[0] = rest
        let role = first[..<close].stripped("( ")
        return Contact(
          role: role, name: name, via: via, placeholder: !via.contains(where: Reach.isReal), line: record.line)
      }
    }
    return Contact(role: name, via: via, placeholder: !via.contains(where: Reach.isReal), line: record.line)
  }
}

/// Whether a text is a way to reach somebody.
enum Reach {
  static func looksLike(_ text: String) -> Bool {
    text.contains("@") || text.hasPrefix("#") || text.holds("://") || text.utf8.filter(\.isDigit).count >= 7
  }

  /// A way to reach somebody, filled in or still to be.
  static func isWay(_ text: String) -> Bool {
    looksLike(text) || text.hasPrefix("[") || text.hasPrefix("<") || text.uppercased().holds("XXX")
  }

  private static let nobody: WordSet = ["tbd", "rotating", "n/a", "tba", "varies", "todo", "none", "-"]

  /// A number, an address, a handle, a link, or the name of a tool; not "[Name]", "XXX" or "Rotating".
  static func isReal(_ text: String) -> Bool {
    let upper = text.uppercased()
    guard text.hasWord, !text.hasPrefix("["), !text.hasPrefix("<"), !upper.holds("XXX"), !text.hasPrefix("(List") else {
      return false
    }
    if nobody.contains(text.lowercased()) || upper.holds("555-01") || upper.holds("EXAMPLE.COM") { return false }
    if looksLike(text) { return true }
    return Words(text).containsAny([
      "pagerduty", "opsgenie", "slack", "phone", "page", "discord", "telegram", "oncall", "victorop",
    ])
  }
}
