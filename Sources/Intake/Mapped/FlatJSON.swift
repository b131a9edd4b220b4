/// A JSON object as paths and texts: `alert.labels.host`, `alerts.0.title`. For formats that are read by fixed paths,
/// which no language of its own is needed for.
struct FlatJSON: Sendable {
  /// What stands beyond is checked and passed over.
  static let limit = 1_000
  static let listLimit = 100
  static let textBytes = 16_384
  private static let depthLimit = 12

  private(set) var values: [String: String] = [:]
  /// How many elements each list has, at most `listLimit`.
  private(set) var counts: [String: Int] = [:]
  /// The members of the object itself that are no objects or lists, in order.
  private(set) var topNames: [String] = []

  init(_ body: [UInt8], limit: Int = IntakeFormats.bodyLimit) throws(IntakeError) {
    var reader = try JSONReader(body, limit: limit)
    try readObject(&reader, "", 0)
    try reader.finish()
  }

  /// For fields that came as a form or in the address.
  init(_ fields: [(name: String, value: String)]) {
    for (name, value) in fields.prefix(Self.limit) { set(name, value, at: "", name) }
  }

  /// Takes another object in as a member.
  mutating func add(_ other: FlatJSON, under name: String) {
    for (path, value) in other.values where values.count < Self.limit { values["\(name).\(path)"] = value }
    for (path, count) in other.counts { counts["\(name).\(path)"] = count }
  }

  func text(_ path: String) -> String? { values[path].flatMap { $0.isEmpty ? nil : $0 } }

  private mutating func readObject(_ reader: inout JSONReader, _ path: String, _ depth: Int) throws(IntakeError) {
    try reader.beginObject()
    while let name = try reader.nextKey() {
      try readValue(&reader, path.isEmpty ? name : "\(path).\(name)", depth, topName: path.isEmpty ? name : nil)
    }
  }

  private mutating func readValue(
    _ reader: inout JSONReader, _ path: String, _ depth: Int, topName: String? = nil
  ) throws(IntakeError) {
    guard depth < Self.depthLimit, values.count < Self.limit else {
      try reader.skip()
      return
    }
    switch reader.peek() {
    case .openBrace: try readObject(&reader, path, depth + 1)
    case .openBracket: try readList(&reader, path, depth + 1)
    default:
      if let text = try reader.scalarText() { set(path, text, at: path, topName) }
    }
  }

  private mutating func readList(_ reader: inout JSONReader, _ path: String, _ depth: Int) throws(IntakeError) {
    try reader.beginArray()
    var index = 0
    while try reader.nextElement() {
      if index < Self.listLimit {
        try readValue(&reader, "\(path).\(index)", depth)
        index += 1
      } else {
        try reader.skip()
      }
    }
    counts[path] = index
  }

  private mutating func set(_ path: String, _ text: String, at place: String, _ topName: String?) {
    if let topName, values[path] == nil { topNames.append(topName) }
    values[path] = cut(text, bytes: Self.textBytes)
  }
}
