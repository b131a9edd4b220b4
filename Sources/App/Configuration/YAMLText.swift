import Yams

/// From text to a YAML tree, behind limits on size and on references inside the file.
enum YAMLText {
  /// References that a file may hold before it is parsed at all. They are refused afterwards with their line; this
  /// bound only keeps nested references from growing without end inside the parser.
  private static let references = 16

  /// Hands the tree to `reading`, which returns what is wrong with it.
  static func read(
    _ text: String, issues: inout [TeamFileErrors.Issue], reading: (Node) -> [TeamFileErrors.Issue]
  ) {
    guard text.utf8.count <= TeamFile.limit else {
      let message = "The file has \(text.utf8.count) bytes; at most \(TeamFile.limit) are read."
      issues.append(.init(line: 1, column: 1, message: message, hint: ""))
      return
    }
    guard referenceCount(in: text) <= references else {
      issues.append(
        .init(line: 1, column: 1, message: "The file uses YAML references (`*name`).", hint: "write each value out."))
      return
    }
    do {
      let parser = try Yams.Parser(yaml: text, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        let hint = "`tocsin init RUNBOOK` writes one to fill."
        return issues.append(.init(line: 1, column: 1, message: "The file is empty.", hint: hint))
      }
      // Nodes hold their anchors weakly and the parser holds them: without it they could not be seen and refused.
      withExtendedLifetime(parser) { issues += reading(root) }
    } catch {
      issues.append(issue(for: error))
    }
  }

  /// Counts everything that could be a reference, comments and quoted text included: too many is harmless.
  private static func referenceCount(in text: String) -> Int {
    var count = 0
    var previous = UInt8(ascii: "\n")
    var starred = false
    for byte in text.utf8 {
      if starred, !isBlank(byte) { count += 1 }
      starred = byte == UInt8(ascii: "*") && (isBlank(previous) || opens(previous))
      previous = byte
    }
    return count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func opens(_ byte: UInt8) -> Bool {
    [UInt8](arrayLiteral: 0x5B, 0x7B, 0x2C, 0x3A, 0x3F).contains(byte)
  }

  private static func issue(for error: any Error) -> TeamFileErrors.Issue {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return .init(
        line: mark.line, column: mark.column,
        message: "This is not YAML: \(problem.replacing("but found", with: "found")).",
        hint: "look at indentation, colons and quotes on this line and the one before.")
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      return .init(
        line: context.mark.line, column: context.mark.column, message: "\(names) is written more than once.",
        hint: "keep one of them.")
    case YamlError.reader(let problem, _, _, _):
      return .init(line: 1, column: 1, message: "This is not text that YAML allows: \(problem).", hint: "")
    default:
      return .init(line: 1, column: 1, message: "The file cannot be read as YAML.", hint: "")
    }
  }
}
