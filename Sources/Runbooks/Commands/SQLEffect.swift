/// Splits SQL into statements and judges each by its verb and the functions it calls.
enum SQLEffect {
  /// Statements of a script with the line each starts on, comments left out of the text.
  static func judge(_ text: String) -> Judgement {
    if ShellText.contains(text, "\\gexec") || ShellText.contains(text, "\\!") || ShellText.contains(text, "/*!") {
      return .unknown("runs text that is not known")
    }
    var result: Judgement?
    for statement in statements(text) {
      let one = judgeStatement(tokens(statement))
      result = result?.joined(with: one) ?? one
    }
    return result ?? .unknown("no SQL to be read")
  }

  /// The parts between semicolons that stand outside quotes and comments.
  static func statements(_ text: String) -> [String] {
    var lexer = SQLLexer(text)
    return lexer.statements()
  }

  /// Upper-case words and brackets of one statement; literals and comments are left out.
  static func tokens(_ statement: String) -> [String] {
    var lexer = SQLLexer(statement)
    return lexer.tokens()
  }

  static let verbs: Set<String> = [
    "SELECT", "WITH", "SHOW", "EXPLAIN", "DESCRIBE", "DESC", "VALUES", "TABLE", "PRAGMA", "INSERT", "UPDATE", "DELETE",
    "MERGE", "REPLACE", "CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT", "REVOKE", "SET", "RESET", "COMMENT", "REINDEX",
    "VACUUM", "ANALYZE", "CLUSTER", "REFRESH", "COPY", "LOCK", "CALL", "DO", "EXECUTE", "BEGIN", "COMMIT", "START",
    "SAVEPOINT", "END", "ROLLBACK", "KILL", "OPTIMIZE", "FLUSH", "PURGE", "LOAD", "CHECKPOINT", "NOTIFY", "LISTEN",
    "USE", "PREPARE", "DEALLOCATE", "DISCARD", "REASSIGN", "UNLOCK", "REPAIR", "RENAME",
  ]

  private static let reads: Set<String> = [
    "SELECT", "WITH", "SHOW", "EXPLAIN", "DESCRIBE", "DESC", "VALUES", "TABLE", "USE", "LISTEN", "PRAGMA",
  ]

  private static let gone: [String: String] = [
    "DROP": "DROP removes objects", "TRUNCATE": "TRUNCATE empties tables", "DELETE": "DELETE removes rows",
    "KILL": "KILL ends a session", "PURGE": "PURGE removes logs", "DISCARD": "DISCARD drops session state",
  ]

  private static func judgeStatement(_ tokens: [String]) -> Judgement {
    guard let verb = tokens.first else { return .read("empty statement") }
    if let why = gone[verb] { return .destructive(why) }
    if verb == "UPDATE" {
      return tokens.contains("WHERE")
        ? .write("UPDATE changes rows") : .destructive("UPDATE without WHERE changes every row")
    }
    if verb == "ALTER" {
      return tokens.contains("DROP")
        ? .destructive("ALTER with DROP removes something") : .write("ALTER changes a definition")
    }
    if verb == "REVOKE" { return .write("REVOKE takes rights away") }
    if verb == "COPY" { return judgeCopy(tokens) }
    if ["CALL", "DO", "EXECUTE", "PREPARE"].contains(verb) { return .unknown("what the procedure does is not known") }
    if reads.contains(verb) { return judgeRead(verb, tokens) }
    if verbs.contains(verb) { return .write("\(verb) changes the database") }
    return .unknown("\(verb.prefix(20)) is not an SQL verb of the table")
  }

  private static func judgeCopy(_ tokens: [String]) -> Judgement {
    if tokens.contains("PROGRAM") { return .unknown("COPY runs a program") }
    if let at = tokens.firstIndex(where: { ["DELETE", "UPDATE", "INSERT"].contains($0) }) {
      return judgeStatement(Array(tokens[at...])).joined(with: .write("COPY with a change inside"))
    }
    if tokens.contains("FROM"), !tokens.contains("SELECT"), !tokens.contains("TO") {
      return .write("COPY FROM adds rows")
    }
    return tokens.contains("STDOUT") ? .read("COPY TO prints rows") : .write("COPY TO writes a file")
  }

  private static func judgeRead(_ verb: String, _ tokens: [String]) -> Judgement {
    if verb == "EXPLAIN" {
      guard let inner = tokens.dropFirst().firstIndex(where: { verbs.contains($0) && $0 != "ANALYZE" }) else {
        return .read("EXPLAIN shows a plan")
      }
      let runs = tokens[..<inner].contains("ANALYZE")
      return runs ? judgeStatement(Array(tokens[inner...])) : .read("EXPLAIN shows a plan")
    }
    if verb == "PRAGMA" {
      return tokens.contains("=") ? .write("PRAGMA changes a setting") : .read("PRAGMA shows a setting")
    }
    var result = Judgement.read("\(verb) reads")
    for (i, token) in tokens.enumerated() {
      if i > 0, verb == "WITH", ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(token) {
        result = result.joined(with: judgeStatement(Array(tokens[i...])))
      }
      if i > 0, token == "INTO", verb != "SHOW" { result = result.joined(with: .write("SELECT INTO makes a table")) }
      if token == "FOR", i + 1 < tokens.count, ["UPDATE", "SHARE", "NO", "KEY"].contains(tokens[i + 1]) {
        result = result.joined(with: .write("FOR \(tokens[i + 1]) locks rows"))
      }
      guard i + 1 < tokens.count, tokens[i + 1] == "(" else { continue }
      let foreign = i > 1 && tokens[i - 1] == "." && tokens[i - 2] != "PG_CATALOG"
      let call = foreign ? .unknown("what \(token.lowercased().prefix(40))() does is not known") : judgeCall(token)
      result = result.joined(with: call)
    }
    return result
  }

  private static func judgeCall(_ name: String) -> Judgement {
    if let known = SQLFunctions.changing[name] {
      return known.effect == .write ? .write(known.why) : .destructive(known.why)
    }
    if SQLFunctions.harmless.contains(name) || SQLFunctions.keywords.contains(name) { return .read("reads") }
    for prefix in SQLFunctions.harmlessPrefixes where name.hasPrefix(prefix) { return .read("reads") }
    guard let first = name.utf8.first, Byte.isLetter(first) || first == 95 else { return .read("reads") }
    return .unknown("what \(name.lowercased().prefix(40))() does is not known")
  }
}
