/// A form with files as browsers send it (RFC 7578), bounded: its fields as text, and the first file.
struct Multipart: Sendable {
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  private(set) var fields: [String: String] = [:]
  private(set) var file: File?

  private static let mostParts = 16
  private static let longestHead = 2_048

  /// nil where it is damaged. `type` is the request's content type, which names the boundary.
  init?(_ bytes: [UInt8], type: String) {
    guard let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count) else {
      return nil
    }
    let mark = Array("--\(boundary)".utf8)
    guard bytes.starts(with: mark) else { return nil }
    var start = mark.count
    for _ in 0..<Self.mostParts {
      guard start + 2 <= bytes.count else { return nil }
      if bytes[start] == 0x2D, bytes[start + 1] == 0x2D { return }
      guard bytes[start] == 0x0D, bytes[start + 1] == 0x0A else { return nil }
      let next = Array("\r\n--\(boundary)".utf8)
      guard let end = Self.find(next, in: bytes, from: start), take(bytes[(start + 2)..<end]) else { return nil }
      start = end + next.count
    }
    return nil
  }

  private mutating func take(_ part: ArraySlice<UInt8>) -> Bool {
    let gap = Array("\r\n\r\n".utf8)
    let head = Array(part.prefix(Self.longestHead))
    guard let end = Self.find(gap, in: head, from: 0) else { return false }
    let lines = String(decoding: head[..<end], as: UTF8.self).split(whereSeparator: \.isNewline)
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init) ?? ""
    guard let name = Self.parameter("name", of: disposition) else { return false }
    let body = part.dropFirst(end + gap.count)
    if let given = Self.parameter("filename", of: disposition) {
      if file == nil, !given.isEmpty { file = File(name: given, bytes: Array(body)) }
    } else if body.count <= 65_536 {
      fields[name] = StorableText.of(String(decoding: body, as: UTF8.self))
    }
    return true
  }

  /// `name="value"`, or without quotes.
  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].drop(while: { $0 == " " }).lowercased() == name else { continue }
      return String(halves[1].filter { $0 != "\"" })
    }
    return nil
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, start <= bytes.count - wanted.count else { return nil }
    var index = start
    while let hit = bytes[index...].firstIndex(of: first), hit + wanted.count <= bytes.count {
      if bytes[hit..<(hit + wanted.count)].elementsEqual(wanted) { return hit }
      index = hit + 1
    }
    return nil
  }
}
