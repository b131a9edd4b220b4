import Incidents
import Runbooks

/// The name of an incident in the form that the runbook gives, by default `INC-2026-02-14-01`.
package enum IncidentName {
  /// What every name of that day begins with; the number of the day follows it.
  package static func prefix(_ form: String?, day: Timestamp) -> String { split(form, CivilTime(day)).before }

  /// `number` counts the incidents of the day from 1.
  package static func make(_ form: String?, day: Timestamp, number: Int) -> String {
    let parts = split(form, CivilTime(day))
    return parts.before + padded(max(number, 1), parts.width) + parts.after
  }

  private static let standard = "INC-YYYY-MM-DD-NN"

  private static func split(_ form: String?, _ day: CivilTime) -> (before: String, width: Int, after: String) {
    let form = form.flatMap { $0.count <= 60 && number(in: $0) != nil ? $0 : nil } ?? standard
    guard let place = number(in: form) else { return ("INC-\(day.date)-", 2, "") }
    let width = form.distance(from: place.lowerBound, to: place.upperBound)
    return (
      dated(String(form[..<place.lowerBound]), day), width, dated(String(form[place.upperBound...]), day)
    )
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
