/// Which entry of a former list is which of the new one.
enum Alignment {
  enum Edit: Hashable {
    case same(Int, Int)
    /// One stands where the other stood.
    case changed(Int, Int)
    case removed(Int)
    case added(Int)
  }

  /// Lists in which order matters. Beyond this many entries only equal places are compared.
  static let most = 1_000

  /// What leads from one list to the other, entries in order.
  static func edits<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [Edit] {
    let (gone, fresh) = moves(old, new)
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let removed = run(from: i, in: gone, limit: old.count)
      let added = run(from: j, in: fresh, limit: new.count)
      for (a, b) in zip(removed, added) { edits.append(.changed(a, b)) }
      edits += removed.dropFirst(added.count).map { .removed($0) }
      edits += added.dropFirst(removed.count).map { .added($0) }
      (i, j) = (removed.upperBound, added.upperBound)
      guard i < old.count, j < new.count else { continue }
      edits.append(.same(i, j))
      (i, j) = (i + 1, j + 1)
    }
    return edits
  }

  private static func moves<Key: Hashable>(_ old: [Key], _ new: [Key]) -> (gone: Set<Int>, fresh: Set<Int>) {
    guard old.count <= most, new.count <= most else {
      let same = Set(zip(old, new).enumerated().filter { $0.element.0 == $0.element.1 }.map(\.offset))
      return (Set(old.indices).subtracting(same), Set(new.indices).subtracting(same))
    }
    var (gone, fresh): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): fresh.insert(offset)
      }
    }
    return (gone, fresh)
  }

  private static func run(from start: Int, in set: Set<Int>, limit: Int) -> Range<Int> {
    var end = start
    while end < limit, set.contains(end) { end += 1 }
    return start..<end
  }

  /// Lists in which a name says which is which, wherever it stands.
  static func named<Entry>(
    _ old: [Entry], _ new: [Entry], by name: (Entry) -> String
  ) -> (both: [(old: Entry, new: Entry)], gone: [Entry], fresh: [Entry]) {
    var waiting: [String: [Entry]] = [:]
    for entry in old { waiting[name(entry), default: []].append(entry) }
    var both: [(old: Entry, new: Entry)] = []
    var fresh: [Entry] = []
    for entry in new {
      if var known = waiting[name(entry)], !known.isEmpty {
        both.append((known.removeFirst(), entry))
        waiting[name(entry)] = known
      } else {
        fresh.append(entry)
      }
    }
    var left = waiting.mapValues(\.count)
    // The last of one name are those that found no partner.
    let gone = old.reversed().filter { entry in
      guard let count = left[name(entry)], count > 0 else { return false }
      left[name(entry)] = count - 1
      return true
    }
    return (both, gone.reversed(), fresh)
  }
}
