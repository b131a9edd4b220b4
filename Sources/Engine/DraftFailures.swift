import Incidents

/// A page that cannot be delivered goes on by the person's next method, then to the fallback: at once, and decided
/// from what is stored, so that a crash between the failure and its consequence loses nothing.
extension Draft {
  mutating func followFailures() {
    guard incident.status == .triggered || incident.status == .acknowledged else { return }
    for group in failing() {
      guard let example = group.last, wants(example) else { continue }
      if !useNextMethod(group, example) { handOver(example) }
    }
  }

  /// Pages of one rung to one person, where no method is left in hand.
  private func failing() -> [[Page]] {
    var groups: [[Page]] = []
    for page in known where page.round == incident.round && page.reason.climbs {
      if let index = groups.firstIndex(where: { $0[0].rung == page.rung && $0[0].person == page.person }) {
        groups[index].append(page)
      } else {
        groups.append([page])
      }
    }
    return groups.filter { group in
      !group.contains(where: isInHand) && group.contains { Delivery.isLost($0, now: now) }
    }
  }

  /// A further method or a fallback page, once per method and rung; false where there is none.
  private mutating func useNextMethod(_ group: [Page], _ failed: Page) -> Bool {
    guard let person = team.person(failed.person) else { return false }
    let used = group.filter { $0.status != .pending || $0.attempts > 0 }.map(\.method.place)
    for method in person.methods where !used.contains(method.place) {
      var cause = again(failed)
      cause.reason = .nextMethod
      cause.because = "the page by \(failed.method.channel) did not get through"
      guard let page = send(method, to: person, cause, due: now) else { continue }
      note(
        .paged, "\(person.name) paged by \(method.channel): the page by \(failed.method.channel) did not get through",
        detail: Wording.line(failed.evidence), line: failed.line, page: page)
      return true
    }
    return false
  }

  private mutating func handOver(_ failed: Page) {
    let tried = Set(
      known.filter { $0.round == incident.round && $0.rung == failed.rung && $0.reason.climbs }.map(\.person))
    if known.contains(where: { $0.rung == failed.rung && $0.reason == .fallback && isInHand($0) }) { return }
    let name = name(of: failed.person)
    guard let person = fallback(besides: tried) else { return raiseFault(failed) }
    var cause = again(failed)
    cause.reason = .fallback
    cause.because = "no page to \(name) gets through"
    if page(person, cause) {
      note(
        .fault, "No page to \(name) gets through",
        detail: "\(person.name) is paged instead. \(Wording.line(failed.evidence))",
        line: failed.line)
    }
  }

  private mutating func raiseFault(_ failed: Page) {
    guard !incident.marks.contains(.nobodyReached) else { return }
    incident.marks.insert(.nobodyReached)
    note(
      .fault, "No page gets through to anybody",
      detail: "Every contact method was tried. \(Wording.line(failed.evidence))")
  }

  private func again(_ failed: Page) -> PageCause {
    PageCause(
      rung: failed.rung, reason: failed.reason, because: nil, role: name(of: failed.person), until: failed.until,
      line: failed.line)
  }

  private func wants(_ page: Page) -> Bool { incident.acknowledgedAt == nil || page.until == .resolved }

  /// Reached its person, or may still do so at once. A reminder for later does not count.
  private func isInHand(_ page: Page) -> Bool {
    switch page.status {
    case .accepted, .delivered, .acknowledged, .sending: true
    case .pending: (page.due <= now || page.attempts > 0) && !Delivery.isLost(page, now: now)
    case .failed, .unknown, .cancelled: false
    }
  }
}
