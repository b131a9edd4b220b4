import Foundation

/// A text for a header: itself where it is printable ASCII, else encoded words of base64 UTF-8 (RFC 2047), each at most
/// 64 characters long and none splitting a character. `separator` stands between two words.
func encodedWord(_ text: String, separator: String = " ") -> String {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
  guard !isPlain else { return text }
  var words: [String] = []
  var part: [UInt8] = []
  for scalar in text.unicodeScalars {
    let bytes = Array(String(Character(scalar)).utf8)
    // 39 bytes are 52 characters of base64; with the 12 around them and a header's name a line has less than 76.
    if part.count + bytes.count > 39 {
      words.append(word(part))
      part = []
    }
    part += bytes
  }
  return (words + [word(part)]).joined(separator: separator)
}

private func word(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
