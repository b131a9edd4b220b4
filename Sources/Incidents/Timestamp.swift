/// A point in time: microseconds since 1970-01-01T00:00:00Z.
///
/// The same integer stands in memory, in the database and in arithmetic, so a deadline never
/// moves by rounding. Pure code receives timestamps as arguments and never asks for the time.
package struct Timestamp: Sendable, Hashable, Comparable, Codable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package init(from decoder: any Decoder) throws {
    microseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }

  /// Later by `span`; saturates at the ends of time instead of trapping.
  package static func + (a: Timestamp, span: Span) -> Timestamp {
    let (sum, over) = a.microseconds.addingReportingOverflow(span.microseconds)
    return Timestamp(microseconds: over ? (span.microseconds > 0 ? .max : .min) : sum)
  }

  package static func - (a: Timestamp, span: Span) -> Timestamp {
    a + Span(microseconds: span.microseconds == .min ? .max : -span.microseconds)
  }

  package static func - (a: Timestamp, b: Timestamp) -> Span {
    let (difference, over) = a.microseconds.subtractingReportingOverflow(b.microseconds)
    return Span(microseconds: over ? (a > b ? .max : .min) : difference)
  }
}

/// A length of time in microseconds. Named so as not to shadow Swift's `Duration`.
package struct Span: Sendable, Hashable, Comparable, Codable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static let zero = Span(microseconds: 0)
  package static func milliseconds(_ n: Int) -> Span { Span(microseconds: scaled(n, 1_000)) }
  package static func seconds(_ n: Int) -> Span { Span(microseconds: scaled(n, 1_000_000)) }
  package static func minutes(_ n: Int) -> Span { Span(microseconds: scaled(n, 60_000_000)) }
  package static func hours(_ n: Int) -> Span { Span(microseconds: scaled(n, 3_600_000_000)) }
  package static func days(_ n: Int) -> Span { Span(microseconds: scaled(n, 86_400_000_000)) }

  /// Whole minutes from a number that a document gave; out-of-range values saturate at a year.
  package static func minutes(_ n: Double) -> Span {
    guard n.isFinite else { return .days(366) }
    return Span(microseconds: Int64(min(max(n, -527_040), 527_040) * 60_000_000))
  }

  /// Whole seconds, rounded toward zero.
  package var seconds: Int64 { microseconds / 1_000_000 }
  /// Whole minutes, rounded toward zero.
  package var minutes: Int64 { microseconds / 60_000_000 }

  package static func < (a: Span, b: Span) -> Bool { a.microseconds < b.microseconds }
  package static func + (a: Span, b: Span) -> Span {
    let (sum, over) = a.microseconds.addingReportingOverflow(b.microseconds)
    return Span(microseconds: over ? .max : sum)
  }

  package static func - (a: Span, b: Span) -> Span {
    let (difference, over) = a.microseconds.subtractingReportingOverflow(b.microseconds)
    return Span(microseconds: over ? (a > b ? .max : .min) : difference)
  }

  private static func scaled(_ n: Int, _ unit: Int64) -> Int64 {
    let (product, over) = Int64(n).multipliedReportingOverflow(by: unit)
    return over ? (n > 0 ? .max : .min) : product
  }
}
