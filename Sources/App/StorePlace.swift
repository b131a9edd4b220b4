import Foundation
import PostgresDriver
import SQLiteDriver
import Storage

/// Where a server keeps what must not be lost.
package enum StorePlace: Sendable, CustomStringConvertible {
  /// A data folder, for one server.
  case folder(String)
  /// A PostgreSQL database, for several nodes of which one serves.
  case postgres(String)

  /// `database` is a PostgreSQL address, or nil for a store in the folder.
  package init(data: String, database: String?) { self = database.map { .postgres($0) } ?? .folder(data) }

  /// Never a password.
  package var description: String {
    switch self {
    case .folder(let folder): folder
    case .postgres: "PostgreSQL"
    }
  }

  /// The store, beside whoever serves. Throws `StartError`.
  func open() throws -> any Database {
    switch self {
    case .folder(let folder):
      do throws(OpenError) { return try SQLiteDatabase.open(folder) } catch { throw StartError("\(error)") }
    case .postgres(let address): return try Self.connect(address)
    }
  }

  /// Throws `StartError`.
  static func connect(_ address: String) throws -> PostgresDatabase {
    do throws(StorageError) { return try PostgresDatabase(address) } catch {
      throw StartError("The database cannot be used: \(error).")
    }
  }
}

/// What a node is called in the database and in logs.
enum NodeName {
  static var own: String { "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)" }
}
