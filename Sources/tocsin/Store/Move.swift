import App
import ArgumentParser
import Foundation
import Storage

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Moves a store from a data folder into PostgreSQL, or back.",
    discussion: """
      The server must be stopped. Every row is read back and compared. What is moved from stays as it is:
      do not serve it again.

      Example:
        tocsin move --from ./tocsin-data --to postgresql://tocsin@db.internal/tocsin
      """)

  @Option(help: "A data folder or a PostgreSQL address.") var from: String
  @Option(help: "A data folder or a PostgreSQL address, empty.") var to: String

  func run() async throws {
    let source = Self.place(from)
    if case .folder(let folder) = source { try StoreFile.demand(StoreFile.path(in: folder)) }
    let tables: [(table: String, rows: Int)]
    do { tables = try await StoreMove.run(from: source, to: Self.place(to)) } catch let error as StoreCopyError {
      throw Failure(.badData, error.description)
    }
    for (table, rows) in tables where rows > 0 { Output.write("\(table)\t\(rows)") }
    Output.complain("All of it has arrived and was compared. Serve it from there; the old place is left as it was.")
  }

  /// A PostgreSQL address has a scheme.
  private static func place(_ text: String) -> StorePlace {
    let isAddress = text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") || text.hasPrefix("host=")
    return isAddress ? .postgres(text) : .folder(text)
  }
}
