import Incidents
import Runbooks

/// The name of an incident in the form that the runbook gives, by default `INC-2026-02-14-01`.
package enum IncidentName {
  /// The form on one day: only the number is missing.
  package struct OnDay: Sendable {
    let before: String
    let width: Int
    let after: String

    /// `number` counts the incidents of the day from 1.
    package func name(_ number: Int) -> String { before + padded(max(number, 1), width) + after }
  }

  /// What every name of that day begins with; the number of the day follows it.
  package static func prefix(_ form: String?, day: Timestamp) -> String { on(day, form).before }

  package static func make(_ form: String?, day: Timestamp, number: Int) -> String { on(day, form).name(number) }

  private static let standard = "INC-YYYY-MM-DD-NN"

  package static func on(_ day: Timestamp, _ form: String?) -> OnDay {
    let day = CivilTime(day)
    let form = form.flatMap { $0.count <= 60 && number(in: $0) != nil ? $0 : nil } ?? standard
    guard let place = number(in: form) else { return OnDay(before: "INC-\(day.date)-", width: 2, after: "") }
    return OnDay(
      before: dated(String(form[..<place.lowerBound]), day),
      width: form.distance(from: place.lowerBound, to: place.upperBound),
      after: dated(String(form[place.upperBound...]), day))
  }

  /// The last run of `#`, `N` or `X` of the form that stands apart from words.
  private static func number(in form: String) -> Range<String.Index>? {
    for mark in ["#", "N", "X"] as [Character] {
      guard let last = form.lastIndex(of: mark) else { continue }
      var first = last
      while first > form.startIndex, form[form.index(before: first)] == mark { first = form.index(before: first) }
      let alone = first == form.startIndex || !form[form.index(before: first)].isLetter
      let end = form.index(after: last)
      if alone, end == form.endIndex || !form[end].isLetter { return first..<end }
    }
    return nil
  }

  private static func dated(_ text: String, _ day: CivilTime) -> String {
    text.replacing("YYYY", with: padded(day.year, 4)).replacing("MM", with: padded(day.month, 2))
      .replacing("DD", with: padded(day.day, 2)).replacing("YY", with: padded(day.year % 100, 2))
  }
}
