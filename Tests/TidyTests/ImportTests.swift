import Testing

/// Who may import what. SwiftPM lets a target import what its dependencies bring along, so Package.swift alone does not
/// hold the house together; this table does.
@Suite struct ImportTests {
  /// Our own targets, bottom-up. A target imports only what stands above it in this list, and only what is named here.
  static let own: [String: Set<String>] = [
    "CCmark": [],
    "CPQ": [],
    "Incidents": [],
    "Runbooks": ["CCmark", "Incidents"],
    "Engine": ["Incidents", "Runbooks"],
    "Intake": ["Incidents"],
    "Channels": ["Incidents"],
    "Storage": ["Incidents", "Runbooks", "Engine"],
    "SQLiteDriver": ["Incidents", "Storage"],
    "PostgresDriver": ["CPQ", "Storage"],
    "Web": ["Incidents", "Runbooks", "Engine", "Intake", "Storage"],
    "App": [
      "Incidents", "Runbooks", "Engine", "Intake", "Channels", "Storage", "SQLiteDriver", "PostgresDriver",
      "Web",
    ],
    "tocsin": ["App", "Channels", "Engine", "Incidents", "Intake", "Runbooks", "SQLiteDriver", "Storage", "Web"],
  ]

  /// Where each outside library lives.
  static let homes: [String: Set<String>] = [
    "AsyncHTTPClient": ["Channels", "tocsin"],
    "ArgumentParser": ["tocsin"],
    "Crypto": ["Channels", "Web", "App"],
    "CryptoExtras": ["Web"],
    "GRDB": ["SQLiteDriver"],
    "GRDBSQLite": ["SQLiteDriver"],
    "HTTPTypes": ["Web"],
    "Hummingbird": ["Web", "App"],
    "HummingbirdCore": ["App"],
    "Logging": ["Web", "App"],
    "NIOCore": ["Channels", "Web", "App"],
    "NIOHTTP1": ["Web"],
    "NIOPosix": ["Channels"],
    "NIOSSL": ["Channels"],
    "ServiceLifecycle": ["Web", "App"],
    "UnixSignals": ["App"],
    "Yams": ["App"],
  ]

  static let pure: Set<String> = ["Incidents", "Runbooks", "Engine", "Intake"]
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationNetworking", "Glibc", "Musl", "Darwin", "Dispatch",
    "Synchronization",
  ]

  @Test func `each target has a row in the table`() {
    #expect(Checkout.sources.count > 50, "The rules of this house read the files below Sources.")
    let rows = Set(Self.own.keys)
    let missing = Set(Checkout.sources.map(\.module)).subtracting(rows)
    refuse(missing.sorted(), instead: "Add the target to ImportTests.own with what it may import.")
  }

  @Test func `targets import only what the table allows`() {
    var places: [String] = []
    for file in Checkout.sources {
      for (line, module) in file.imports where !allowed(module, in: file.module) {
        places.append("\(file.path):\(line): import \(module)")
      }
    }
    refuse(
      places,
      instead: "This target may not import that. Move the code to the target that owns the library, "
        + "or pass in what it needs; a new edge in the house is a line in ImportTests and in ARCHITECTURE.md.")
  }

  private func allowed(_ module: String, in target: String) -> Bool {
    if Self.platform.contains(module) { return !Self.pure.contains(target) }
    if let homes = Self.homes[module] { return homes.contains(target) }
    return Self.own[target]?.contains(module) ?? false
  }

  @Test func `the table has no circle`() {
    var done: Set<String> = []
    var open = Self.own
    while let next = open.first(where: { $0.value.isSubset(of: done) }) {
      done.insert(next.key)
      open[next.key] = nil
    }
    refuse(open.keys.sorted(), instead: "These targets import each other in a circle; take one edge out.")
  }
}
