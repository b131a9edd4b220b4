import Incidents

/// Dates as people write them into documents.
enum WrittenDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Whether a line says when the document was changed last.
  static func isUpdateLine(_ text: String) -> Bool {
    let words = Matter.words(of: text)
    return words.contains("last") && !words.isDisjoint(with: ["updated", "update", "reviewed", "revised", "modified"])
      || words.isSuperset(of: ["updated", "on"])
  }

  /// The first date of a line replaced by a day (`YYYY-MM-DD`), in its own form; nil where no form is known.
  static func replaced(in text: String, with day: String) -> String? {
    numbers(in: text, day) ?? words(in: text, day)
  }

  /// `2024-12-28`, `2024-12`.
  private static func numbers(in text: String, _ day: String) -> String? {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      for shape in ["dddd-dd-dd", "dddd-dd"] where matches(rest, shape) {
        let end = text.index(index, offsetBy: shape.count)
        return String(text[..<index]) + day.prefix(shape.count) + text[end...]
      }
      // A longer number is no year.
      index =
        rest.first?.isNumber == true ? rest.firstIndex { !$0.isNumber } ?? text.endIndex : text.index(after: index)
    }
    return nil
  }

  private static func matches(_ text: Substring, _ shape: String) -> Bool {
    text.count >= shape.count && zip(text, shape).allSatisfy { $1 == "d" ? $0.isASCII && $0.isNumber : $0 == $1 }
  }

  /// "December 2024", "December 28, 2024", "28 December 2024", and with three letters.
  private static func words(in text: String, _ day: String) -> String? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return nil }
    let long = months[parts[1] - 1]
    for month in months {
      for (name, new) in [(month, long), (String(month.prefix(3)), String(long.prefix(3)))] {
        guard let range = text.firstRange(of: name) else { continue }
        let after = text[range.upperBound...]
        guard after.first?.isLetter != true, let year = number(in: after, digits: 4) else { continue }
        var out =
          String(text[..<range.lowerBound]) + new + after[..<year.lowerBound] + String(parts[0])
          + after[year.upperBound...]
        // The day stands before the month or between it and the year.
        if let between = number(in: after[..<year.lowerBound], digits: 2)
          ?? number(in: after[..<year.lowerBound], digits: 1)
        {
          out =
            String(text[..<range.lowerBound]) + new + after[..<between.lowerBound] + String(parts[2])
            + after[between.upperBound..<year.lowerBound] + String(parts[0]) + after[year.upperBound...]
        } else {
          out = dayBefore(out, String(text[..<range.lowerBound]), parts[2])
        }
        return out
      }
    }
    return nil
  }

  private static func dayBefore(_ text: String, _ lead: String, _ day: Int) -> String {
    var end = lead.endIndex
    while end > lead.startIndex, lead[lead.index(before: end)] == " " { end = lead.index(before: end) }
    var start = end
    while start > lead.startIndex, lead[lead.index(before: start)].isNumber { start = lead.index(before: start) }
    guard start < end, lead.distance(from: start, to: end) <= 2 else { return text }
    return lead[..<start] + String(day) + lead[end...] + text.dropFirst(lead.count)
  }

  /// The first number of so many digits, as a range.
  private static func number(in text: Substring, digits: Int) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let run = text[index...].prefix { $0.isASCII && $0.isNumber }
      if run.count == digits { return run.startIndex..<run.endIndex }
      index = run.isEmpty ? text.index(after: index) : run.endIndex
    }
    return nil
  }
}
