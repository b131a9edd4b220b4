/// One word of a command, quotes taken off, with its place in the text it was read from.
struct ShellWord: Hashable {
  var text: String
  var start: Int
  var end: Int
  var quoted: Bool
}

/// A simple command: its words and what the shell does around it.
struct ShellCommand {
  var words: [ShellWord] = []
  /// Files that a redirection writes.
  var outputs: [String] = []
  /// Commands inside `$( )`, backticks and `<( )`.
  var substitutions: [String] = []
  /// Standard input comes from a pipe, a file or a here-document.
  var hasInput = false
  var isPiped = false
  /// The text of a here-document or here-string.
  var hereText: String?
  /// Offset after its last word.
  var end = 0
}
