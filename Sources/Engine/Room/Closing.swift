import Incidents
import Runbooks

/// What the runbook asks for before an incident is over, and what of it is missing.
package struct Closing: Sendable, Hashable {
  /// The lists that end an incident: the scenario's verification and what the document names for the end. Where there
  /// are none, its health checks.
  package var lists: [Checklist]
  /// How long it must be quiet yet; nil where it was long enough, or the runbook states no time.
  package var quiet: Quiet?
  package var firing: Int

  package struct Quiet: Sendable, Hashable {
    package var since: Timestamp
    package var window: Span
    package var passed: Span
    package var line: Int?
  }

  /// Nothing is asked for.
  package static let nothing = Closing()

  private init() {
    lists = []
    firing = 0
  }

  package init(_ view: IncidentView, now: Timestamp) {
    let runbook = view.policy.runbook
    let all = Checklists(view.incident, runbook).all
    let own = all.filter { list in
      list.kind == .verification
        || ([.phase, .other].contains(list.kind) && ClosingWords.areSaid(in: list.title))
    }
    lists = own.isEmpty ? all.filter { $0.kind == .health } : own
    firing = view.alerts.firing
    guard firing == 0, view.alerts.total > 0, let minutes = runbook.quietMinutes, minutes > 0,
      let since = view.incident.quietSince ?? view.alerts.lastResolved, now < since + .minutes(minutes)
    else { return }
    quiet = Quiet(since: since, window: .minutes(minutes), passed: max(.zero, now - since), line: runbook.quietLine)
  }

  /// Steps that nobody has ticked off.
  package var open: [Checklist.Item] { lists.flatMap(\.items).filter { $0.tick == nil } }

  package var isComplete: Bool { firing == 0 && quiet == nil && open.isEmpty }

  /// What is missing, each as a part of a sentence.
  package var missing: [String] {
    var parts: [String] = []
    if firing > 0 { parts.append(firing == 1 ? "1 alert still fires" : "\(firing) alerts still fire") }
    if let quiet {
      parts.append(
        "quiet for \(Wording.span(quiet.passed)) of the \(Wording.span(quiet.window)) that the runbook watches")
    }
    let names = open.map { Wording.line($0.text, limit: 80) }
    if !names.isEmpty {
      let more = names.count > 4 ? ["\(names.count - 4) more"] : []
      parts.append("not ticked off: \(Wording.list(names.prefix(4) + more))")
    }
    return parts
  }

  /// The same as one sentence; empty where nothing is missing.
  var sentence: String {
    let words = missing.joined(separator: "; ")
    return words.isEmpty ? "" : words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

extension Draft {
  /// Ends the incident by the runbook's rules, or over them where a reason is given.
  mutating func resolve(by actor: String, reason: String?, isChecked: Bool) throws(Refusal) {
    try needsOpen()
    let why = Wording.line(reason ?? "")
    let view = IncidentView(incident: incident, pages: known, alerts: alerts, policy: policy)
    let closing = Closing(view, now: now)
    if !isChecked, !closing.isComplete, why.isEmpty {
      throw closing.missing.count == 1 && closing.firing > 0
        ? .stillFiring(closing.firing) : .notComplete(closing.sentence)
    }
    let text = "\(name(of: actor)) resolved it" + (why.isEmpty ? "" : ": \(why)")
    close(by: actor, text, detail: isChecked ? "" : closing.sentence, line: nil)
  }

  /// It was none: nothing of it counts, and nobody is paged for it any more.
  mutating func dismiss(_ reason: String, by actor: String) throws(Refusal) {
    try needsOpen()
    let why = Wording.line(try Draft.words(reason, "reason"))
    incident.status = .cancelled
    incident.resolvedAt = now
    incident.resolvedBy = actor
    incident.engagement.handover = nil
    cancel { _ in true }
    let text = "\(name(of: actor)) called it a false alarm: \(why)"
    note(.cancelled, by: actor, text, detail: "It counts in no figure.")
    tellResolved(besides: actor, text)
  }
}
