import Incidents
import Storage
import Web

/// Ingest keys of a store whose server does not run. A running server's keys are changed through its API.
package enum LocalKeys {
  /// Makes a key and returns it, the only time that it can be seen. Throws `StartError`.
  package static func create(name: String, in place: StorePlace) async throws -> String {
    let store = try await Store.open(place)
    defer { store.database.close() }
    guard try await live(store).allSatisfy({ $0.name != name }) else {
      throw StartError("There is a key \(name) already. Revoke it first, or choose another name.")
    }
    let secret = Secrets.newIngestKey()
    let key = IngestKey(
      id: Identifiers(after: store.highest).next(), name: name, hash: Secrets.hash(secret), created: PacedClock.wall())
    _ = try store.database.commit([KeyStatements.create(key)])
    return secret
  }

  /// Keys that hold, oldest first.
  package static func list(in place: StorePlace) async throws -> [IngestKey] {
    let store = try await Store.open(place)
    defer { store.database.close() }
    return try await live(store)
  }

  /// From now on the key creates nothing. Throws `StartError` where there is none of that name.
  package static func revoke(name: String, in place: StorePlace) async throws {
    let store = try await Store.open(place)
    defer { store.database.close() }
    guard let key = try await live(store).first(where: { $0.name == name }) else {
      throw StartError("There is no key \(name).")
    }
    _ = try store.database.commit([KeyStatements.revoke(key.id, at: PacedClock.wall())])
  }

  private static func live(_ store: Store) async throws -> [IngestKey] {
    try await store.database.read(KeyQueries.all).filter { $0.revoked == nil }
  }
}
