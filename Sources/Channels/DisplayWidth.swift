/// Columns that a text takes up in a terminal: two for East Asian wide characters, none for marks that combine.
func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

/// Breaks a text at spaces into lines of at most `columns` columns; a word longer than a line is broken inside.
func wrapped(_ text: String, columns: Int) -> [String] {
  var lines: [String] = []
  var current = ""
  for word in text.split(separator: " ").flatMap({ pieces(String($0), columns: columns) }) {
    if !current.isEmpty, displayWidth(current) + 1 + displayWidth(word) > columns {
      lines.append(current)
      current = word
    } else {
      current += current.isEmpty ? word : " \(word)"
    }
  }
  return current.isEmpty ? lines : lines + [current]
}

private func pieces(_ word: String, columns: Int) -> [String] {
  guard displayWidth(word) > columns else { return [word] }
  var pieces = [""]
  for character in word {
    if displayWidth(pieces[pieces.count - 1]) + displayWidth(String(character)) > columns { pieces.append("") }
    pieces[pieces.count - 1].append(character)
  }
  return pieces
}

private func width(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0..<0x300: 1
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    2
  default: scalar.properties.generalCategory.isMark ? 0 : 1
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark || self == .format }
}
