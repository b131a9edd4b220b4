import Incidents

extension Draft {
  /// Notes each promise that fell due, once, and tells whoever is to keep it: when it falls due and once more.
  mutating func notePromises() {
    let promises = deadlines.promises.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
    for promise in promises {
      if let due = promise.nextNote, due <= now { note(promise, due: due) }
    }
    // What asks for a decision comes first: further ones to the same person stand on the same page.
    let owed = promises.filter { promise in promise.nextPage.map { $0 <= now } ?? false }
    for promise in owed.filter({ $0.page == .decide }) + owed.filter({ $0.page != .decide }) { remind(of: promise) }
  }

  private mutating func note(_ promise: Promise, due: Timestamp) {
    var over = 0
    if promise.repeats, promise.interval > .zero {
      over = Int(clamping: floorDivide((now - due).microseconds, promise.interval.microseconds))
    }
    let noted = due + Span(microseconds: Int64(over) &* promise.interval.microseconds)
    incident.promises[promise.key, default: PromiseState()].noted = noted
    let missed = over > 0 ? "\(over + 1) updates are owed." : ""
    let assumed = promise.assumption.map { "Assumed: \($0)" } ?? ""
    note(
      promise.entry, promise.told,
      detail: [promise.detail, missed, assumed].filter { !$0.isEmpty }.joined(separator: " "), line: promise.line)
  }

  /// Moments that passed together, after a downtime, are one page.
  private mutating func remind(of promise: Promise) {
    incident.promises[promise.key, default: PromiseState()].paged = promise.moments.count { $0 <= now }
    guard let reason = promise.page else { return }
    let (left, late) = (promise.due - now, now - promise.due)
    let ahead = left > .zero ? " in \(Wording.span(left))" : ""
    let because =
      "\(promise.what)\(ahead): \(promise.why)" + (late >= .minutes(1) ? ", \(Wording.span(late)) late" : "")
    for (person, role) in recipients(of: promise) {
      if add(because, toPageOf: person) { continue }
      page(
        person,
        PageCause(
          rung: nil, reason: reason, because: because, role: role, until: .resolved, line: promise.line))
    }
  }

  /// A further reason on a page that this decision sends to the person anyway; false where it sends none.
  private mutating func add(_ because: String, toPageOf person: Person) -> Bool {
    guard let entry = pagedNow[person.id], let index = pages.lastIndex(where: { $0.person == person.id }) else {
      return false
    }
    pages[index].why += " Also: \(because)."
    addDetail("Also: \(because).", to: entry)
    return true
  }

  // MARK: whom

  private func recipients(of promise: Promise) -> [(Person, String)] {
    switch promise.whom {
    case .commander: commander
    case .communications: first([["communication"], ["comm"], ["communicator"]]) ?? commander
    case .legal: unique(commander + (holders([["legal"], ["compliance"], ["privacy"], ["dpo"]])))
    case .owner(let name): owner(name) ?? commander
    }
  }

  /// Who leads: the document's commander where one is bound, else whoever answered, else who is on call.
  private var commander: [(Person, String)] {
    if let bound = first([["incident", "commander"], ["commander"], ["ic"], ["incident", "manager"]]) {
      return bound
    }
    if let id = incident.acknowledgedBy, let person = team.person(id), !person.methods.isEmpty {
      return [(person, "Whoever answered")]
    }
    if let step = ladder.first {
      let people = reachable(step.target)
      if !people.isEmpty { return people.map { ($0, step.target) } }
    }
    return fallback().map { [($0, "Fallback")] } ?? []
  }

  private func owner(_ name: String) -> [(Person, String)]? {
    if let person = team.person(name), !person.methods.isEmpty { return [(person, "Owner")] }
    let people = name.isEmpty ? [] : reachable(name)
    return people.isEmpty ? nil : people.map { ($0, "Owner") }
  }

  /// The holders of the first role that bears one of the names and reaches somebody.
  private func first(_ names: [Set<String>]) -> [(Person, String)]? {
    for name in names {
      for role in roles where Matter.words(of: role).isSuperset(of: name) {
        let people = reachable(role)
        if !people.isEmpty { return people.map { ($0, role) } }
      }
    }
    return nil
  }

  private func holders(_ names: [Set<String>]) -> [(Person, String)] {
    roles.filter { role in names.contains { Matter.words(of: role).isSuperset(of: $0) } }
      .flatMap { role in reachable(role).map { ($0, role) } }
  }

  private func unique(_ found: [(Person, String)]) -> [(Person, String)] {
    var seen: Set<String> = []
    return found.filter { seen.insert($0.0.id).inserted }
  }

  /// The document's roles and those that only the team file names.
  private var roles: [String] {
    let held = incident.engagement.room.roles.map(\.role)
    return held + policy.runbook.roles.map(\.name) + team.roles.map(\.role)
  }

  /// Whoever has the role in this incident, else whoever the team file binds to it.
  private func reachable(_ role: String) -> [Person] {
    if let person = holding(role) { return [person] }
    return team.holders(of: role, at: now).filter { !$0.methods.isEmpty }
  }
}
