/// Sequences of letters to look for in a text all at once, whatever their case; sound for letters of ASCII only.
struct Letters: Sendable {
  /// By the first byte, lower-cased.
  private var parts: [[[UInt8]]] = Array(repeating: [], count: 256)

  /// Lower-cased already.
  init(_ texts: [String]) {
    for text in texts { if let first = text.utf8.first { parts[Int(first)].append(Array(text.utf8)) } }
  }

  func occur(in text: String) -> Bool { text.withBytes { occur(in: $0) } }

  func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { place in
      let first = parts[Int(bytes[place].lowered)]
      return !first.isEmpty && first.contains { begins(bytes, at: place, with: $0) }
    }
  }

  private func begins(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with part: [UInt8]) -> Bool {
    guard start + part.count <= bytes.count else { return false }
    for index in part.indices where bytes[start + index].lowered != part[index] { return false }
    return true
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII, else itself.
  fileprivate var lowered: UInt8 { isUpper ? self | 0x20 : self }
}
