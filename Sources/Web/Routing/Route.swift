import HTTPTypes
import Hummingbird

/// One line of the table of contents: an address, who may use it, how much it reads, and what answers.
struct Route: Sendable {
  let method: HTTPRequest.Method
  let path: String
  let rule: Rule
  let body: BodyRule
  let answer: @Sendable (Visit) async throws -> Response
  var isOnAnyNode = false

  /// There is no route without a rule: it has no default.
  static func get(
    _ path: String, _ rule: Rule, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .get, path: path, rule: rule, body: .none, answer: answer)
  }

  static func post(
    _ path: String, _ rule: Rule, _ body: BodyRule, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .post, path: path, rule: rule, body: body, answer: answer)
  }

  static func options(
    _ path: String, _ rule: Rule, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .options, path: path, rule: rule, body: .none, answer: answer)
  }

  static func put(
    _ path: String, _ rule: Rule, _ body: BodyRule, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .put, path: path, rule: rule, body: body, answer: answer)
  }

  static func delete(
    _ path: String, _ rule: Rule, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .delete, path: path, rule: rule, body: .none, answer: answer)
  }
}
