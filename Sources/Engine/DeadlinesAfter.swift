import Incidents
import Runbooks

/// The promises that outlive the incident, or have nothing to do with its end. Practice owes nobody any of them.
extension Deadlines {
  private var isOver: Bool { incident.status == .resolved && !incident.isDrill }
  private var isReal: Bool { (incident.status.isOpen || incident.status == .resolved) && !incident.isDrill }

  var review: Promise? {
    guard isOver, let resolved = incident.resolvedAt, let deadline = reviewDeadline(after: resolved),
      SeverityWords.cover(runbook.review.severities, incident.severity, in: runbook.severities)
    else { return nil }
    let within = Wording.span(deadline.interval)
    var promise = Promise(
      key: PromiseKey.review, kind: .reviewDue, what: "Review due",
      why: deadline.isBusiness ? "\(deadline.words) after resolution" : "within \(within) of resolution",
      due: deadline.due, interval: deadline.interval, line: deadline.line, assumption: deadline.assumption,
      entry: .reviewDue)
    promise.told =
      deadline.isBusiness
      ? "Review due: \(deadline.words) passed since resolution" : "Review due: \(within) passed since resolution"
    promise.page = .reviewDue
    promise.needsAnswer = false
    promise.answers = [.done]
    promise.state = state(promise.key)
    return promise
  }

  private func reviewDeadline(after resolved: Timestamp) -> Deadline? {
    let review = runbook.review
    let line = review.deadlineLine ?? review.line
    guard review.present else { return nil }
    if let days = review.deadlineBusinessDays { return businessDeadline(days, from: resolved, line: line) }
    guard let hours = review.deadlineHours, hours > 0 else { return nil }
    let interval = Span.minutes(hours * 60)
    return Deadline(due: resolved + interval, interval: interval, line: line)
  }

  /// The law's time runs where the incident is of the kind that the document speaks of, or where a person says so.
  var notices: [Promise] {
    guard isReal else { return [] }
    return runbook.notices.compactMap { notice in
      let state = state(PromiseKey.notice(notice.line))
      guard let from = state.since ?? (speaks(notice) ? incident.opened : nil) else { return nil }
      return promise(notice, from, state)
    }
  }

  /// Notices of the document that do not run: a person may begin them.
  var offeredNotices: [LegalNotice] {
    let running = Set(notices.map(\.key))
    return isReal ? runbook.notices.filter { !running.contains(PromiseKey.notice($0.line)) } : []
  }

  private func speaks(_ notice: LegalNotice) -> Bool {
    if let scenario = notice.scenario, scenario == incident.scenario { return true }
    return Matter("security breach").concerns(Matter.words(of: (incident.scenario ?? "") + " " + incident.title))
  }

  private func promise(_ notice: LegalNotice, _ from: Timestamp, _ state: PromiseState) -> Promise {
    let interval = Span.minutes(notice.hours * 60)
    let text = Wording.line(notice.text, limit: 120)
    var promise = Promise(
      key: PromiseKey.notice(notice.line), kind: .legalNotice, what: "Legal notice due", why: text,
      due: from + interval, interval: interval, line: notice.line, entry: .notice)
    promise.told = "Legal notice is late: \(Wording.span(interval)) passed"
    promise.detail = text
    promise.page = .noticeDue
    promise.whom = .legal
    promise.needsAnswer = false
    promise.ahead = Span(microseconds: min(Span.days(1).microseconds, interval.microseconds / 3))
    promise.answers = [.done, .notNeeded]
    promise.state = state
    return promise
  }

  var itemPromises: [Promise] {
    guard isReal || incident.status == .closed else { return [] }
    return items.compactMap { item in
      guard let due = item.due, item.doneAt == nil else { return nil }
      let owner = item.owner.isEmpty ? "" : policy.team.person(item.owner)?.name ?? item.owner
      let text = Wording.line(item.text, limit: 120)
      var promise = Promise(
        key: PromiseKey.item(item.number), kind: .actionItem, what: text, why: owner.isEmpty ? "nobody's yet" : owner,
        due: due, interval: due - item.created, entry: .item)
      promise.told = "Action item due: \(text)"
      promise.detail = owner.isEmpty ? "It belongs to nobody yet." : "It is \(owner)'s."
      promise.page = .actionDue
      promise.whom = .owner(item.owner)
      promise.needsAnswer = false
      promise.answers = [.done]
      promise.state = state(promise.key)
      return promise
    }
  }

  /// "This runbook is updated after every P0/P1 incident": by when the review is, else within a week.
  var upkeep: Promise? {
    guard isOver, let line = runbook.upkeep.afterLine, let resolved = incident.resolvedAt,
      SeverityWords.cover(runbook.upkeep.afterSeverities, incident.severity, in: runbook.severities)
    else { return nil }
    let review = reviewDeadline(after: resolved)
    let interval = review?.interval ?? .days(7)
    var promise = Promise(
      key: PromiseKey.upkeep, kind: .runbookUpdate, what: "Runbook update due", why: "with what this incident taught",
      due: review?.due ?? resolved + interval, interval: interval, line: line, entry: .upkeep)
    promise.assumption =
      review == nil
      ? "The document gives no time for it: a week is assumed."
      : "The document gives no time for it: the review's is assumed."
    promise.told = "Runbook update due: \(Wording.span(interval)) passed since resolution"
    promise.page = .runbookDue
    promise.needsAnswer = false
    promise.answers = [.done]
    promise.state = state(promise.key)
    return promise
  }
}
