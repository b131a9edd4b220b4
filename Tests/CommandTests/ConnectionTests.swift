import Foundation
import Testing

@testable import tocsin

@Suite struct ConnectionTests {
  private func folder(with json: String?) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try json?.write(to: folder.appendingPathComponent("server.json"), atomically: true, encoding: .utf8)
    return folder.path
  }

  private func connection(server: String? = nil, token: String? = nil, data: String) -> Connection {
    var connection = Connection()
    connection.server = server
    connection.token = token
    connection.data = data
    return connection
  }

  private let local = #"{"address": "http://127.0.0.1:7070", "token": "local", "pid": 1}"#

  @Test func aRunningServerIsFoundByItsDataFolder() throws {
    let client = try connection(data: folder(with: local)).client(environment: [:])
    #expect(client.address == "http://127.0.0.1:7070")
    #expect(client.token == "local")
  }

  @Test func theLocalTokenIsNeverSentElsewhere() throws {
    let data = try folder(with: local)
    #expect(try connection(server: "https://evil.example", data: data).client(environment: [:]).token == nil)
    #expect(try connection(data: data).client(environment: ["TOCSIN_SERVER": "https://far.example"]).token == nil)
    #expect(try connection(server: "http://127.0.0.1:7070/", data: data).client(environment: [:]).token == "local")
  }

  @Test func theCommandLineGoesBeforeTheEnvironment() throws {
    let client = try connection(server: "https://a.example/", token: "t1", data: folder(with: nil))
      .client(environment: ["TOCSIN_SERVER": "https://b.example", "TOCSIN_TOKEN": "t2"])
    #expect(client.address == "https://a.example")
    #expect(client.token == "t1")
  }

  @Test func whatIsNoAddressIsWrongUsage() throws {
    let failure = #expect(throws: Failure.self) {
      try connection(server: "localhost:7070", data: "/nowhere").client(environment: [:])
    }
    #expect(failure?.code == .usage)
  }

  @Test func aPartOfAPathCannotLeaveItsPlace() {
    #expect(ServerClient.part("INC-2026-02-14-01") == "INC-2026-02-14-01")
    #expect(ServerClient.part("../keys?x=1#y/ü") == "..%2Fkeys%3Fx%3D1%23y%2F%C3%BC")
  }
}
