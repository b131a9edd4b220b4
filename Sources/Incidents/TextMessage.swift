/// How long a text is as a message to a phone (3GPP TS 23.038 and 23.040): what fits into one part depends on its
/// letters, and several parts each lose some room to say that they belong together.
package struct TextMessage: Sendable, Hashable {
  /// Units of the alphabet that the text needs: septets, or UTF-16 words where a letter is outside the basic alphabet.
  package private(set) var length = 0
  package private(set) var parts = 0
  /// How much these parts hold.
  package private(set) var room = 0
  /// A letter that needs the wide alphabet; nil where the basic one is enough.
  package private(set) var wide: Character?

  private static let basic: Set<Character> = Set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
      + "abcdefghijklmnopqrstuvwxyzäöñüà")
  /// Each takes two septets.
  private static let extended: Set<Character> = Set("^{}\\[~]|€\u{C}")

  package init(_ text: String) {
    wide = text.first { !Self.basic.contains($0) && !Self.extended.contains($0) }
    if wide == nil {
      length = text.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) }
    } else {
      length = text.utf16.count
    }
    let (whole, part) = wide == nil ? (160, 153) : (70, 67)
    parts = length <= whole ? min(length, 1) : (length + part - 1) / part
    room = parts > 1 ? parts * part : whole
  }
}
