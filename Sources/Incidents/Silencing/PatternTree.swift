/// Why a regular expression is refused, in words for whoever wrote it.
package struct PatternError: Error, Sendable, Hashable {
  package var message: String
}

/// A set of Unicode characters (scalars): ranges, and whether everything else is meant.
struct CharacterSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } != isNegated }

  static let digits = CharacterSet(ranges: [48...57])
  static let words = CharacterSet(ranges: [48...57, 65...90, 95...95, 97...122])
  static let spaces = CharacterSet(ranges: [9...10, 12...13, 32...32])
  static let anyButLineEnd = CharacterSet(ranges: [10...10], isNegated: true)
  static let any = CharacterSet(ranges: [0...0x10FFFF])

  var negated: CharacterSet { CharacterSet(ranges: ranges, isNegated: !isNegated) }

  /// The same set without a difference between upper and lower case of ASCII letters.
  var withoutCase: CharacterSet {
    var folded = self
    for letter in UInt32(65)...90 where ranges.contains(where: { $0.contains(letter) || $0.contains(letter + 32) }) {
      folded.ranges += [letter...letter, (letter + 32)...(letter + 32)]
    }
    return folded
  }
}

/// What a pattern says, as a tree.
indirect enum PatternTree: Sendable, Hashable {
  case empty
  case set(CharacterSet)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// `most` is nil where there is no upper bound.
  case repetition(PatternTree, least: Int, most: Int?)
  case start
  case end
}
