import Yams

/// Gathers what is wrong and reads the small shapes that every section is made of.
struct TeamFileReport {
  private(set) var issues: [TeamFileErrors.Issue] = []

  /// Characters that one value may hold.
  private static let valueLimit = 2_000
  /// Errors after which nobody reads on.
  private static let issueLimit = 100

  mutating func refuse(_ node: Node, _ message: String, hint: String = "") {
    guard issues.count < Self.issueLimit else { return }
    issues.append(.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message, hint: hint))
  }

  /// The entries of a mapping, in the order of the file; `nil` values of unfilled keys are kept as nodes.
  mutating func entries(of node: Node, in what: String) -> [(key: String, keyNode: Node, value: Node)] {
    guard !isEmpty(node) else { return [] }
    guard let mapping = node.mapping, !refusesReference(node) else {
      if node.mapping == nil { refuse(node, "\(capitalized(what)) is not a list of `key: value`.") }
      return []
    }
    return mapping.compactMap { key, value in
      guard let name = text(key, "A key of \(what)") else { return nil }
      return refusesReference(value) ? nil : (name, key, value)
    }
  }

  /// The entries of a mapping whose keys are fixed; any other key is refused with the nearest that exists.
  mutating func section(_ node: Node, in what: String, keys: [String]) -> [String: Node] {
    var found: [String: Node] = [:]
    for entry in entries(of: node, in: what) {
      if keys.contains(entry.key) {
        found[entry.key] = entry.value
      } else {
        let all = "known here: \(keys.joined(separator: ", "))."
        let near = Spelling.nearest(to: entry.key, among: keys).map { "did you mean `\($0)`?" }
        refuse(entry.keyNode, "Unknown key `\(clipped(entry.key))` in \(what).", hint: near ?? all)
      }
    }
    return found
  }

  /// One scalar as text; empty text is refused.
  mutating func text(_ node: Node, _ what: String) -> String? {
    guard !refusesReference(node) else { return nil }
    guard let scalar = node.scalar else {
      refuse(node, "\(what) is not a single value.")
      return nil
    }
    guard !scalar.string.isEmpty, scalar.string.count <= Self.valueLimit else {
      refuse(
        node, scalar.string.isEmpty ? "\(what) is empty." : "\(what) is longer than \(Self.valueLimit) characters.")
      return nil
    }
    return scalar.string
  }

  mutating func integer(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, what) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    refuse(node, "\(what) `\(clipped(text))` is not a whole number from \(range.lowerBound) to \(range.upperBound).")
    return nil
  }

  /// A list of texts, or one text alone.
  mutating func texts(_ node: Node, _ what: String) -> [(text: String, node: Node)] {
    items(of: node).compactMap { item in text(item, what).map { ($0, item) } }
  }

  /// The elements of a sequence, or the node itself where one value stands alone.
  func items(of node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    return isEmpty(node) ? [] : [node]
  }

  /// A key that was left to be filled.
  func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }

  private mutating func refusesReference(_ node: Node) -> Bool {
    guard node.anchor != nil else { return false }
    refuse(
      node, "YAML anchors (`&name`) and references (`*name`) are not used in a team file.", hint: "write the value out."
    )
    return true
  }
}

/// The same words at the start of a sentence.
private func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

/// Text from the file inside a message, at a length that a line can hold.
func clipped(_ text: String) -> String { text.count <= 60 ? text : text.prefix(57) + "..." }
