import Runbooks

/// Words of the runbook with places to be filled. The script makes a field of each and keeps *Copy* off while one is
/// open; without it they are read as they were written.
extension HTML {
  /// Nobody fills more in by hand.
  private static let mostFields = 40

  /// - Parameters:
  ///   - places: placeholders as the words write them; variables of a shell stay what they are.
  ///   - id: of the element that holds the words.
  ///   - values: what the team file says for a name.
  mutating func placed(_ words: String, _ places: [String], id: String, values: [String: String] = [:]) {
    let slots = places.filter { $0.count > 2 && !$0.hasPrefix("$") }.sorted { $0.count > $1.count }
    var (rest, number) = (words[...], 0)
    while number < Self.mostFields, let (range, slot) = Self.first(of: slots, in: rest) {
      whole(rest[..<range.lowerBound])
      place(slot, id: "\(id)-place-\(number)", values)
      rest = rest[range.upperBound...]
      number += 1
    }
    whole(rest)
  }

  private mutating func place(_ slot: String, id: String, _ values: [String: String]) {
    let name = OpenPlaces.name(slot)
    span(
      .class("place"), .id(id), Attribute("data-name", name), Attribute("data-value", optional: values[name])
    ) { $0.text(slot) }
  }

  /// The earliest, and of those at one place the longest.
  private static func first(of slots: [String], in words: Substring) -> (Range<String.Index>, String)? {
    let found = slots.compactMap { slot in words.firstRange(of: slot).map { ($0, slot) } }
    return found.min { ($0.0.lowerBound, -$0.1.count) < ($1.0.lowerBound, -$1.1.count) }
  }
}
