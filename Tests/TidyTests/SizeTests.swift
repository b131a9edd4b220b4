import Testing

/// Ratchets: what is small stays small. A ceiling may be lowered by anybody and is raised by nobody.
@Suite struct SizeTests {
  static let fileLines = 250
  static let functionLines = 35

  /// Files that are longer, each with its ceiling: the model of a document.
  static let longFiles: [String: Int] = [
    "Sources/Runbooks/Runbook.swift": 365
  ]

  /// Functions that are longer, as `path name`, each with its ceiling.
  static let longFunctions: [String: Int] = [
    "Sources/Runbooks/Roles/Durations.swift figure": 41,
    "Sources/Runbooks/RunbookJSON.swift body": 42,
    "Sources/Runbooks/RunbookJSON.swift response": 51,
    "Sources/Runbooks/RunbookJSON.swift said": 40,
  ]

  @Test func `files stay short`() {
    let places = Checkout.sources.compactMap { file -> String? in
      let ceiling = Self.longFiles[file.path] ?? Self.fileLines
      return file.lineCount > ceiling ? "\(file.path): \(file.lineCount) lines, at most \(ceiling)" : nil
    }
    refuse(places, instead: "A file holds one idea: move the second idea into its own file.")
  }

  @Test func `functions stay short`() {
    let places = Checkout.sources.flatMap { file in
      Functions(in: file.source).all.compactMap { function -> String? in
        let ceiling = Self.longFunctions["\(file.path) \(function.name)"] ?? Self.functionLines
        guard function.lines > ceiling else { return nil }
        return "\(file.path):\(function.line): \(function.name) has \(function.lines) lines, at most \(ceiling)"
      }
    }
    refuse(places, instead: "Take a step out of the function and give it a name.")
  }

  @Test func `ceilings that are no longer needed are taken away`() {
    var places: [String] = []
    for (path, _) in Self.longFiles {
      let lines = Checkout.sources.first { $0.path == path }?.lineCount ?? 0
      if lines <= Self.fileLines { places.append("\(path): \(lines) lines") }
    }
    for (key, _) in Self.longFunctions {
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      let file = Checkout.sources.first { $0.path == parts[0] }
      let longest =
        file.map { Functions(in: $0.source).all.filter { $0.name == parts[1] }.map(\.lines).max() ?? 0 } ?? 0
      if longest <= Self.functionLines { places.append(key) }
    }
    refuse(places, instead: "Take the line out of SizeTests, so that it stays this short.")
  }
}

/// Functions and initialisers with their length, found by their braces.
struct Functions {
  struct Function {
    var name: String
    var line: Int
    var lines: Int
  }

  var all: [Function] = []

  init(in source: SourceText) {
    let lines = source.codeLines
    for (index, line) in lines.enumerated() {
      guard let match = line.firstMatch(of: #/\bfunc\s+(`[^`]+`|[^\s(<]+)|\b(init)[?<(]/#) else { continue }
      if match.2 != nil, line.contains(#/[.]init|self\.init/#) { continue }
      guard let end = Self.closingLine(from: index, in: lines) else { continue }
      all.append(Function(name: String(match.1 ?? match.2 ?? ""), line: index + 1, lines: end - index + 1))
    }
  }

  /// The line of the brace that closes the first one opened from here; nil for a declaration without a body.
  private static func closingLine(from start: Int, in lines: [String]) -> Int? {
    var depth = 0
    var opened = false
    for index in start..<lines.count {
      if index > start, !opened, lines[index].contains(#/\b(func|var|let|init|case)\b|^\s*}/#) { return nil }
      for character in lines[index] {
        if character == "{" {
          depth += 1
          opened = true
        }
        if character == "}" { depth -= 1 }
        if opened, depth == 0 { return index }
      }
    }
    return nil
  }
}
