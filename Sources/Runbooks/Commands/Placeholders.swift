/// Finds the parts of a command that a person has to fill in: `[name]`, `<NAME>`, `{{name}}`, `$NAME`, `POD_NAME`,
/// `yourdomain`, and sample values such as `v1.x.x`.
enum Placeholders {
  /// Placeholders in the order of their first appearance, as written.
  /// - Parameter known: names of variables that the fence itself has set.
  static func find(in text: String, sql: Bool = false, known: Set<String> = []) -> [String] {
    var scan = PlaceholderScan(bytes: Array(text.utf8), sql: sql, known: known)
    return scan.run()
  }

  /// End of `<NAME>` when one starts at `at`, so that it is not read as a redirection.
  static func angled(_ bytes: [UInt8], at: Int) -> Int? {
    guard at + 2 < bytes.count, bytes[at] == Byte.less, Byte.isLetter(bytes[at + 1]) else { return nil }
    var end = at + 1
    while end < bytes.count, end - at < 60 {
      let b = bytes[end]
      if b == Byte.greater {
        guard bytes[end - 1] != Byte.space, !looksLikeTwoRedirections(bytes, end) else { return nil }
        return end + 1
      }
      guard Byte.isName(b) || b == Byte.space || b == Byte.dash || b == 46 || b == 58 || b == 47 || b >= 0x80
      else { return nil }
      end += 1
    }
    return nil
  }

  /// `<in>out` written without blanks is rare; `<NAME>` followed by a letter is taken for it only after a file name.
  private static func looksLikeTwoRedirections(_ bytes: [UInt8], _ end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end + 1] == Byte.greater
  }

  /// Variables that every shell sets.
  static let standard: Set<String> = [
    "HOME", "PATH", "USER", "PWD", "OLDPWD", "SHELL", "HOSTNAME", "TMPDIR", "UID", "EUID", "EDITOR", "LANG", "TERM",
    "RANDOM", "SECONDS", "LOGNAME", "IFS", "PS1", "PIPESTATUS", "BASH_SOURCE", "LINENO", "OPTARG", "OPTIND", "REPLY",
  ]

  /// Capital words that stand for a value when they are a whole argument.
  static let capitals: Set<String> = [
    "PID", "POD", "NAMESPACE", "VERSION", "HOST", "IP", "PORT", "SERVICE", "ID", "TAG", "COMMIT", "SHA", "BRANCH",
    "INSTANCE", "CLUSTER", "REGION", "BUCKET", "CONTAINER", "DEPLOYMENT", "REVISION", "URL", "DOMAIN", "TABLE",
    "NODE", "FILE", "FILENAME",
  ]

  static let endings = [
    "_NAME", "_ID", "_ENDPOINT", "_HOST", "_IP", "_URL", "_ARN", "_TAG", "_PORT", "_VERSION", "_HASH", "_ADDRESS",
    "_REGION", "_BUCKET", "_HERE",
  ]

  /// Parts of a word that say "put yours here".
  static let samples = [
    "yourdomain", "your-domain", "your_domain", "yourcompany", "your-company", "yourapp", "your-app", "example.com",
    "example.org", "mycompany", "XXX", "x.x", "/path/to", "abc1234", "abc123", "changeme", "HH:MM", "YYYY-MM-DD",
  ]
}
