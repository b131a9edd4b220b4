/// Everything that is wrong with a team file, in the order of its lines.
package struct TeamFileErrors: Error, CustomStringConvertible, Sendable, Hashable {
  package struct Issue: Sendable, Hashable {
    /// 1-based.
    package var line: Int
    /// 1-based, in Unicode scalars.
    package var column: Int
    package var message: String
    /// What to write instead; empty where the message says it all.
    package var hint: String
  }

  /// The file as it was named by the person who started the program.
  package var name: String
  package var issues: [Issue]

  /// One line each: `tocsin.yaml:12:7: error: … Hint: …`
  package var description: String {
    issues.map { issue in
      let hint = issue.hint.isEmpty ? "" : " Hint: \(issue.hint)"
      return "\(name):\(issue.line):\(issue.column): error: \(issue.message)\(hint)"
    }.joined(separator: "\n")
  }
}
