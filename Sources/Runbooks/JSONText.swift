/// Writes JSON by hand: the order of the fields is ours, and nothing is reflected.
struct JSONText {
  private(set) var text = ""
  private var needsComma = false
  /// Where the runbook is a folder, its files: a line is written as the line of its file, the file beside it.
  private var parts: [RunbookPart] = []

  init(parts: [RunbookPart] = []) { self.parts = parts }

  mutating func object(_ body: (inout JSONText) -> Void) { wrap("{", "}", body) }
  mutating func array<Items: Sequence>(_ items: Items, _ body: (inout JSONText, Items.Element) -> Void) {
    wrap("[", "]") { json in for item in items { body(&json, item) } }
  }

  mutating func field(_ name: String, _ body: (inout JSONText) -> Void) {
    separate()
    text += Self.quoted(name) + ":"
    needsComma = false
    body(&self)
    needsComma = true
  }

  mutating func field(_ name: String, _ value: String?) { field(name) { $0.value(value) } }
  mutating func field(_ name: String, _ value: Int?) {
    let place = name.hasSuffix("ine") ? value.flatMap { parts.place(of: $0) } : nil
    field(name) { $0.raw((place?.line ?? value).map(String.init) ?? "null") }
    if name == "line", let place { field("file", place.file) }
  }
  /// Lines of a list of texts, and their file.
  mutating func lines(_ name: String, _ lines: [Int]) {
    field(name) { json in
      json.array(lines) { $0.value(Double($0.parts.place(of: $1)?.line ?? $1)) }
    }
  }
  mutating func field(_ name: String, _ value: Double?) { field(name) { $0.value(value) } }
  mutating func field(_ name: String, _ value: Bool) { field(name) { $0.raw(value ? "true" : "false") } }
  mutating func field(_ name: String, _ values: [String]) { field(name) { $0.array(values) { $0.value($1) } } }

  mutating func value(_ value: String?) { raw(value.map(Self.quoted) ?? "null") }

  /// Whole numbers without a fraction; what JSON cannot say is null.
  mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return raw("null") }
    raw(number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number))
  }

  private mutating func raw(_ value: String) {
    separate()
    text += value
  }

  private mutating func wrap(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = true
  }

  static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
