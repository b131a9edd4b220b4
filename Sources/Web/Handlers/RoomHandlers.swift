import Engine
import Hummingbird
import Incidents
import Runbooks
import Storage

/// The room and everything that can be done in it.
enum RoomHandlers {
  enum Act: String, Sendable, CaseIterable {
    case acknowledge, resolve, reopen, note, update, severity, scenario, forget, runbook, page, clock, item, done
    case situation, handover, tick, role, dismiss, escalate
    case merge, split, relate, pin, hold
    case confidence = "private"

    /// Said once, after it was done.
    var done: String {
      switch self {
      case .acknowledge: "Acknowledged. The rungs that wait for an answer are stopped."
      case .resolve: "Resolved. Nobody is paged for it any more."
      case .reopen: "Reopened. The ladder begins again."
      case .note: "Noted."
      case .update: "Posted."
      case .severity: "Severity changed. Every clock was set anew."
      case .scenario: "Scenario changed."
      case .forget: "Taken back. The next time the alert's words decide."
      case .runbook: "Moved. Every clock was set anew by the newer revision."
      case .page: "Paged."
      case .clock: "Noted on the timeline."
      case .item: "Action item added."
      case .done: "Action item done."
      case .situation: "Said. Whoever it calls is paged at its time."
      case .handover: "Offered. Until it is taken, whoever has it keeps it."
      case .tick: "Noted on the timeline."
      case .dismiss: "A false alarm. Nobody is paged for it any more."
      case .escalate: "Paged, with what you wrote."
      case .confidence: "Said on the timeline: who may see it."
      case .hold: "Noted on the timeline."
      case .pin: "Pinned for everybody."
      case .merge: "Merged. It goes on in the other one."
      case .split: "Moved. The alert has an incident of its own."
      case .relate: "Noted in both."
      case .role: "Said on the timeline. Whoever was given a role is told."
      }
    }

    /// Where the eye should land afterwards.
    var anchor: String {
      switch self {
      case .note, .update: "#timeline"
      case .tick: "#steps"
      case .role: "#roles"
      default: ""
      }
    }
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let incident = try await visit.incident() else { throw Failure.notFound }
    return try await room(incident.id, visit)
  }

  private static func room(
    _ id: Int64, _ visit: Visit, problem: RoomView.Problem? = nil
  ) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = try await visit.site.roomView(
      id, reader: reader, whole: visit.query("timeline") == "all", problem: problem)
    var frame = visit.site.frame(view.title, place: .now, reader: reader)
    frame.live = "/live?page=incident&id=\(id)&seen=\(view.version)"
    let pinned = try await visit.site.runbook(of: view.incident)
    frame.footer = "Runbook revision \(pinned.digest), to which this incident is pinned"
    frame.toast = visit.query("done").flatMap(Act.init)?.done
    return Reply.page(
      frame.page { RoomPage.write(view, into: &$0) }, status: problem == nil ? .ok : .unprocessableContent)
  }

  /// Does it, and shows the room anew; what is refused is said at its field.
  static func act(_ act: Act) -> @Sendable (Visit) async throws -> Response {
    { visit in
      guard let incident = try await visit.incident() else { throw Failure.notFound }
      if act == .update, visit.form["do"] == "preview" {
        let covers = Cadence.Audience(rawValue: visit.form["audience"]) ?? .both
        return try await PublishHandlers.look(at: visit.form.text("text"), covers: covers, on: incident, visit)
      }
      do {
        try await carryOut(act, on: incident, visit)
      } catch let refusal as Refusal {
        return try await room(incident.id, visit, problem: problem(act, refusal.message, visit))
      } catch let gap as Gap {
        return try await room(incident.id, visit, problem: problem(act, "Still holds \(gap.placeholder).", visit))
      }
      return Reply.seeOther("\(Address.incident(incident))?done=\(act.rawValue)\(act.anchor)")
    }
  }

  private static func problem(_ act: Act, _ message: String, _ visit: Visit) -> RoomView.Problem {
    RoomView.Problem(act: act.rawValue, message: message, text: visit.form["text"])
  }

  /// A text that still asks for something.
  private struct Gap: Error { var placeholder: String }

  private static func carryOut(_ act: Act, on incident: Incident, _ visit: Visit) async throws {
    let (acts, form, who) = (visit.context.acts, visit.form, visit.actor)
    switch act {
    case .acknowledge: try await acts.acknowledge(incident.id, by: who, via: "")
    case .resolve:
      for name in form.names(withPrefix: "check-") {
        try await acts.perform(.tick(String(name.dropFirst(6)), done: true, remark: ""), on: incident.id, by: who)
      }
      let reason = form.text("reason")
      try await acts.resolve(incident.id, by: who, reason: reason.isEmpty ? nil : reason)
    case .reopen: try await acts.reopen(incident.id, by: who)
    case .note: try await acts.note(incident.id, text: form.text("text"), by: who)
    case .update:
      try await refuseGaps(form["text"], incident, visit)
      try await acts.postUpdate(
        incident.id, text: form.text("text"), audience: Cadence.Audience(rawValue: form["audience"]) ?? .both, by: who)
    case .clock, .item, .done: try await keep(act, incident, visit)
    case .severity: try await acts.changeSeverity(incident.id, to: form["severity"], by: who)
    case .scenario:
      let title = form["scenario"]
      try await acts.changeScenario(incident.id, to: title.isEmpty ? nil : title, by: who)
    case .forget: try await acts.forgetScenario(incident.id, by: who)
    case .runbook: try await acts.moveRunbook(incident.id, to: Int64(form["revision"]), by: who)
    case .page:
      guard let step = Int(form["step"]) else { throw Failure.bad("The form names no rung. Go back and try again.") }
      try await acts.pageNow(incident.id, step: step, by: who)
    case .situation:
      try await acts.situation(incident.id, form["situation"], holds: form["holds"] != "no", by: who)
    case .handover: try await acts.handOver(incident.id, to: form["to"], by: who)
    case .merge, .split, .relate: _ = try await join(act, RoomFields(form), incident, by: who, visit)
    default:
      guard let what = try act.inRoom(RoomFields(form)) else { throw Failure.notFound }
      try await acts.perform(what, on: incident.id, by: who)
    }
  }

  /// What is said to a clock or about an action item.
  private static func keep(_ act: Act, _ incident: Incident, _ visit: Visit) async throws {
    let (acts, form, who) = (visit.context.acts, visit.form, visit.actor)
    switch act {
    case .clock:
      guard let answer = ClockAnswer(rawValue: form["answer"]) else {
        throw Failure.bad("The form names no answer. Go back and try again.")
      }
      try await acts.answer(incident.id, clock: form["clock"], answer, by: who)
    case .item:
      try await acts.addItem(
        incident.id,
        NewItem(
          text: form.text("text"), owner: form["owner"], due: form["due"],
          priority: ActionItem.Priority(rawValue: form["priority"]) ?? .medium), by: who)
    default:
      guard let number = Int(form["number"]) else { throw Failure.bad("The form names no action item.") }
      try await acts.finishItem(incident.id, number: number, by: who)
    }
  }

  /// A placeholder of the runbook's templates that is still in the text is no update yet.
  private static func refuseGaps(_ text: String, _ incident: Incident, _ visit: Visit) async throws {
    let runbook = try await visit.site.runbook(of: incident).runbook
    let left = runbook.templates.flatMap(\.placeholders).first { $0.count > 2 && text.contains($0) }
    if let left { throw Gap(placeholder: left) }
  }

  @Sendable static func declare(_ visit: Visit) async throws -> Response {
    let form = visit.form
    let severity = form["severity"]
    // "payments.md" alone is a runbook; "payments.md#Database down" a scenario of it.
    let choice = form["scenario"].split(separator: "#", maxSplits: 1).map(String.init)
    do {
      let id = try await visit.context.acts.declare(
        Declaration(
          title: form.text("title"), severity: severity.isEmpty ? nil : severity,
          scenario: choice.count > 1 ? choice[1] : nil, runbook: choice.first, isDrill: form["drill"] == "yes"),
        by: visit.actor)
      guard let incident = try await visit.site.incident(String(id)) else { throw Failure.broken }
      return Reply.seeOther(Address.incident(incident))
    } catch let refusal as Refusal {
      return try await PageHandlers.history(visit, error: refusal.message)
    }
  }
}
