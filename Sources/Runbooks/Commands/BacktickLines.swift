/// PowerShell goes on in the next line behind a backtick, where a shell has a backslash.
enum BacktickLines {
  private static let languages: Set<String> = ["powershell", "pwsh", "ps1"]
  private static let most = 300

  /// Index after the last line of the command at `start`; nil where its line does not go on.
  static func end(of lines: [String], from start: Int, _ language: String) -> Int? {
    guard languages.contains(language) else { return nil }
    var end = start
    while end < lines.count, end - start < most, goesOn(lines[end]) { end += 1 }
    return end == start ? nil : min(end + 1, lines.count)
  }

  private static func goesOn(_ line: String) -> Bool { ShellText.withoutTrailingBlanks(line).hasSuffix(" `") }

  /// The same text, byte for byte as long, with a shell's continuations.
  static func asShell(_ text: String, _ language: String) -> String {
    languages.contains(language) ? text.replaced("`\n", with: "\\\n") : text
  }
}
