/// Who answers for a role of the runbook, at a moment.
extension Team {
  /// The people who hold a role at `at`, each once, in the team file's order. A role that names several
  /// ("Security Lead + Manager") has the holders of each. Empty where nobody is bound to it.
  package func holders(of role: String, at: Timestamp) -> [Person] { holdings(of: role, at: at).map(\.person) }

  /// The same with why each of them holds it, to be kept where it mattered.
  package func holdings(of role: String, at: Timestamp) -> [Holding] {
    var held: [Holding] = []
    for part in parts(of: role) {
      for holding in single(part, at: at) where !held.contains(where: { $0.person.id == holding.person.id }) {
        held.append(holding)
      }
    }
    return held
  }

  /// Everybody who may hold a role at some time, whoever is on call now.
  package func candidates(for role: String) -> [Person] {
    let ids = parts(of: role).flatMap { part -> [String] in
      guard let binding = binding(for: part) else { return named(part).map { [$0.id] } ?? [] }
      switch binding.holder {
      case .people(let ids): return ids
      case .channel: return []
      case .schedules(let names): return names.flatMap { schedule(named: $0)?.people ?? [] }
      case .rotation(let name, _), .schedule(let name, _): return schedule(named: name)?.people ?? []
      }
    }
    return people.filter { ids.contains($0.id) }
  }

  /// The binding for one role, found by its words however they are spelled; nil where none fits.
  package func binding(for role: String) -> RoleBinding? {
    if let exact = roles.first(where: { $0.role == role }) { return exact }
    return index.first(role).map { roles[$0] }
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

  private func single(_ role: String, at: Timestamp) -> [Holding] {
    if let binding = binding(for: role) { return holdings(binding.holder, at: at) }
    return named(role).map { [Holding(person: $0)] } ?? []
  }

  private func holdings(_ holder: RoleBinding.Holder, at: Timestamp) -> [Holding] {
    switch holder {
    case .people(let ids): ids.compactMap(person).map { Holding(person: $0) }
    case .schedules(let names): names.flatMap { holdings(.schedule($0, position: 1), at: at) }
    case .rotation(let name, let position), .schedule(let name, let position):
      schedule(named: name).flatMap { held(by: $0, position, at: at) }.map { [$0] } ?? []
    case .channel(let method): [Holding(person: .channel(method))]
    }
  }

  private func held(by schedule: Schedule, _ position: Int, at: Timestamp) -> Holding? {
    guard position > 1 else {
      guard let duty = schedule.duty(at: at), let person = person(duty.person) else { return nil }
      return Holding(person: person, by: reason(duty, of: schedule, at: at))
    }
    let next = schedule.person(at: at, position: position).flatMap(person)
    return next.map { Holding(person: $0, by: "next on call by \(schedule.name)") }
  }

  /// A document may name a person instead of a role: "Bo Lindqvist", "@bo".
  private func named(_ text: String) -> Person? {
    let words = RoleName.words(of: text)
    guard !words.isEmpty else { return nil }
    return people.first { RoleName.words(of: $0.name) == words || RoleName.words(of: $0.id) == words }
  }
}

/// Roles by their words, to find one however it is spelled.
package struct RoleIndex: Sendable, Hashable {
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
