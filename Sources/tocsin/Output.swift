import Foundation

/// Data goes to standard output, words for people to standard error.
enum Output {
  static func complain(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

  /// Written at once, so that a reader of a pipe sees each line when it happens.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
