import Foundation

/// A JSON value, to send and to read.
enum JSONField: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONField])
  case object([String: JSONField])

  init(stringLiteral value: String) { self = .text(value) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONField].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONField].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value) where value == value.rounded() && abs(value) < 1e15: try container.encode(Int64(value))
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// Compact, keys in order, slashes as they are.
  var data: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)) ?? Data("null".utf8)
  }

  var line: String { String(decoding: data, as: UTF8.self) }
}

extension JSONField {
  /// The fields of an object.
  var members: [String: JSONField] {
    guard case .object(let fields) = self else { return [:] }
    return fields
  }

  /// `null` where there is no such field, so that a server of another version is read as far as it goes.
  subscript(_ key: String) -> JSONField {
    guard case .object(let fields) = self else { return .null }
    return fields[key] ?? .null
  }

  var string: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  var integer: Int? {
    guard case .number(let value) = self else { return nil }
    return Int(exactly: value)
  }

  var elements: [JSONField] {
    guard case .list(let value) = self else { return [] }
    return value
  }
}
