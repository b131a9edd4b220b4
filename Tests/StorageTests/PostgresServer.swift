import Foundation
import PostgresDriver
import Storage

/// The PostgreSQL server that `script/test` starts for the tests, named by TOCSIN_TEST_POSTGRES in libpq's keywords.
struct PostgresServer {
  let address: String

  /// Nil where there is none: the tests then prove SQLite alone, and say so.
  static let here: PostgresServer? = {
    guard let address = ProcessInfo.processInfo.environment["TOCSIN_TEST_POSTGRES"], !address.isEmpty else {
      FileHandle.standardError.write(Data("TOCSIN_TEST_POSTGRES is not set: PostgreSQL is not tried\n".utf8))
      return nil
    }
    return PostgresServer(address: address)
  }()

  /// A schema of its own for one test, dropped afterwards; `body` gets the address that leads into it.
  func withSchema<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
    let name = "t_" + UUID().uuidString.replacing("-", with: "").lowercased()
    let keeper = try PostgresDatabase(address)
    defer { keeper.close() }
    _ = try keeper.commit([Statement("CREATE SCHEMA \(name)", [[]])])
    let answer: Result<Answer, any Error>
    do { answer = .success(try await body(address + " options='-c search_path=\(name)'")) } catch {
      answer = .failure(error)
    }
    _ = try keeper.commit([Statement("DROP SCHEMA \(name) CASCADE", [[]])])
    return try answer.get()
  }

  /// Several nodes' connections to one store with the newest schema.
  func withNodes(_ count: Int, _ body: ([PostgresDatabase]) async throws -> Void) async throws {
    try await withSchema { address in
      let nodes = try (0..<count).map { try PostgresDatabase("\(address) application_name=node\($0)") }
      defer { for node in nodes { node.close() } }
      if let first = nodes.first { try await Schema.migrate(first, now: night) }
      try await body(nodes)
    }
  }
}
