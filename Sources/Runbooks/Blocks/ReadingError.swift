/// Why a file cannot be read as a runbook at all. Everything milder is a finding of the reading.
package enum ReadingError: Error, Sendable, Hashable {
  /// The file holds more bytes than a runbook may.
  case tooLarge(name: String, bytes: Int, limit: Int)
  /// The file is not text: a NUL byte, or mostly undecodable bytes.
  case notText(name: String, offset: Int)

  /// One sentence for people: what, where, and the remedy.
  package var message: String {
    switch self {
    case .tooLarge(let name, let bytes, let limit):
      "\(name) holds \(bytes) bytes; a runbook may hold \(limit). Split the document."
    case .notText(let name, let offset):
      "\(name) is not text (byte \(offset)). Give a Markdown file in UTF-8."
    }
  }
}
