/// Takes secrets out of text before it is kept or shown: what a command printed, and the command itself.
package enum Redaction {
  /// - Parameter values: secrets that are known, such as the values of variables with a telling name.
  /// - Returns: the text with marks in their places, and how many there are.
  package static func clean(_ text: String, values: [String] = []) -> (text: String, removed: Int) {
    var result = text
    var removed = 0
    func mark(_ what: String) -> String {
      removed += 1
      return "[removed: \(what)]"
    }
    for value in values where value.utf8.count >= 6 {
      let parts = result.split(separator: value, omittingEmptySubsequences: false)
      guard let first = parts.first else { continue }
      result = parts.dropFirst().reduce(String(first)) { $0 + mark("value") + $1 }
    }
    result.replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(-----END [A-Z ]*PRIVATE KEY-----)?/) { _ in
      mark("private key")
    }
    result.replace(/(:\/\/[^\s:\/@'"]*:)([^\s@'"\/]+)@/) { "\($0.1)\(mark("password"))@" }
    result.replace(/eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/) { _ in mark("token") }
    result.replace(
      /\b(AKIA|ASIA|ghp_|gho_|github_pat_|glpat-|sk_live_|rk_live_|xox[bap]-|SG\.|AIza)[A-Za-z0-9_.\-]{12,}/
        .wordBoundaryKind(.simple)
    ) {
      _ in mark("key")
    }
    result.replace(/(?i)\b(bearer|basic)(\s+)[A-Za-z0-9._~+\/=\-]{8,}/.wordBoundaryKind(.simple)) {
      "\($0.1)\($0.2)\(mark("token"))"
    }
    result.replace(named()) { "\($0.1)\($0.2)\(mark("value"))" }
    return (result, removed)
  }

  /// `DB_PASSWORD=…`, `"apiKey": "…"`, `--token …`: a telling name and what stands behind it. A variable, a
  /// placeholder and what is removed already are no secrets. It begins at the telling part: with what stands before
  /// it, a long word would be read again from each of its letters.
  private static func named() -> Regex<(Substring, Substring, Substring)> {
    /(?i)((?:secret|passw(?:or)?d|passwd|token|api_?-?key|private_?-?key|encryption_?-?key|credential)[A-Za-z0-9_]{0,128})(["']?\s*[=:]\s*["']?|\s+(?=[A-Za-z0-9+\/_\-]{16,}))(?!\[removed)[^\s"'$<\[{,;][^\s"',;]{3,}/
  }

  /// Whether a variable of this name holds a secret.
  package static func isSecretName(_ name: String) -> Bool {
    let upper = name.uppercased()
    let telling = [
      "SECRET", "PASSWORD", "PASSWD", "TOKEN", "API_KEY", "APIKEY", "PRIVATE_KEY", "ENCRYPTION_KEY", "CREDENTIAL",
    ]
    return telling.contains { ShellText.contains(upper, $0) }
  }
}
