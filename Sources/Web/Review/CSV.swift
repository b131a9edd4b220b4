/// A table for spreadsheets (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe in front:
/// https://owasp.org/www-community/attacks/CSV_Injection
package enum CSV {
  package static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ value: String) -> String {
    let clean = String(String.UnicodeScalarView(value.unicodeScalars.prefix(10_000).map { $0 == "\0" ? " " : $0 }))
    // Spaces in front of the sign do not make it harmless.
    let first = clean.unicodeScalars.first { !$0.properties.isWhitespace || $0 == "\t" || $0 == "\r" }
    let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + clean : clean
    guard safe.unicodeScalars.contains(where: { "\",;\r\n'".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
