/// Reads the syntax of RE2 (https://github.com/google/re2/wiki/Syntax) as far as people use it for labels: literals,
/// classes, groups, alternatives, repetitions and anchors. What it does not know it refuses, since guessing could
/// silence the wrong alert.
struct PatternReader {
  private static let depthLimit = 50
  private static let repetitionLimit = 1_000

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotTakesLineEnds = false

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func read() throws(PatternError) -> PatternTree {
    let tree = try choice()
    guard at >= scalars.count else { throw PatternError(message: "a closing ) without an opening one") }
    return tree
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func choice() throws(PatternError) -> PatternTree {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next, next != "|", next != ")" { parts.append(try repeated(try atom())) }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func atom() throws(PatternError) -> PatternTree {
    guard let scalar = next else { return .empty }
    at += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(cased(try characterClass()))
    case ".": return .set(dotTakesLineEnds ? .any : .anyButLineEnd)
    case "^": return .start
    case "$": return .end
    case "*", "+", "?": throw PatternError(message: "missing argument to repetition operator: \(scalar)")
    case "\\": return try escape()
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternTree {
    .set(cased(CharacterSet(ranges: [scalar.value...scalar.value])))
  }

  private func cased(_ set: CharacterSet) -> CharacterSet { ignoresCase ? set.withoutCase : set }

  /// After its opening parenthesis. Flags hold to the end of their group.
  private mutating func group() throws(PatternError) -> PatternTree {
    depth += 1
    guard depth <= Self.depthLimit else { throw PatternError(message: "groups stand too deep inside one another") }
    let outer = (ignoresCase, dotTakesLineEnds)
    if take("?") {
      if try flags() {
        depth -= 1
        return .empty
      }
    }
    let tree = try choice()
    guard take(")") else { throw PatternError(message: "missing closing )") }
    (ignoresCase, dotTakesLineEnds) = outer
    depth -= 1
    return tree
  }

  /// `?:`, `?i:`, `?P<name>`; true where the group ends at once, as in `(?i)`.
  private mutating func flags() throws(PatternError) -> Bool {
    if take("P") || next == "<" {
      guard take("<") else { throw PatternError(message: "invalid group name") }
      while let next, next != ">" { at += 1 }
      guard take(">") else { throw PatternError(message: "invalid group name") }
      return false
    }
    var isOn = true
    while let flag = next {
      at += 1
      switch flag {
      case "i": ignoresCase = isOn
      case "s": dotTakesLineEnds = isOn
      case "-": isOn = false
      case ":": return false
      case ")": return true
      default: throw PatternError(message: "invalid or unsupported group flag \(flag)")
      }
    }
    throw PatternError(message: "missing closing )")
  }

  private mutating func repeated(_ atom: PatternTree) throws(PatternError) -> PatternTree {
    var tree = atom
    while let operatorSign = next {
      switch operatorSign {
      case "*": tree = .repetition(tree, least: 0, most: nil)
      case "+": tree = .repetition(tree, least: 1, most: nil)
      case "?": tree = .repetition(tree, least: 0, most: 1)
      case "{":
        let (least, most) = try bounds()
        tree = .repetition(tree, least: least, most: most)
        at -= 1
      default: return tree
      }
      at += 1
      // Greedy or not is the same where only "does it match" is asked.
      _ = take("?")
      guard next != "*", next != "+" else { throw PatternError(message: "invalid nested repetition operator") }
    }
    return tree
  }

  /// `{2}`, `{2,}`, `{2,5}`.
  private mutating func bounds() throws(PatternError) -> (Int, Int?) {
    let literal = PatternError(message: "a literal { is written \\{")
    guard let close = scalars[at...].firstIndex(of: "}") else { throw literal }
    let parts = scalars[(at + 1)..<close].split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let least = Self.number(first) else { throw literal }
    let most: Int? = parts.count == 1 ? least : Self.number(parts[1])
    guard parts.count == 1 || parts[1].isEmpty || most != nil else { throw literal }
    guard max(least, most ?? 0) <= Self.repetitionLimit, most ?? least >= least else {
      throw PatternError(message: "invalid repeat count")
    }
    at = close + 1
    return (least, most)
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    return Int(String(String.UnicodeScalarView(digits)))
  }

  // MARK: classes and escapes

  private mutating func escape() throws(PatternError) -> PatternTree {
    guard let scalar = next else { throw PatternError(message: "trailing backslash at end of expression") }
    at += 1
    if scalar == "A" { return .start }
    if scalar == "z" { return .end }
    if let set = Self.named(scalar) { return .set(set) }
    return literal(try Self.escaped(scalar))
  }

  private static func named(_ scalar: Unicode.Scalar) -> CharacterSet? {
    switch scalar {
    case "d": .digits
    case "D": CharacterSet.digits.negated
    case "w": .words
    case "W": CharacterSet.words.negated
    case "s": .spaces
    case "S": CharacterSet.spaces.negated
    default: nil
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    default:
      guard scalar.value < 128, !CharacterSet.words.contains(scalar.value) || scalar == "_" else {
        throw PatternError(message: "invalid escape sequence: \\\(scalar)")
      }
      return scalar
    }
  }

  /// After its opening bracket.
  private mutating func characterClass() throws(PatternError) -> CharacterSet {
    var set = CharacterSet(ranges: [], isNegated: take("^"))
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      at += 1
      guard let low = try member(scalar, of: &set) else { continue }
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
        set.ranges.append(low...low)
        continue
      }
      at += 2
      guard let high = try member(scalars[at - 1], of: &set), low <= high else {
        throw PatternError(message: "invalid character class range")
      }
      set.ranges.append(low...high)
    }
    guard take("]") else { throw PatternError(message: "missing closing ]") }
    return set
  }

  /// One character; nil where it was a class such as `\d`, which is taken into the set.
  private mutating func member(
    _ scalar: Unicode.Scalar, of set: inout CharacterSet
  ) throws(PatternError) -> UInt32? {
    guard scalar == "\\" else { return scalar.value }
    guard let named = next else { throw PatternError(message: "missing closing ]") }
    at += 1
    if let inner = Self.named(named) {
      guard !inner.isNegated else { throw PatternError(message: "a negated class inside a class") }
      set.ranges += inner.ranges
      return nil
    }
    return try Self.escaped(named).value
  }
}
