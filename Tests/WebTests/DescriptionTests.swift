import Foundation
import Testing

@testable import Web

/// `/openapi.json` beside the table of routes: nothing of ours is left out, and nothing is promised that is not there.
@Suite struct DescriptionTests {
  private static let plain: Set<String> = ["/healthz", "/readyz", "/metrics", "/openapi.json"]

  /// Our own routes as the description writes them; an act of an incident is an address of its own.
  private var routes: Set<String> {
    var all: Set<String> = []
    for route in Routes.all {
      let isOwn: Bool =
        if case .token = route.rule { route.path.hasPrefix("/api/v1/") } else { Self.plain.contains(route.path) }
      guard isOwn else { continue }
      let path = route.path.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
      let written = "\(route.method.rawValue.lowercased()) /" + path.joined(separator: "/")
      guard written.hasSuffix("/{act}") else {
        all.insert(written)
        continue
      }
      for act in RoomHandlers.Act.allCases { all.insert(written.replacing("{act}", with: act.rawValue)) }
    }
    return all
  }

  @Test func `every own route is described, and nothing else`() {
    let described = Set(Operations.all.map { "\($0.method) \($0.path)" })
    #expect(described == routes)
    #expect(described.count == Operations.all.count)
  }

  @Test func `what a route asks for is what the description says`() {
    for operation in Operations.all {
      let path = operation.path.split(separator: "/").map {
        $0.hasPrefix("{") ? ":\($0.dropFirst().dropLast())" : String($0)
      }
      let address = "/" + path.joined(separator: "/")
      let route = Routes.all.first { $0.path == address && $0.method.rawValue.lowercased() == operation.method }
      guard let route, case .token(let scope) = route.rule else { continue }
      #expect(scope == operation.scope, "\(operation.method) \(operation.path)")
    }
  }

  @Test func `every member that an act reads is described`() {
    let described = Operations.all.reduce(into: Set<String>()) { names, operation in
      guard case .record(let needed, let more) = operation.body else { return }
      names.formUnion(needed.keys)
      names.formUnion(more.keys)
    }
    let members = Mirror(reflecting: ActRequest()).children.compactMap(\.label)
    #expect(members.count > 20)
    // The page's own key of a step; programs say the step's words.
    #expect(Set(members).subtracting(described) == ["check"])
  }

  @Test func `an action item says how urgent it is`() {
    let item = Operations.all.first { $0.path.hasSuffix("/{incident}/item") }
    guard case .record(_, let more) = item?.body, case .oneOf(let words) = more["priority"] else {
      Issue.record("no priority")
      return
    }
    #expect(words == ["high", "medium", "low"])
  }

  @Test func `it is served as JSON of OpenAPI 3.1 to anybody`() async throws {
    let harbour = try await Harbour()
    try await harbour.visit { visitor in
      let answer = try await visitor.get("/openapi.json")
      #expect(answer.status == .ok)
      let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
      #expect(object?["openapi"] as? String == "3.1.0")
      #expect((object?["paths"] as? [String: Any])?.count ?? 0 > 30)
    }
  }
}
