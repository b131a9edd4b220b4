/// What a value of our API looks like, for its description. Optional members of an answer may be absent.
indirect enum Shape: Sendable {
  case text, number, flag, time
  /// Text with something in it.
  case words
  case oneOf([String])
  /// Text of this form.
  case form(String)
  case map(Shape)
  case list(Shape)
  case record(needed: [String: Shape], more: [String: Shape] = [:])
  case null
  case either([Shape])

  /// As it may be sent to us: null is taken as if the member were absent.
  var sent: Shape {
    guard case .record(let needed, let more) = self else { return self }
    return .record(needed: needed, more: more.mapValues { .either([$0, .null]) })
  }

  var json: JSONTree {
    switch self {
    case .text: ["type": "string"]
    case .words: ["type": "string", "minLength": .number(1), "pattern": "\\S"]
    case .number: ["type": "integer", "format": "int64"]
    case .flag: ["type": "boolean"]
    case .time: ["type": "string", "format": "date-time"]
    case .oneOf(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
    case .form(let pattern): ["type": "string", "pattern": .text(pattern)]
    case .map(let value): ["type": "object", "additionalProperties": value.json]
    case .list(let element): ["type": "array", "items": element.json]
    case .record(let needed, let more):
      [
        "type": "object", "required": .list(needed.keys.sorted().map { .text($0) }),
        "properties": .object(needed.merging(more) { first, _ in first }.mapValues(\.json)),
      ]
    case .null: ["type": "null"]
    case .either(let shapes): ["anyOf": .list(shapes.map(\.json))]
    }
  }
}

extension JSONTree: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(Dictionary(elements) { first, _ in first })
  }
}

/// One thing that our API does.
struct Operation: Sendable {
  struct Parameter: Sendable {
    var name: String
    var about: String
    var shape: Shape
  }

  var method: String
  /// With its parts in braces: `/api/v1/incidents/{incident}`.
  var path: String
  var about: String
  /// nil: anybody may ask.
  var scope: Scope?
  var queries: [Parameter] = []
  var body: Shape?
  var bodyIsNeeded = true
  var bodyType = "application/json"
  /// The status of success; 204 has no body.
  var status = 200
  var answer: Shape?
  /// Media type of the answer.
  var type = "application/json"

  static func get(_ path: String, _ about: String, _ scope: Scope? = .read, _ answer: Shape) -> Operation {
    Operation(method: "get", path: path, about: about, scope: scope, answer: answer)
  }

  static func post(
    _ path: String, _ about: String, _ body: Shape?, status: Int = 200, needed: Bool = true, _ answer: Shape
  ) -> Operation {
    Operation(
      method: "post", path: path, about: about, scope: .respond, body: body, bodyIsNeeded: needed, status: status,
      answer: answer)
  }

  func asking(_ queries: Parameter...) -> Operation {
    var operation = self
    operation.queries = queries
    return operation
  }

  func needing(_ scope: Scope) -> Operation {
    var operation = self
    operation.scope = scope
    return operation
  }

  /// Names in the path's braces.
  var parts: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
}

extension Operation {
  var json: JSONTree {
    var members: [String: JSONTree] = [
      "summary": .text(about),
      "operationId": .text(method + path.split(separator: "/").dropFirst(2).map(Self.word).joined()),
      "responses": .object(responses),
    ]
    let given =
      parts.map { ["name": .text($0), "in": "path", "required": true, "schema": Shape.words.json] as JSONTree }
      + queries.map {
        ["name": .text($0.name), "in": "query", "description": .text($0.about), "schema": $0.shape.json] as JSONTree
      }
    if !given.isEmpty { members["parameters"] = .list(given) }
    if let body {
      members["requestBody"] = [
        "required": .bool(bodyIsNeeded), "content": .object([bodyType: ["schema": body.sent.json]]),
      ]
    }
    if let scope {
      members["security"] = .list([["token": .list([])]])
      members["description"] = .text("Needs a token of scope \(scope.rawValue).")
    }
    return .object(members)
  }

  private static func word(_ part: Substring) -> String {
    let letters = part.filter { $0.isLetter }
    return letters.prefix(1).uppercased() + letters.dropFirst()
  }

  private var responses: [String: JSONTree] {
    var all: [String: JSONTree] = [:]
    let content: JSONTree? = answer.map { [type: ["schema": $0.json]] as [String: JSONTree] }.map { .object($0) }
    var success: [String: JSONTree] = ["description": "Done."]
    if let content { success["content"] = content }
    all["\(status)"] = .object(success)
    var refusals = ["400", "401", "403", "404", "405", "429", "431", "500", "503"]
    if body != nil { refusals += ["408", "409", "413", "415"] }
    if body != nil || !queries.isEmpty { refusals.append("422") }
    for status in refusals { all[status] = ["$ref": "#/components/responses/Refused"] }
    return all
  }
}
