/// R011: where links lead.
enum LinkRules {
  static let all: [FindingRule] = [
    FindingRule("R011", .error, why: "At night nobody has the time to search for a page that moved.") { document in
      let own = Anchors.all(in: document.runbook.lines)
      return links(document).prefix(3_000).compactMap { link in
        guard let what = dead(link.target, own, document.surroundings) else { return nil }
        return Fault(
          "The link to \(Quoted.name(link.target)) is dead: \(what).", hint: "Correct the link or take it out.",
          line: link.line, mark: "](" + link.target)
      }
    }
  ]

  /// Inline links outside of fences and of code, without their titles.
  static func links(_ document: CheckedDocument) -> [(target: String, line: Int)] {
    document.prose.flatMap { line, text -> [(String, Int)] in
      guard ShellText.contains(text, "](") else { return [] }
      return targets(Array(text.utf8)).map { ($0, line) }
    }
  }

  private static func targets(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var inCode = false
    var at = 0
    while at + 1 < bytes.count {
      if bytes[at] == Byte.backtick { inCode.toggle() }
      if !inCode, bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == Byte.open {
        let inside = bytes[(at + 2)...].prefix { $0 != Byte.close && !Byte.isBlank($0) }
        let bare = inside.filter { $0 != Byte.less && $0 != Byte.greater }
        if !bare.isEmpty { found.append(ShellText.string(bare)) }
        at += inside.count
      }
      at += 1
    }
    return found
  }

  /// What is wrong with a target, or nil.
  private static func dead(_ target: String, _ own: Set<String>, _ around: DocumentSurroundings?) -> String? {
    if ShellText.contains(target, ":") || target.hasPrefix("//") || isSlot(target) { return nil }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = decoded(parts[0].split(separator: "?").first.map(String.init) ?? "")
    let anchor = parts.count > 1 ? decoded(parts[1]).lowercased() : ""
    guard !path.isEmpty else {
      return anchor.isEmpty || anchor == "top" || own.contains(anchor) ? nil : "no heading has this name"
    }
    guard let around else { return nil }
    guard around.exists(path) else { return "there is no such file" }
    guard !anchor.isEmpty, path.hasSuffix(".md"), let there = around.anchors(path) else { return nil }
    return there.contains(anchor) ? nil : "no heading there has this name"
  }

  /// R013: links that go over plain http to another machine.
  static func plain(_ document: CheckedDocument) -> [Fault] {
    links(document).filter { $0.target.hasPrefix("http://") && !isLocal($0.target) }.map {
      Fault(
        "The link to \(Quoted.name($0.target)) is not encrypted.", hint: "Write https.", line: $0.line, mark: $0.target)
    }
  }

  /// Links that lead to another machine, for whoever asks them.
  static func web(_ document: CheckedDocument) -> [(target: String, line: Int)] {
    (links(document) + bare(document)).filter { link in
      (link.target.hasPrefix("https://") || link.target.hasPrefix("http://")) && !isSlot(link.target)
        && !isHere(link.target)
    }
  }

  /// Addresses written out in the text.
  private static func bare(_ document: CheckedDocument) -> [(target: String, line: Int)] {
    document.prose.flatMap { line, text -> [(target: String, line: Int)] in
      guard ShellText.contains(text, "://") else { return [] }
      let words = text.split(whereSeparator: { " \t|<>()[]\"'`*,;".contains($0) }).map(String.init)
      return words.filter { $0.hasPrefix("http") }.map { word in
        (target: String(word.reversed().drop { ".:!?".contains($0) }.reversed()), line: line)
      }
    }
  }

  private static func isSlot(_ target: String) -> Bool {
    target.utf8.contains { "<>{}[]$*".utf8.contains($0) } || target.lowercased() == "url" || target == "link"
  }

  /// On this machine, or inside a network that may not be reached from where the check runs.
  static func isLocal(_ target: String) -> Bool {
    let host = host(target)
    let near = ["10.", "192.168.", "["]
    return isHere(target) || near.contains(where: host.hasPrefix) || !host.contains(".") || host.hasSuffix(".local")
      || host.hasSuffix(".internal")
  }

  /// On whichever machine the reader sits at.
  private static func isHere(_ target: String) -> Bool {
    let host = host(target)
    return ["localhost", "127.", "0.0.0.0", "[::1]"].contains(where: host.hasPrefix)
  }

  private static func host(_ target: String) -> String {
    let scheme = target.hasPrefix("https://") ? "https://" : "http://"
    let place = target.dropFirst(scheme.count)
    return place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : String(place.prefix { !"/:?#".contains($0) })
  }

  /// Percent signs undone.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let digits = ShellText.string(rest.dropFirst().prefix(2))
      if first == UInt8(ascii: "%"), digits.utf8.count == 2, let byte = UInt8(digits, radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return ShellText.string(bytes)
  }
}
