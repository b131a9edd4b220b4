/// Codes that only this document knows: "К1", "N2", "U3". Siblings that begin alike say what their letters are.
enum OwnCodes {
  /// The letters that every name begins with, each before a digit of its own; nil where they differ.
  static func prefix(_ names: [Words]) -> String? {
    var letters: String?
    var digits: Set<String> = []
    for name in names {
      guard let (word, digit) = lead(name), digits.insert(digit).inserted, letters ?? word == word else { return nil }
      letters = word
    }
    return digits.count >= 2 ? letters : nil
  }

  /// Whether a text begins with such a code.
  static func leads(_ text: String) -> Bool { lead(Words(text)) != nil }

  /// The letters of a severity's key, where they are not those that everybody uses.
  static func letters(of key: String) -> String? {
    let letters = String(key.dropLast())
    guard key.last?.isNumber ?? false, (1...2).contains(letters.unicodeScalars.count),
      !SeverityNames.prefixes.contains(letters)
    else { return nil }
    return letters
  }

  private static func lead(_ name: Words) -> (letters: String, digit: String)? {
    let list = name.all.prefix(6).drop { $0.kind == .mark }
    guard let word = list.first, word.kind == .word, word.text.unicodeScalars.count <= 2,
      let digit = list.dropFirst().first, digit.kind == .number, digit.joined, digit.text.utf8.count == 1
    else { return nil }
    return (word.text, digit.text)
  }

  /// Such a code at a place.
  static func code(
    _ list: [Words.Word], at index: Int, letters: String
  ) -> (key: String, number: Int, range: Range<Int>)? {
    guard list[index].text == letters, let digit = list[safe: index + 1], digit.kind == .number, digit.joined,
      digit.text.utf8.count == 1
    else { return nil }
    return (letters + digit.text, Int(digit.number), index..<(index + 2))
  }
}
