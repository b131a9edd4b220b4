/// The host that a bare `ssh host` opens.
enum SessionHost {
  private static let values: Set<String> = [
    "-i", "-p", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-b", "-c", "-E", "-S", "-W",
  ]

  /// nil when the line runs a command there or only opens a tunnel.
  static func host(_ words: [String]) -> String? {
    var rest = words.dropFirst()
    var host: String?
    while let word = rest.first {
      if word.hasPrefix("-") {
        if word == "-N" || word.hasPrefix("-fN") { return nil }
        rest = rest.dropFirst(values.contains(word) ? 2 : 1)
      } else if host == nil {
        host = word
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return host
  }
}
