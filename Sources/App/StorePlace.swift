import Foundation
import PostgresDriver
import SQLiteDriver
import Storage

/// Where a server keeps what must not be lost.
package enum StorePlace: Sendable, CustomStringConvertible {
  /// A data folder, for one server.
  case folder(String)
  /// A PostgreSQL database, for several nodes of which one serves. `serving` waits for the turn to serve; without it
  /// the store is opened beside whoever serves.
  case postgres(String, serving: Bool)

  /// `database` is a PostgreSQL address, or nil for a store in the folder.
  package init(data: String, database: String?, serving: Bool = true) {
    self = database.map { .postgres($0, serving: serving) } ?? .folder(data)
  }

  /// Never a password.
  package var description: String {
    switch self {
    case .folder(let folder): folder
    case .postgres: "PostgreSQL"
    }
  }

  /// Throws `StartError`, or `CancellationError` while standing by.
  func open() async throws -> any Database {
    do {
      switch self {
      case .folder(let folder): return try SQLiteDatabase.open(folder)
      case .postgres(let address, let serving):
        let database = try PostgresDatabase(address)
        if serving {
          try await database.serve(as: NodeName.own, waiting: Self.tell, lost: Fatal.takenOver)
        }
        return database
      }
    } catch let error as OpenError {
      throw StartError("\(error)")
    } catch let error as StorageError {
      throw StartError("The database cannot be used: \(error).")
    }
  }

  private static func tell(_ holder: String) {
    FileHandle.standardError.write(Data("standing by: \(holder) serves\n".utf8))
  }
}

/// What a node is called in the database and in logs.
enum NodeName {
  static var own: String { "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)" }
}
