import Incidents

/// A word about a promise that does not get through goes on by the person's next method, then to the fallback. Unlike a
/// call for help it is worth the same when the incident is over, and nobody's answer ends it.
extension Draft {
  mutating func followLostWords() {
    for group in lostWords() {
      guard let lost = group.last, isOwed(lost) else { continue }
      if !useNextMethod(group, lost) { passOn(lost) }
    }
  }

  /// One promise, one moment, one person, where no method is left in hand.
  private func lostWords() -> [[Page]] {
    let words = known.filter { $0.reason.isPromise && $0.status != .cancelled }
    let groups = Dictionary(grouping: words) { PageIdentity.word($0) }.values
    return groups.filter { group in
      group.contains { Delivery.isLost($0, now: now) } && group.allSatisfy { isLost($0) }
    }.sorted { ($0.first?.id ?? 0) < ($1.first?.id ?? 0) }
  }

  private func isLost(_ page: Page) -> Bool { Delivery.isLost(page, now: now) }

  private func isOwed(_ page: Page) -> Bool { page.reason.outlivesEnd || incident.status.isOpen }

  private mutating func useNextMethod(_ group: [Page], _ lost: Page) -> Bool {
    guard let person = team.person(lost.person) else { return false }
    let used = Set(group.map(\.method.place))
    for method in person.methods where !used.contains(method.place) {
      return tell(person, by: method, lost, because: "the word by \(lost.method.channel) did not get through")
    }
    return false
  }

  private mutating func passOn(_ lost: Page) {
    let told = known.filter { $0.reason == lost.reason && $0.created == lost.created }.map(\.person)
    guard let person = fallback(besides: Set(told)), let method = person.methods.first else { return }
    _ = tell(person, by: method, lost, because: "no word to \(name(of: lost.person)) gets through")
  }

  /// The same word again; it belongs to the moment at which the first was made.
  private mutating func tell(_ person: Person, by method: ContactMethod, _ lost: Page, because: String) -> Bool {
    var page = lost
    page.id = 0
    page.person = person.id
    page.method = method
    page.status = .pending
    page.due = now
    (page.epoch, page.attempts, page.claimUntil, page.concluded) = (0, 0, nil, nil)
    (page.evidence, page.mayBeRepeat) = ("", false)
    pages.append(page)
    note(
      .paged, "\(person.name) told by \(method.channel): \(because)", detail: Wording.line(lost.evidence),
      line: lost.line, page: pages.count - 1)
    return true
  }
}
