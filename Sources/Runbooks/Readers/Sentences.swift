/// A text cut where a sentence or a clause ends.
enum Sentences {
  /// Behind ". ", "; " and "。"; what is empty is left out.
  static func of(_ text: String) -> [String] {
    text.withBytes { bytes in
      var found: [String] = []
      var start = 0
      func close(_ end: Int) {
        let sentence = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
        if !sentence.isEmpty { found.append(sentence) }
      }
      for place in bytes.indices where place >= start {
        let length = ends(bytes, at: place)
        guard length > 0 else { continue }
        close(place)
        start = place + length
      }
      // Most texts are one sentence, and stay the string that they are.
      if start == 0 { return [text.trimmed].filter { !$0.isEmpty } }
      close(bytes.count)
      return found
    }
  }

  private static let wide = Array("。".utf8)
  private static let wideHalf = Array("；".utf8)

  /// Bytes of the mark at a place that ends a sentence; 0 where none does.
  private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case 0x2E, 0x3B: place + 1 < bytes.count && bytes[place + 1] == 0x20 ? 2 : 0
    case 0xE3: ByteSearch.begins(bytes, at: place, with: wide) ? wide.count : 0
    case 0xEF: ByteSearch.begins(bytes, at: place, with: wideHalf) ? wideHalf.count : 0
    default: 0
    }
  }
}
