import Incidents

extension Severity {
  /// What the document says of the response, without the label before it: "Next business day".
  package var responseWords: String {
    let parts = responseText.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
    guard parts.count == 2, !parts[1].isEmpty, parts[0].allSatisfy({ $0.isLetter || $0 == " " }) else {
      return responseText
    }
    return String(parts[1])
  }
}
