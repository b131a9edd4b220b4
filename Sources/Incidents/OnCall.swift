/// Who answers for a role of the runbook, at a moment.
extension Team {
  /// The people who hold a role at `at`, each once, in the team file's order. A role that names several
  /// ("Security Lead + Manager") has the holders of each. Empty where nobody is bound to it.
  package func holders(of role: String, at: Timestamp) -> [Person] {
    var people: [Person] = []
    for part in parts(of: role) {
      for person in single(part, at: at) where !people.contains(where: { $0.id == person.id }) { people.append(person) }
    }
    return people
  }

  /// The binding for one role, found by its words however they are spelled; nil where none fits.
  package func binding(for role: String) -> RoleBinding? {
    if let exact = roles.first(where: { $0.role == role }) { return exact }
    return RoleIndex(roles.map(\.role)).first(role).map { roles[$0] }
  }

  /// The roles that a combined target names: "CTO + Legal + Security team" is three. One that the team file binds
  /// as it stands is one, whatever its words.
  package func parts(of role: String) -> [String] {
    if roles.contains(where: { $0.role == role }) || !Team.namesSeveral(role) { return [role] }
    var parts = [role.prefix(400)]
    for separator in ["+", "&", ",", ";", " and ", " plus "] {
      parts = parts.flatMap { $0.split(separator: separator) }
    }
    let named = parts.map { String($0.drop(while: \.isWhitespace).trimmedEnd) }.filter { !$0.isEmpty }
    return named.isEmpty ? [role] : named
  }

  private static func namesSeveral(_ role: String) -> Bool {
    role.utf8.contains { separators.contains($0) } || Tokens.of(role).contains { $0 == "and" || $0 == "plus" }
  }
  private static let separators = Set("+&,;".utf8)

  private func single(_ role: String, at: Timestamp) -> [Person] {
    if let binding = binding(for: role) { return holders(binding.holder, at: at) }
    return named(role).map { [$0] } ?? []
  }

  private func holders(_ holder: RoleBinding.Holder, at: Timestamp) -> [Person] {
    switch holder {
    case .people(let ids): ids.compactMap(person)
    case .rotation(let name, let position):
      rotations.first { $0.name == name }?.person(at: at, position: position).flatMap(person).map { [$0] } ?? []
    }
  }

  /// A document may name a person instead of a role: "Bo Lindqvist", "@bo".
  private func named(_ text: String) -> Person? {
    let words = RoleName.words(of: text)
    guard !words.isEmpty else { return nil }
    return people.first { RoleName.words(of: $0.name) == words || RoleName.words(of: $0.id) == words }
  }
}

/// Roles by their words, to find one however it is spelled.
package struct RoleIndex: Sendable {
  private let names: [RoleName]

  package init(_ roles: [String]) { names = roles.map { RoleName($0) } }

  /// The place of the role that is meant, the surest match first; nil where none fits.
  package func first(_ role: String) -> Int? {
    let wanted = RoleName(role)
    for closeness in RoleName.Closeness.allCases {
      if let index = wanted.find(in: names, closeness) { return index }
    }
    return nil
  }

  /// The places of every role that may be meant.
  package func all(_ role: String) -> Set<Int> {
    let wanted = RoleName(role)
    return Set(
      names.indices.filter { index in
        RoleName.Closeness.allCases.contains { wanted.find(in: [names[index]], $0) != nil }
      })
  }
}

extension Rotation {
  /// Who holds a position at `at`: position 1 is on call, 2 is next in turn. nil for a rotation of nobody.
  package func person(at: Timestamp, position: Int = 1) -> String? {
    guard !people.isEmpty else { return nil }
    let place = floorModulo(turn(at: at) &+ Int64(clamping: position) &- 1, Int64(people.count))
    return people[Int(place)]
  }

  /// When the rotation next hands over after `at`.
  package func nextHandover(after at: Timestamp) -> Timestamp {
    let (next, over) = (turn(at: at) &+ 1).multipliedReportingOverflow(by: length.microseconds)
    return over ? Timestamp(microseconds: .max) : start + Span(microseconds: next)
  }

  private var length: Span { .days(min(max(days, 1), 3_660)) }
  private func turn(at: Timestamp) -> Int64 { floorDivide((at - start).microseconds, length.microseconds) }
}

/// The rung's label alone ("L2", "Level 2"), which points into the chain instead of naming somebody.
package enum LadderLevel {
  /// The level, or nil where the text names more than a level.
  package static func number(of text: String) -> Int? { RoleName.level(text) }
  /// Whether a rung's target begins with that level: "L2: Team lead".
  package static func leads(_ target: String, level: Int) -> Bool {
    guard let label = target.split(separator: ":", maxSplits: 1).first else { return false }
    return RoleName.level(label) == level
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
