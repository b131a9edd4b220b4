import Hummingbird

/// `/openapi.json`: our own API in OpenAPI 3.1. The vendors' addresses are described by their vendors.
enum Description {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    Reply.written(document(visit.context.origin).bytes)
  }

  static func document(_ origin: String) -> JSONTree {
    var paths: [String: [String: JSONTree]] = [:]
    for operation in Operations.all { paths[operation.path, default: [:]][operation.method] = operation.json }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Tocsin", "version": "1",
        "description": "Incidents, on-call and the public page. Refusals are {error: {code, message}}.",
      ],
      "servers": .list([["url": .text(origin)]]),
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]], "responses": ["Refused": refused],
      ],
    ]
  }

  private static let refused: JSONTree = [
    "description": "Not done; `message` says why and what to do instead.",
    "content": [
      "application/json": [
        "schema": Shape.record(needed: ["error": .record(needed: ["code": .text, "message": .text])]).json
      ],
      "text/plain": ["schema": Shape.text.json],
    ],
  ]
}
