/// The words of a text in lower case: runs of letters and digits, everything else apart. One pass, no grapheme work,
/// because it stands on the path of every alert.
package enum Tokens {
  package static func of(_ text: some StringProtocol, limit: Int = 600) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      if isWord(scalar) {
        append(scalar, to: &word)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// All of it as one word: "SEV 1" and "sev-1" are "sev1".
  package static func folded(_ text: some StringProtocol, limit: Int = 80) -> String {
    var word = ""
    for scalar in text.unicodeScalars.prefix(limit) where isWord(scalar) { append(scalar, to: &word) }
    return word
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    if scalar.isASCII {
      let lower = scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
      word.unicodeScalars.append(lower)
    } else {
      word += scalar.properties.lowercaseMapping
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = scalar.value
      return (value >= 97 && value <= 122) || (value >= 65 && value <= 90) || (value >= 48 && value <= 57)
    }
    // A mark belongs to the letter before it.
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
  }
}
