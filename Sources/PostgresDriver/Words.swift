import Storage

/// Texts as C wants them: one run of bytes, each text ended by a NUL, and a pointer to the start of each.
struct Words {
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []

  init() {}

  init(_ texts: [String]) {
    for text in texts { add(text) }
  }

  mutating func add(_ text: String?) {
    starts.append(text == nil ? nil : bytes.count)
    guard let text else { return }
    bytes += text.utf8
    bytes.append(0)
  }

  /// Calls `body` with the pointers, ended by a null as libpq's lists of keywords are.
  mutating func withPointers<Answer>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer) -> Answer {
    bytes.append(0)
    return bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = starts.map { offset in offset.flatMap { start?.advanced(by: $0) } } + [nil]
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
