/// Gathers the labels of an event within bounds: at most 64, values of at most 1 KiB.
struct Labels {
  static let limit = 64
  static let valueBytes = 1_024
  static let nameBytes = 256
  /// What matching looks at first; these find room even when the 64 are full.
  private static let wellKnown: Set<String> = [
    "alertname", "class", "client", "component", "group", "runbook_url", "service", "severity", "source",
  ]

  private(set) var values: [String: String] = [:]

  init(expecting count: Int = 0) { values.reserveCapacity(min(count, Labels.limit)) }

  /// Sets a label, the last one winning; an empty value is none. A longer value is cut, a longer name left out.
  mutating func set(_ name: String, _ value: String) {
    guard !name.isEmpty, name.utf8.count <= Labels.nameBytes, !value.isEmpty else { return }
    guard values.count < Labels.limit || values[name] != nil || Labels.wellKnown.contains(name) else { return }
    values[name] = cut(value, bytes: Labels.valueBytes)
  }

  subscript(_ name: String) -> String? { values[name] }
}
