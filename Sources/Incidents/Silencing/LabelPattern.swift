/// A regular expression that a whole label value must match.
///
/// It is asked for every alert on the writer's thread, so it may not take longer than its text: all ways through the
/// pattern are followed at once (Ken Thompson, "Regular Expression Search Algorithm", 1968), never one after another.
package struct LabelPattern: Sendable, Hashable {
  private enum Step: Sendable, Hashable {
    case take(CharacterSet)
    case either(Int, Int)
    case onwards(Int)
    case start
    case end
    case found
  }

  private static let stepLimit = 5_000
  private var steps: [Step] = []

  package init(_ text: String) throws(PatternError) {
    var reader = PatternReader(text)
    try write(try reader.read())
    steps.append(.found)
  }

  package func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var here: [Int] = []
    var seen = [Int](repeating: -1, count: steps.count)
    follow(0, at: 0, of: scalars.count, into: &here, &seen)
    for (index, scalar) in scalars.enumerated() {
      var next: [Int] = []
      for step in here {
        if case .take(let set) = steps[step], set.contains(scalar.value) {
          follow(step + 1, at: index + 1, of: scalars.count, into: &next, &seen)
        }
      }
      if next.isEmpty { return false }
      here = next
    }
    return here.contains { steps[$0] == .found }
  }

  /// Every step that can be reached without taking a character. `seen` holds the place at which each was reached last.
  private func follow(_ first: Int, at place: Int, of length: Int, into list: inout [Int], _ seen: inout [Int]) {
    var open = [first]
    while let step = open.popLast() {
      guard seen[step] != place else { continue }
      seen[step] = place
      switch steps[step] {
      case .take, .found: list.append(step)
      case .onwards(let target): open.append(target)
      case .either(let a, let b): open += [a, b]
      case .start: if place == 0 { open.append(step + 1) }
      case .end: if place == length { open.append(step + 1) }
      }
    }
  }

  // MARK: writing the steps

  private mutating func add(_ step: Step) throws(PatternError) {
    guard steps.count < Self.stepLimit else { throw PatternError(message: "expression is too large") }
    steps.append(step)
  }

  private mutating func write(_ tree: PatternTree) throws(PatternError) {
    switch tree {
    case .empty: break
    case .set(let set): try add(.take(set))
    case .start: try add(.start)
    case .end: try add(.end)
    case .sequence(let parts): for part in parts { try write(part) }
    case .choice(let branches): try write(branches[...])
    case .repetition(let part, let least, let most):
      for _ in 0..<least { try write(part) }
      guard let most else { return try loop(part) }
      for _ in least..<max(most, least) { try maybe(part) }
    }
  }

  private mutating func write(_ branches: ArraySlice<PatternTree>) throws(PatternError) {
    guard let first = branches.first else { return }
    guard branches.count > 1 else { return try write(first) }
    let fork = steps.count
    try add(.either(0, 0))
    try write(first)
    let jump = steps.count
    try add(.onwards(0))
    steps[fork] = .either(fork + 1, steps.count)
    try write(branches.dropFirst())
    steps[jump] = .onwards(steps.count)
  }

  private mutating func loop(_ part: PatternTree) throws(PatternError) {
    let fork = steps.count
    try add(.either(0, 0))
    try write(part)
    try add(.onwards(fork))
    steps[fork] = .either(fork + 1, steps.count)
  }

  private mutating func maybe(_ part: PatternTree) throws(PatternError) {
    let fork = steps.count
    try add(.either(0, 0))
    try write(part)
    steps[fork] = .either(fork + 1, steps.count)
  }
}
