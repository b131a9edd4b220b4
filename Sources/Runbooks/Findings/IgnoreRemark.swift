/// `<!-- tocsin ignore R083 the team wants it -->`: switches rules off for its line and the next,
/// `ignore-file` for the whole file. The reason behind the numbers is for the next reader.
struct IgnoreRemark: Sendable {
  /// 1-based line of the comment.
  var line: Int
  var rules: [String]
  var reason: String
  var isWholeFile: Bool

  func covers(_ finding: Finding) -> Bool {
    rules.contains(finding.rule) && (isWholeFile || finding.line == line || finding.line == line + 1)
  }

  static func all(in lines: [String]) -> [IgnoreRemark] {
    lines.enumerated().compactMap { index, line in
      guard let at = ShellText.find(mark, in: line) else { return nil }
      let rest = ShellText.string(line.utf8.dropFirst(at + mark.utf8.count))
      let end = ShellText.find("-->", in: rest) ?? rest.utf8.count
      return IgnoreRemark(ShellText.string(rest.utf8.prefix(end)), line: index + 1)
    }
  }

  private static let mark = "<!-- tocsin ignore"

  private init(_ text: String, line: Int) {
    self.line = line
    isWholeFile = text.hasPrefix("-file")
    let words = ShellText.words(isWholeFile ? String(text.dropFirst(5)) : text).map(String.init)
    let numbers = words.prefix { Self.isRule($0) }
    rules = numbers.map { $0.filter { $0.isLetter || $0.isNumber } }
    reason = words.dropFirst(numbers.count).joined(separator: " ")
  }

  /// `R083`, also with a comma behind it.
  private static func isRule(_ word: String) -> Bool {
    let bare = word.hasSuffix(",") ? word.dropLast() : word[...]
    let bytes = Array(bare.utf8)
    return bytes.count == 4 && Byte.isUpper(bytes[0]) && bytes.dropFirst().allSatisfy(Byte.isDigit)
  }
}

/// R014: comments that switch rules off.
enum IgnoreRules {
  static let all: [FindingRule] = [
    FindingRule("R014", .hint, why: "A rule that is off without a reason stays off for ever.") { document in
      document.remarks.flatMap { remark in
        if remark.rules.isEmpty { return [fault(remark, "names no rule", "Name the rules, as in \"ignore R083\".")] }
        let unknown = remark.rules.filter { !known.contains($0) }
        var faults = unknown.map { fault(remark, "names \($0), which is no rule", "The rules stand in docs/rules.") }
        if remark.reason.isEmpty {
          faults.append(fault(remark, "gives no reason", "Write the reason behind the number."))
        }
        return faults
      }
    }
  ]

  /// Made on first use, when the list of rules stands.
  private static let known = Set(Findings.rules.map(\.id))

  private static func fault(_ remark: IgnoreRemark, _ what: String, _ hint: String) -> Fault {
    Fault("This comment \(what).", hint: hint, line: remark.line, mark: "<!-- tocsin ignore")
  }
}
