// swift-tools-version: 6.2
import PackageDescription

// Versions are pinned exactly: Package.resolved is not kept in Git, so this file is the lock.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func product(_ name: String, _ package: String) -> Target.Dependency { .product(name: name, package: package) }

let package = Package(
  name: "tocsin",
  products: [.executable(name: "tocsin", targets: ["tocsin"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
  ],
  targets: [
    // Bottom-up: each target imports only what stands above it. TidyTests holds the table.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Incidents", swiftSettings: strict),
    .target(name: "Runbooks", dependencies: ["CCmark", "Incidents"], swiftSettings: strict),
    .target(name: "Engine", dependencies: ["Incidents", "Runbooks"], swiftSettings: strict),
    .target(name: "Intake", dependencies: ["Incidents"], swiftSettings: strict),
    .target(
      name: "Channels",
      dependencies: [
        "Incidents", product("AsyncHTTPClient", "async-http-client"), product("Crypto", "swift-crypto"),
        product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"), product("NIOSSL", "swift-nio-ssl"),
        product("Logging", "swift-log"),
      ], swiftSettings: strict),
    .target(name: "Storage", dependencies: ["Incidents", "Runbooks", "Engine"], swiftSettings: strict),
    .target(
      name: "SQLiteDriver", dependencies: ["Storage", product("GRDB", "GRDB.swift")], swiftSettings: strict),
    .target(name: "PostgresDriver", dependencies: ["CPQ", "Storage"], swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Incidents", "Runbooks", "Engine", "Intake", "Storage", product("Hummingbird", "hummingbird"),
        product("Crypto", "swift-crypto"), product("CryptoExtras", "swift-crypto"), product("Logging", "swift-log"),
        product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"),
        product("ServiceLifecycle", "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .target(
      name: "App",
      dependencies: [
        "Incidents", "Runbooks", "Engine", "Intake", "Channels", "Storage", "SQLiteDriver",
        "PostgresDriver", "Web", product("Yams", "Yams"), product("Crypto", "swift-crypto"),
        product("Logging", "swift-log"), product("Hummingbird", "hummingbird"),
        product("ServiceLifecycle", "swift-service-lifecycle"), product("UnixSignals", "swift-service-lifecycle"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "tocsin",
      dependencies: [
        "App", "Channels", "Engine", "Incidents", "Intake", "Runbooks", "SQLiteDriver", "Storage", "Web",
        product("ArgumentParser", "swift-argument-parser"), product("AsyncHTTPClient", "async-http-client"),
        product("Logging", "swift-log"),
      ], swiftSettings: strict,
      // Takes the place of the C library's malloc in the whole process: a third of an incident's cost and a fifth of a
      // reading's is memory that is taken and given back. https://microsoft.github.io/mimalloc/
      linkerSettings: [.linkedLibrary("mimalloc")]),
    // Tests, one target a module and one for each way of trying the whole.
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(name: "IncidentsTests", dependencies: ["Incidents"], swiftSettings: strict),
    .testTarget(
      name: "RunbooksTests", dependencies: ["Incidents", "Runbooks"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "EngineTests", dependencies: ["Engine", "Incidents", "Runbooks"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests", dependencies: ["Engine", "Incidents", "Runbooks"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Incidents", "Intake"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ChannelsTests",
      dependencies: [
        "Channels", "Incidents", product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"),
      ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Engine", "Incidents", "PostgresDriver", "SQLiteDriver", "Storage", "StoreProbe"],
      swiftSettings: strict),
    // A process of its own for the tests that kill one, or count its flushes.
    .executableTarget(
      name: "StoreProbe", dependencies: ["Engine", "Incidents", "SQLiteDriver", "Storage"], path: "Tests/StoreProbe",
      swiftSettings: strict),
    // Plays nights with faults on a clock of its own; `script/sim`.
    .executableTarget(
      name: "Simulator",
      dependencies: [
        "Engine", "Incidents", "Runbooks", "SQLiteDriver", "Storage", product("GRDBSQLite", "GRDB.swift"),
      ], path: "Tests/Simulator", swiftSettings: strict),
    .testTarget(
      name: "ConfigurationTests", dependencies: ["App", "Channels", "Incidents", "Runbooks"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["Incidents", "Runbooks", "tocsin"], exclude: ["Fixtures", "Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Engine", "Incidents", "Intake", "Runbooks", "SQLiteDriver", "Storage", "Web",
        product("Crypto", "swift-crypto"), product("Hummingbird", "hummingbird"),
        product("HummingbirdTesting", "hummingbird"), product("Logging", "swift-log"), product("NIOCore", "swift-nio"),
        product("NIOEmbedded", "swift-nio"), product("NIOHTTP1", "swift-nio"),
      ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "DrillTests", dependencies: ["App", "Engine", "Incidents", "Runbooks", "tocsin"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "AppTests", dependencies: ["App", "Channels", "Engine", "Incidents", "SQLiteDriver", "Storage", "Web"],
      swiftSettings: strict),
    .testTarget(name: "BrowserTests", dependencies: ["tocsin"], swiftSettings: strict),
    .testTarget(name: "PeerTests", dependencies: ["tocsin"], exclude: ["Peers"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
