import Foundation
import Yams

/// What another system exported, whatever it was written in: objects, lists and texts.
package enum ImportTree: Sendable {
  case object([String: ImportTree])
  case list([ImportTree])
  case text(String)
  case none

  /// Bytes that are read of one file.
  static let limit = 32 << 20
  private static let depth = 40

  /// JSON, or YAML where the name ends so. Throws a sentence for people.
  init(_ bytes: [UInt8], name: String) throws {
    guard bytes.count <= Self.limit else { throw StartError("\(name) is larger than \(Self.limit >> 20) MiB.") }
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      // References inside the file would let a few lines grow without end.
      guard bytes.count <= 1 << 20,
        let node = try? Yams.Parser(yaml: String(decoding: bytes, as: UTF8.self)).singleRoot()
      else { throw StartError("\(name) cannot be read as YAML.") }
      self.init(node, Self.depth)
    } else {
      guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
        throw StartError("\(name) cannot be read as JSON.")
      }
      self.init(value, Self.depth)
    }
  }

  private init(_ value: Any, _ depth: Int) {
    switch value {
    case let object as [String: Any] where depth > 0: self = .object(object.mapValues { ImportTree($0, depth - 1) })
    case let list as [Any] where depth > 0: self = .list(list.map { ImportTree($0, depth - 1) })
    case let text as String: self = .text(text)
    case let number as NSNumber: self = .text(number.stringValue)
    default: self = .none
    }
  }

  private init(_ node: Node, _ depth: Int) {
    if depth > 0, node.anchor == nil, let mapping = node.mapping {
      let pairs = mapping.compactMap { key, value in key.scalar.map { ($0.string, ImportTree(value, depth - 1)) } }
      self = .object(Dictionary(pairs) { first, _ in first })
    } else if depth > 0, node.anchor == nil, let sequence = node.sequence {
      self = .list(sequence.map { ImportTree($0, depth - 1) })
    } else {
      self = node.scalar.map { .text($0.string) } ?? .none
    }
  }

  subscript(_ key: String) -> ImportTree {
    guard case .object(let object) = self else { return .none }
    return object[key] ?? .none
  }

  var items: [ImportTree] {
    guard case .list(let list) = self else { return [] }
    return list
  }

  var keys: Set<String> {
    guard case .object(let object) = self else { return [] }
    return Set(object.keys)
  }

  var members: [(key: String, value: ImportTree)] {
    guard case .object(let object) = self else { return [] }
    return object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// nil where it is empty or no single value.
  var text: String? {
    guard case .text(let text) = self, !text.isEmpty else { return nil }
    return text
  }

  var number: Int? { text.flatMap { Double($0) }.flatMap { abs($0) < 1e12 ? Int($0) : nil } }

  /// Every object below that is no member of another kind of object: lists, and what wraps them (`data`, `results`).
  func objects(under wrappers: Set<String>) -> [ImportTree] {
    switch self {
    case .list(let list): return list.flatMap { $0.objects(under: wrappers) }
    case .object(let object):
      // A shift has `users` too, as a list of identifiers.
      let inner = object.filter { key, value in
        wrappers.contains(key) && (!value.keys.isEmpty || value.items.contains { !$0.keys.isEmpty })
      }
      guard !inner.isEmpty else { return [self] }
      return inner.sorted { $0.key < $1.key }.flatMap { $0.value.objects(under: wrappers) }
    case .text, .none: return []
    }
  }
}
