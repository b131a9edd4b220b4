import Incidents

extension Operations {
  private static let moment = #"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]Z$"#

  private static let board: Shape = .record(
    needed: [
      "sentence": .text, "indicator": .text, "untrue": .list(.text),
      "components": .list(.record(needed: ["id": .text, "name": .text, "state": .text, "reach": .text])),
      "maintenance": .list(
        .record(needed: ["id": .number, "title": .text, "starts": .time, "ends": .time, "stage": .text])),
    ])

  static let publicPage: [Operation] = [
    .post(
      "/api/v1/incidents/{incident}/publish", "Writes on the public page.",
      .record(
        needed: ["state": .oneOf(PublicState.allCases.map(\.rawValue)), "title": .words, "text": .words],
        more: [
          "components": .map(.oneOf(ComponentState.allCases.map(\.rawValue))), "nextUpdateMinutes": .number,
          "actor": .text,
        ]), incident),
    .get(
      "/api/v1/incidents/{incident}/draft", "A message by the runbook's template, filled as far as is known.", .read,
      .record(
        needed: [
          "text": .text, "asks": .list(.text),
          "templates": .list(.record(needed: ["name": .text, "line": .number])),
        ],
        more: ["state": .text, "title": .text, "nextUpdateMinutes": .number, "components": .map(.text)])
    ).asking(
      .init(
        name: "audience", about: "For whom; internal unless told.",
        shape: .oneOf(["internal", "external", "escalation"])),
      .init(
        name: "state", about: "What the public page will say; as it stands unless told.",
        shape: .oneOf(PublicState.allCases.map(\.rawValue))),
      .init(name: "template", about: "Which of the templates, from 0.", shape: .form("^[0-9]{1,2}$"))),
    .post(
      "/api/v1/incidents/{incident}/preview", "A message as it will be read on each way; nothing is posted.",
      .record(
        needed: ["text": .words],
        more: [
          "audience": .oneOf(["internal", "external", "both"]),
          "state": .oneOf(PublicState.allCases.map(\.rawValue)), "title": .text,
          "components": .map(.oneOf(ComponentState.allCases.map(\.rawValue))), "nextUpdateMinutes": .number,
          "actor": .text,
        ]),
      .record(needed: ["asks": .list(.text), "ways": .list(.record(needed: ["place": .text, "words": .text]))])),
    .get("/api/v1/status", "What the public page says.", .read, board),
    .get("/api/v1/status/export", "The public page as files.", .read, .record(needed: ["files": .map(.text)])),
    .post(
      "/api/v1/maintenance", "Announces work on the public page.",
      .record(
        needed: ["title": .words, "starts": .form(moment), "ends": .form(moment)],
        more: ["text": .text, "components": .list(.text)]), board),
    .post("/api/v1/maintenance/{id}/cancel", "Calls announced work off, or ends it.", nil, board),
  ]

  private static let override: Shape = .record(
    needed: [
      "schedule": .text, "person": .text, "name": .text, "from": .time, "until": .time, "by": .text, "note": .text,
    ],
    more: ["id": .text, "instead": .text])
  private static let overrides: Shape = .record(needed: ["overrides": .list(override)])

  static let onCall: [Operation] = [
    .get(
      "/api/v1/oncall", "Who is on call, and will be.", .read,
      .record(
        needed: [
          "at": .time,
          "roles": .list(
            .record(needed: ["role": .text, "people": .list(.record(needed: ["id": .text, "name": .text]))])),
          "schedules": .list(.record(needed: ["name": .text, "zone": .text])), "holes": .list(.text),
          "checklist": .list(.text),
        ])
    ).asking(
      .init(name: "at", about: "At that moment; now unless told.", shape: .form(moment)),
      .init(
        name: "days", about: "Days ahead, 1 to 366.",
        shape: .form("^([1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])$")),
      .init(name: "person", about: "Only this one's shifts.", shape: .words),
      .init(name: "schedule", about: "Only this one.", shape: .words)),
    .get("/api/v1/overrides", "Overrides that are not over.", .read, overrides),
    .post(
      "/api/v1/overrides", "Somebody stands in.",
      .record(
        needed: ["schedule": .words, "person": .words, "until": .words],
        more: ["instead": .text, "from": .text, "note": .text, "actor": .text]), status: 201, overrides),
    .delete("/api/v1/overrides/{id}", "Takes an override back.", .respond),
    .post(
      "/api/v1/swaps", "Two people exchange their next shifts.",
      .record(
        needed: ["schedule": .words, "person": .words, "with": .words],
        more: ["from": .text, "note": .text, "actor": .text]), status: 201, overrides),
    calendar,
  ]

  private static var calendar: Operation {
    var operation = Operation.get(
      "/api/v1/calendars/{kind}/{subject}", "The shifts of a `person` or a `schedule` as iCalendar.", .read, .text)
    operation.type = "text/calendar"
    return operation
  }

  static let alerts: [Operation] = [
    .get(
      "/api/v1/alerts/{alert}/why", "What became of an alert, by its identifier or its sender's key for it.", .read,
      .record(
        needed: [
          "alert": .record(needed: ["id": .text, "summary": .text, "state": .text]), "paged": .flag,
          "steps": .list(.record(needed: ["text": .text], more: ["line": .number])),
        ], more: ["key": .text, "incident": .text])),
    .get(
      "/api/v1/intake", "Where alerts come in, and by which keys they did.", .read,
      .record(
        needed: [
          "addresses": .list(.record(needed: ["tool": .text, "address": .text, "paste": .text])),
          "keys": .list(
            .record(needed: ["name": .text], more: ["lastUsed": .time, "lastError": .text, "lastErrorAt": .time])),
        ])),
    .get(
      "/api/v1/heartbeats", "What must report by itself, and how it stands.", .read,
      .record(
        needed: [
          "heartbeats": .list(
            .record(
              needed: ["slug": .text, "state": .text, "armed": .flag],
              more: ["key": .text, "lastPing": .time, "due": .time]))
        ])),
    .get(
      "/api/v1/runbook", "The runbook in force, in short.", .read,
      .record(
        needed: [
          "revision": .text, "name": .text, "digest": .text, "read": .time, "runbooks": .list(.text),
          "severities": .list(.record(needed: ["name": .text, "rank": .number, "line": .number])),
          "escalation": .list(.record(needed: ["target": .text, "until": .text, "line": .number])),
          "scenarios": .list(.record(needed: ["title": .text, "line": .number])),
          "findings": .list(.record(needed: ["level": .text, "message": .text, "line": .number])),
        ])
    ).asking(
      .init(name: "runbook", about: "By its name, where there are several.", shape: .words),
      .init(name: "revision", about: "Any revision that an incident is pinned to.", shape: .form("^[0-9]{1,15}$"))),
  ]

  static let access: [Operation] = [
    Operation(
      method: "post", path: "/api/v1/recovery/end", about: "Lets pages out again that a restored store holds back.",
      scope: .respond, status: 204),
    .get(
      "/api/v1/keys", "Every ingest key, without its secret.", .admin,
      .record(needed: [
        "keys": .list(.record(needed: ["name": .text, "created": .time], more: ["lastUsed": .time, "revoked": .time]))
      ])),
    .post(
      "/api/v1/keys", "Makes an ingest key and shows it this once.",
      .record(needed: ["name": .words]),
      status: 201, .record(needed: ["name": .text, "key": .text])
    ).needing(.admin),
    .delete("/api/v1/keys/{name}", "Ends every live key of that name.", .admin),
  ]
}

extension Operation {
  fileprivate static func delete(_ path: String, _ about: String, _ scope: Scope) -> Operation {
    Operation(method: "delete", path: path, about: about, scope: scope, status: 204)
  }
}
