import Incidents

/// A silence as Alertmanager's API takes it, `POST /api/v2/silences`.
package enum AlertmanagerSilence {
  package static let matcherLimit = 64

  /// - Throws: `SilenceRefusal` for a matcher that cannot be one, else an `IntakeError` that names the place.
  package static func read(_ body: [UInt8], now: Timestamp) throws -> Silence {
    let draft = try SilenceDraft(body)
    guard let comment = draft.comment else { throw IntakeError.missing(field: "comment") }
    guard let by = draft.createdBy else { throw IntakeError.missing(field: "createdBy") }
    guard let ends = draft.ends else { throw IntakeError.missing(field: "endsAt") }
    guard let starts = draft.starts else { throw IntakeError.missing(field: "startsAt") }
    guard !draft.matchers.isEmpty else { throw IntakeError.missing(field: "matchers") }
    guard draft.matchers.count <= matcherLimit else {
      throw SilenceRefusal.invalid("silence invalid: more than \(matcherLimit) matchers")
    }
    return Silence(
      id: draft.id ?? "", matchers: try draft.matchers.enumerated().map { try $1.matcher(at: $0) }, integration: nil,
      starts: starts, ends: ends, updated: now, by: cut(oneLine(by), characters: 200),
      comment: cut(comment, characters: 2_000))
  }
}

private struct SilenceDraft {
  var id: String?
  var comment: String?
  var createdBy: String?
  var starts: Timestamp?
  var ends: Timestamp?
  var matchers: [DraftMatcher] = []

  init(_ body: [UInt8]) throws(IntakeError) {
    var reader = try JSONReader(body, limit: IntakeFormats.bodyLimit)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": id = try reader.optionalString()
      case "comment": comment = try reader.optionalString()
      case "createdBy": createdBy = try reader.optionalString()
      case "startsAt": starts = try Self.time(&reader, key)
      case "endsAt": ends = try Self.time(&reader, key)
      case "matchers": try readMatchers(&reader)
      default: try reader.skip()
      }
    }
    try reader.finish()
  }

  private mutating func readMatchers(_ reader: inout JSONReader) throws(IntakeError) {
    if try reader.takeNull() { return }
    try reader.beginArray()
    while try reader.nextElement() { matchers.append(try DraftMatcher(&reader)) }
  }

  private static func time(_ reader: inout JSONReader, _ field: String) throws(IntakeError) -> Timestamp? {
    guard let text = try reader.optionalString() else { return nil }
    guard let time = EventTime.read(text) else { throw .invalidTime(field: field, found: text) }
    return time
  }
}

private struct DraftMatcher {
  var name = ""
  var value = ""
  var isRegex = false
  var isEqual = true

  init(_ reader: inout JSONReader) throws(IntakeError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "name": name = try reader.string()
      case "value": value = try reader.string()
      case "isRegex": isRegex = try reader.bool()
      case "isEqual": isEqual = try reader.takeNull() ? true : try reader.bool()
      default: try reader.skip()
      }
    }
  }

  func matcher(at index: Int) throws(SilenceRefusal) -> Matcher {
    do throws(PatternError) {
      return try Matcher(name, Matcher.Operator(isRegex: isRegex, isEqual: isEqual), value)
    } catch {
      throw .invalid("silence invalid: invalid label matcher \(index): \(error.message)")
    }
  }
}
