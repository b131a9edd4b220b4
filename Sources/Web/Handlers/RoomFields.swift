import Engine
import Foundation

/// The fields of an act, whether a form sends them or a program: by name, without blanks around them; nil where empty.
struct RoomFields: Sendable {
  private let value: @Sendable (String) -> String?

  init(_ form: Form) {
    value = { name in
      let text = form.text(name)
      return text.isEmpty ? nil : text
    }
  }

  /// Strings, numbers and truth values of a JSON object; an empty body has none.
  init(json: Data) {
    let fields = (try? JSONDecoder().decode([String: Loose].self, from: json)) ?? [:]
    value = { name in
      guard let text = fields[name]?.text, text.contains(where: { !$0.isWhitespace }) else { return nil }
      return text
    }
  }

  subscript(_ name: String) -> String? { value(name) }

  func needed(_ name: String) throws -> String {
    guard let text = value(name) else { throw Failure.bad("\(name): required, but missing or blank.") }
    return text
  }

  /// True unless the field says no.
  func holds(_ name: String) -> Bool { !["no", "false", "0"].contains(value(name) ?? "") }

  private struct Loose: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        text = flag ? "true" : "false"
      } else if let number = try? container.decode(Int64.self) {
        text = String(number)
      } else {
        text = try? container.decode(String.self)
      }
    }
  }
}

extension RoomHandlers.Act {
  /// What is asked of the room; nil where this act is none of those.
  func inRoom(_ fields: RoomFields) throws -> RoomAct? {
    switch self {
    case .tick:
      let step = try fields["check"] ?? fields.needed("step")
      return .tick(step, done: fields.holds("done"), remark: fields["remark"] ?? "")
    case .role:
      if let to = fields["to"] { return .role(try fields.needed("role"), .give(to)) }
      let leaves = fields["leave"].map { $0 != "no" && $0 != "false" } ?? false
      return .role(try fields.needed("role"), leaves ? .leave : .take)
    case .hold: return .hold(fields.holds("holds"), reason: try fields.needed("reason"))
    case .confidence:
      if let person = fields["admit"] { return .privacy(.admit(person)) }
      if let person = fields["exclude"] { return .privacy(.exclude(person)) }
      if fields["open"] != nil, fields.holds("open") { return .privacy(.open) }
      let people = (fields["people"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      return .privacy(.close(people.filter { !$0.isEmpty }))
    case .pin:
      guard let entry = Int(try fields.needed("entry")) else { throw Failure.bad("entry: expected a number.") }
      return .pin(entry, holds: fields.holds("holds"))
    case .dismiss: return .dismiss(try fields.needed("reason"))
    case .escalate:
      let answers = (0..<12).map { number in
        (slot: String((fields["ask-\(number)-slot"] ?? "").prefix(200)), words: fields["ask-\(number)"] ?? "")
      }
      let message = FilledTemplate.answered(fields["text"] ?? "", answers)
      return .escalate(to: try fields.needed("to"), message: message)
    default: return nil
    }
  }
}
