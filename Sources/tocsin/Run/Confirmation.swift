import Runbooks

/// What a person has to type before a command runs that may change something.
enum Confirmation {
  /// nil where nothing is asked: the command only looks.
  static func word(_ command: FilledCommand) -> String? {
    switch command.effect {
    case .read: nil
    case .write, .unknown: command.host.isEmpty ? "yes" : command.host
    case .destructive: command.host.isEmpty ? "destroy" : "destroy \(command.host)"
    }
  }

  /// - Parameter read: one line of what the person types; nil at the end of input.
  static func given(_ command: FilledCommand, read: () -> String?) -> Bool {
    guard let word = word(command) else { return true }
    Output.complain("Type \"\(word)\" to run it, anything else to leave it:")
    return read()?.split(whereSeparator: \.isWhitespace).joined(separator: " ") == word
  }
}
