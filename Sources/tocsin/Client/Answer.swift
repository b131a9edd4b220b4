import Foundation

/// Between what a server answers and what a command prints.
enum Answer {
  static func decode<T: Decodable>(_ type: T.Type, from data: Data) throws(Failure) -> T {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw Failure(
        .unreachable, "The server answered something else than expected. Is it a Tocsin of another version?")
    }
  }

  static func json(_ value: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(value) else { throw Failure(.badData, "This cannot be written as JSON.") }
    return String(decoding: data, as: UTF8.self)
  }
}
