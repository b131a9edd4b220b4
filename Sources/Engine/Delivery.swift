import Incidents

/// What one attempt to deliver a page makes of the page.
package struct DeliveryDecision: Sendable, Hashable {
  package var status: Page.Status
  /// When to try again; nil where this page is not tried again.
  package var due: Timestamp?
  /// One line for people.
  package var evidence: String
  /// An earlier attempt may have reached the person.
  package var mayBeRepeat: Bool
  /// When its life ended; nil while it goes on.
  package var concluded: Timestamp?
  /// The engine is to look at the incident at once: the next method or the fallback follows.
  package var look: Bool

  /// The page as it is after the attempt.
  package func applied(to page: Page) -> Page {
    var page = page
    page.status = status
    page.due = due ?? page.due
    page.evidence = evidence
    page.mayBeRepeat = mayBeRepeat
    page.concluded = concluded
    page.claimUntil = nil
    return page
  }
}

/// How a page is tried until it arrives.
package enum Delivery {
  /// After so many attempts the next method is used while the first is still tried.
  static let patience = 3
  /// The longest wait that a provider may ask for.
  static let longestWait = Span.minutes(5)
  /// A word that is not a call for help is worth nothing after this.
  static let staleAfter = Span.minutes(15)

  /// What follows from an attempt's outcome. `jitter` in 0…1 is a random number of the caller's; `wanted` is false
  /// where the page was answered or resolved while it was under way, so that it is not tried again.
  package static func after(
    _ outcome: DeliveryOutcome, page: Page, now: Timestamp, jitter: Double, wanted: Bool = true
  ) -> DeliveryDecision {
    switch outcome {
    case .accepted(let evidence):
      end(.accepted, evidence, page, now, look: false)
    case .permanent(let evidence):
      end(.failed, evidence, page, now, look: wanted)
    case .temporary(let evidence, let retryAfter):
      wanted && !isStale(page, now)
        ? again(evidence, page, now, wait: max(backoff(page.attempts, jitter), min(retryAfter ?? .zero, longestWait)))
        : end(wanted ? .failed : .cancelled, evidence, page, now, look: wanted)
    case .unknown(let evidence):
      wanted && !page.mayBeRepeat
        ? again(evidence, page, now, wait: backoff(page.attempts, jitter), mayBeRepeat: true)
        : end(.unknown, evidence, page, now, look: wanted)
    }
  }

  /// Whether a page needs another way: it failed, its outcome stays unknown, or it is tried in vain for too long.
  package static func isLost(_ page: Page, now: Timestamp) -> Bool {
    switch page.status {
    case .failed: true
    case .unknown: page.mayBeRepeat
    case .pending: page.attempts >= patience || (page.attempts > 0 && page.due - now > .minutes(1))
    case .sending, .accepted, .delivered, .acknowledged, .cancelled: false
    }
  }

  /// Whether a page would still be right: not once somebody has answered what it asks for, nor when it is over.
  package static func isWanted(_ page: Page, _ incident: Incident) -> Bool {
    guard !page.reason.outlivesEnd else { return true }
    return incident.status.isOpen && (incident.acknowledgedAt == nil || page.until == .resolved)
  }

  /// Full jitter over an exponential ceiling of 1 s to 60 s, never below a quarter of a second.
  /// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
  package static func backoff(_ attempts: Int, _ jitter: Double) -> Span {
    let ceiling = min(60_000, 1_000 << min(max(attempts - 1, 0), 6))
    let share = jitter.isFinite ? min(max(jitter, 0), 1) : 1
    return .milliseconds(max(250, Int(Double(ceiling) * share)))
  }

  private static func again(
    _ evidence: String, _ page: Page, _ now: Timestamp, wait: Span, mayBeRepeat: Bool = false
  ) -> DeliveryDecision {
    var decision = DeliveryDecision(
      status: .pending, due: now + wait, evidence: Wording.line(evidence), mayBeRepeat: page.mayBeRepeat || mayBeRepeat,
      concluded: nil, look: false)
    decision.look = isLost(decision.applied(to: page), now: now)
    return decision
  }

  private static func end(
    _ status: Page.Status, _ evidence: String, _ page: Page, _ now: Timestamp, look: Bool
  ) -> DeliveryDecision {
    DeliveryDecision(
      status: status, due: nil, evidence: Wording.line(evidence), mayBeRepeat: page.mayBeRepeat, concluded: now,
      look: look && page.reason.goesOn)
  }

  private static func isStale(_ page: Page, _ now: Timestamp) -> Bool {
    !page.reason.climbs && now - page.created > staleAfter
  }
}
