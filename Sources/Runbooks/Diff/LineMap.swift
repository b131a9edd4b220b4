/// Where a line of a former revision stands in the new one.
package struct LineMap: Sendable {
  private let places: [Substring: [Int]]
  private let former: [String]

  package init(from former: [String], to new: [String]) {
    self.former = former
    var places: [Substring: [Int]] = [:]
    for (index, line) in new.enumerated() { places[Self.bare(line), default: []].append(index + 1) }
    self.places = places
  }

  /// The line with the same words that stands nearest; nil where the words stand there no more.
  package func line(_ line: Int) -> Int? {
    guard line >= 1, line <= former.count else { return nil }
    return places[Self.bare(former[line - 1])]?.min { abs($0 - line) < abs($1 - line) }
  }

  private static func bare(_ line: String) -> Substring {
    line.drop { $0.isWhitespace }.prefix { !$0.isNewline }
  }
}
