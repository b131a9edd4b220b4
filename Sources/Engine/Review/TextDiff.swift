/// What changed between two texts, line by line.
package enum TextDiff {
  package struct Line: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case same, added, removed }
    package var kind: Kind
    package var text: String
    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Beyond this many differing lines the middle is shown as replaced whole: comparing costs their product.
  private static let most = 2_000

  package static func lines(from old: String, to new: String) -> [Line] {
    let a = ReviewBlanks.lines(of: old)
    let b = ReviewBlanks.lines(of: new)
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a[head...].reversed(), b[head...].reversed()).prefix { $0 == $1 }.count
    let (was, now) = (Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]))
    let middle =
      was.count <= most && now.count <= most
      ? compared(was, now) : was.map { Line(.removed, $0) } + now.map { Line(.added, $0) }
    return a[..<head].map { Line(.same, $0) } + middle + a[(a.count - tail)...].map { Line(.same, $0) }
  }

  private static func compared(_ was: [String], _ now: [String]) -> [Line] {
    let difference = now.difference(from: was)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < was.count || j < now.count {
      if removed.contains(i) {
        lines.append(Line(.removed, was[i]))
        i += 1
      } else if added.contains(j) {
        lines.append(Line(.added, now[j]))
        j += 1
      } else if i < was.count, j < now.count {
        lines.append(Line(.same, was[i]))
        (i, j) = (i + 1, j + 1)
      } else {
        break
      }
    }
    return lines
  }

  /// Changed lines with two around each; longer stretches of equal ones are one line of dots.
  package static func gathered(_ lines: [Line]) -> [Line] {
    var near = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() where line.kind != .same {
      for place in max(0, index - 2)...min(lines.count - 1, index + 2) { near[place] = true }
    }
    var out: [Line] = []
    for (index, line) in lines.enumerated() {
      if near[index] { out.append(line) } else if out.last?.text != "…" { out.append(Line(.same, "…")) }
    }
    return out
  }
}
