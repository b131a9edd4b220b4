/// A file that belongs to an incident: a screenshot, a log, evidence. Kept as it came, and never changed.
package struct Attachment: Sendable, Hashable {
  package var id: Int64
  package var incident: Int64
  /// As its sender called it, without folders.
  package var name: String
  package var size: Int
  /// SHA-256 of the bytes, in hexadecimal.
  package var digest: String
  package var by: String
  package var at: Timestamp

  /// Of one file, in bytes.
  package static let largest = 10 << 20
  package static let mostOfAnIncident = 50

  package init(id: Int64, incident: Int64, name: String, size: Int, digest: String, by: String, at: Timestamp) {
    self.id = id
    self.incident = incident
    self.name = name
    self.size = size
    self.digest = digest
    self.by = by
    self.at = at
  }

  /// The last part of a path, without anything that a file system or a header could misread.
  package static func plainName(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file"
    let kept = last.unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F && !"\"<>|:*?;".unicodeScalars.contains(scalar)
        && !scalar.properties.isBidiControl
    }
    let text = String(String.UnicodeScalarView(kept.prefix(120)))
    return text.allSatisfy { $0 == "." || $0 == " " } ? "file" : text
  }

  /// "12 KB", "3.4 MB"
  package var sizeWords: String {
    if size < 1_000 { return "\(size) bytes" }
    if size < 1_000_000 { return "\((size + 500) / 1_000) KB" }
    let tenths = (size + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
