import Engine
import Incidents

/// Everything that our own API does. `DescriptionTests` holds it beside the table of routes.
enum Operations {
  static let all: [Operation] = service + incidents + acts + room + review + publicPage + onCall + alerts + access

  static let run: Shape = .record(
    needed: [
      "text": .text, "line": .number, "command": .text, "host": .text, "actor": .text, "at": .time,
      "milliseconds": .number, "exit": .number, "firstLine": .text,
    ])

  static let incident: Shape = .record(
    needed: [
      "id": .text, "name": .text, "title": .text, "service": .text, "severity": .text, "severityLabel": .text,
      "severityRank": .number, "status": .oneOf(Incident.Status.allCases.map(\.rawValue)), "opened": .time,
      "round": .number, "runbook": .text, "drill": .flag,
    ],
    more: [
      "scenario": .text, "acknowledgedAt": .time, "acknowledgedBy": .text, "resolvedAt": .time, "resolvedBy": .text,
      "quietSince": .time, "flapping": .flag, "alerts": .list(alert), "timeline": .list(entry), "pages": .list(page),
    ])

  private static let alert: Shape = .record(
    needed: [
      "id": .text, "dedupKey": .text, "state": .oneOf(["firing", "resolved"]), "source": .text, "severity": .text,
      "summary": .text, "labels": .map(.text), "firstSeen": .time, "lastSeen": .time, "count": .number,
    ], more: ["resolvedAt": .time])

  private static let entry: Shape = .record(
    needed: ["at": .time, "kind": .text, "actor": .text, "text": .text, "detail": .text], more: ["line": .number])

  private static let page: Shape = .record(
    needed: [
      "id": .text, "person": .text, "name": .text, "channel": .text, "reason": .text, "status": .text, "due": .time,
      "round": .number, "attempts": .number, "evidence": .text, "why": .text,
    ], more: ["rung": .number, "line": .number, "assumption": .text])

  private static let service: [Operation] = [
    .get("/healthz", "Whether the process lives.", nil, .text).plain,
    .get("/readyz", "Whether it takes alerts.", nil, .text).plain,
    figures,
    .get(
      "/openapi.json", "This description.", nil,
      .record(needed: ["openapi": .text, "paths": .map(.map(.record(needed: [:])))])),
  ]

  /// On loopback nobody is asked for a token, so that the description asks for none.
  private static var figures: Operation {
    var operation = Operation.get(
      "/metrics", "Figures of the loops, for Prometheus: on loopback, or with a token that may read.", nil, .text)
    operation.type = "application/openmetrics-text"
    return operation
  }

  private static let incidents: [Operation] = [
    .get("/api/v1/incidents", "Incidents, 500 at the most.", .read, .record(needed: ["incidents": .list(incident)]))
      .asking(
        .init(
          name: "status", about: "Only these; the open ones unless told.",
          shape: .oneOf(["open", "all"] + Incident.Status.allCases.map(\.rawValue)))),
    .post(
      "/api/v1/incidents", "Opens an incident without an alert.",
      .record(
        needed: ["title": .words],
        more: ["severity": .text, "scenario": .text, "runbook": .text, "drill": .flag, "actor": .text]), status: 201,
      incident),
    .get(
      "/api/v1/incidents/{incident}", "One incident, by its identifier or name, with all that belongs to it.", .read,
      incident),
    .get(
      "/api/v1/incidents/{incident}/actions", "The commands that its scenario offers.", .read,
      .record(
        needed: [
          "incident": .text,
          "actions": .list(
            .record(needed: ["number": .number, "kind": .text, "text": .text, "effect": .text, "line": .number])),
        ], more: ["scenario": .text])),
    .post(
      "/api/v1/incidents/{incident}/runs", "Keeps what a person's run of an offered command gave.",
      .record(
        needed: ["text": .words, "line": .number, "command": .words, "exit": .number, "milliseconds": .number],
        more: ["host": .text, "output": .text, "actor": .text]), status: 201, run),
    .get("/api/v1/runs", "The latest runs of all incidents.", .read, .record(needed: ["runs": .list(run)])),
  ]

  static func act(
    _ name: String, _ about: String, needed: [String: Shape] = [:], more: [String: Shape] = [:]
  ) -> Operation {
    .post(
      "/api/v1/incidents/{incident}/\(name)", about,
      .record(needed: needed, more: more.merging(["actor": .text]) { first, _ in first }), needed: !needed.isEmpty,
      incident)
  }

  private static let acts: [Operation] = [
    act("acknowledge", "Says that somebody has it in hand."),
    act("resolve", "Ends it; a reason is needed while alerts fire.", more: ["reason": .text]),
    act("reopen", "Opens a resolved one again."),
    act("note", "Adds a note.", needed: ["text": .words]),
    act(
      "update", "Posts an update of those that the runbook promises.", needed: ["text": .words],
      more: ["audience": .oneOf(["internal", "external", "both"])]),
    act("severity", "Changes its severity.", needed: ["severity": .words]),
    act("scenario", "Says what it is about; without one: nothing that the runbook knows.", more: ["scenario": .text]),
    act("forget", "Forgets the scenario that was kept for its alerts."),
    act("runbook", "Lets it follow the runbook in force.", more: ["revision": .form("^[0-9]{1,15}$")]),
    act("page", "Pages a step of its ladder now.", needed: ["step": .number]),
    act(
      "clock", "Answers one of its clocks.",
      needed: ["clock": .words, "answer": .oneOf(ClockAnswer.allCases.map(\.rawValue))]),
    act(
      "item", "Adds an action item.", needed: ["text": .words],
      more: ["owner": .text, "due": .text, "priority": .oneOf(ActionItem.Priority.allCases.map(\.rawValue))]),
    act("done", "Finishes an action item.", needed: ["number": .number]),
    act(
      "situation", "Says that a situation of the runbook holds, or not.", needed: ["situation": .words],
      more: ["holds": .flag]),
    act("handover", "Offers it to somebody.", needed: ["to": .words]),
  ]
}

extension Operation {
  fileprivate var plain: Operation {
    var operation = self
    operation.type = "text/plain"
    return operation
  }
}
