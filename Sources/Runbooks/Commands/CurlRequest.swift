/// What the arguments of curl ask for: https://curl.se/docs/manpage.html
struct CurlRequest {
  private var explicit: String?
  private var implied: String?
  private var wantsGet = false
  private(set) var file: String?
  private(set) var isUnreadable = false

  /// A method that is named counts before one that the data implies.
  var method: String { explicit ?? (wantsGet ? "GET" : implied ?? "GET") }

  mutating func read(_ argument: String, next: String) {
    guard argument.utf8.first == Byte.dash, argument.utf8.count > 1 else { return }
    if argument.hasPrefix("--") { return readLong(argument, next: next) }
    readShort(Array(argument.utf8.dropFirst()), next: next)
  }

  private mutating func readLong(_ argument: String, next: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    let name = parts.first ?? argument
    let value = parts.count > 1 ? parts[1] : next
    switch name {
    case "--request": explicit = value
    case "--upload-file": implied = "PUT"
    case "--get": wantsGet = true
    case "--head": implied = implied ?? "HEAD"
    case "--output": keep(value)
    case "--remote-name", "--remote-name-all": file = "a file"
    case "--config", "--quote", "--next": isUnreadable = true
    default:
      if name.hasPrefix("--data") || name.hasPrefix("--form") || name == "--json" { implied = implied ?? "POST" }
    }
  }

  /// Letters in a row; one that takes a value takes the rest of the word or the next.
  private mutating func readShort(_ letters: [UInt8], next: String) {
    for (i, letter) in letters.enumerated() {
      let rest = ShellText.string(letters[(i + 1)...])
      let value = rest.isEmpty ? next : rest
      switch letter {
      case UInt8(ascii: "X"): return explicit = value
      case UInt8(ascii: "d"), UInt8(ascii: "F"): return implied = implied ?? "POST"
      case UInt8(ascii: "T"): return implied = "PUT"
      case UInt8(ascii: "o"): return keep(value)
      case UInt8(ascii: "K"), UInt8(ascii: "Q"): return isUnreadable = true
      case UInt8(ascii: "G"): wantsGet = true
      case UInt8(ascii: "O"): file = "a file"
      case UInt8(ascii: "I"): implied = implied ?? "HEAD"
      case _ where Self.valued.contains(letter): return
      default: continue
      }
    }
  }

  private static let valued = Array("HuAebcCDEhmPrtUwxyYz".utf8)

  private mutating func keep(_ name: String) {
    if name != "/dev/null", name != "-" { file = name }
  }
}
