/// What a command does to the world, why that is thought, and whether it ends by itself.
struct Judgement {
  var effect: Action.Effect
  var reason: String
  var interactive = false
  /// Changes to the text that make it end by itself; empty when there are none to offer.
  var edits: [TextEdit] = []

  init(_ effect: Action.Effect, _ reason: String) {
    self.effect = effect
    self.reason = reason
  }

  static func read(_ reason: String) -> Judgement { Judgement(.read, reason) }
  static func write(_ reason: String) -> Judgement { Judgement(.write, reason) }
  static func destructive(_ reason: String) -> Judgement { Judgement(.destructive, reason) }
  static func unknown(_ reason: String) -> Judgement { Judgement(.unknown, reason) }

  /// Both happen: the graver effect counts. What is not known may be anything, so it outranks a plain write.
  func joined(with other: Judgement) -> Judgement {
    var result = other.effect.gravity > effect.gravity ? other : self
    result.interactive = interactive || other.interactive
    result.edits = edits + other.edits
    return result
  }
}

/// Replaces the bytes `start..<end` of a command's text.
struct TextEdit: Hashable {
  var start: Int
  var end: Int
  var text: String

  /// The text after the edits, or nil when there are none.
  static func apply(_ edits: [TextEdit], to text: String) -> String? {
    guard !edits.isEmpty else { return nil }
    var bytes = Array(text.utf8)
    var floor = bytes.count
    for edit in edits.sorted(by: { ($0.start, $0.end) > ($1.start, $1.end) }) {
      guard edit.start >= 0, edit.start <= edit.end, edit.end <= floor else { continue }
      bytes.replaceSubrange(edit.start..<edit.end, with: Array(edit.text.utf8))
      floor = edit.start
    }
    return ShellText.trim(ShellText.string(bytes))
  }
}

extension Action.Effect {
  var gravity: Int {
    switch self {
    case .read: 0
    case .write: 1
    case .unknown: 2
    case .destructive: 3
    }
  }
}
