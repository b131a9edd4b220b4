/// What the room, the review and the action items add.
extension Operations {
  private static let digits = Shape.either([.form("^[0-9]{1,15}$"), .number])

  static let room: [Operation] = [
    act(
      "tick", "Ticks a step of its runbook, or takes the tick back.", needed: ["step": .either([.words, .number])],
      more: ["done": .flag, "remark": .text]),
    act(
      "role", "Takes a role, gives it to somebody, or leaves it.", needed: ["role": .words],
      more: ["to": .text, "leave": .flag]),
    act("dismiss", "Says that it is a false alarm.", needed: ["reason": .words]),
    act("escalate", "Pages somebody by hand with a message.", needed: ["to": .words], more: ["text": .text]),
    act("merge", "Makes it part of another one.", needed: ["into": .words]),
    act("split", "Gives one of its alerts an incident of its own.", needed: ["alert": digits]),
    act("relate", "Says that another one belongs with it.", needed: ["with": .words], more: ["holds": .flag]),
    act("pin", "Pins an entry of its timeline.", needed: ["entry": digits], more: ["holds": .flag]),
    act("hold", "Keeps it from being cleared away.", needed: ["reason": .words], more: ["holds": .flag]),
    act(
      "private", "Shows it to some people only.",
      more: ["people": .text, "admit": .text, "exclude": .text, "open": .flag]),
    filed, binary("/api/v1/incidents/{incident}/files/{file}", "One of its files."),
    binary("/api/v1/incidents/{incident}/export.tar", "Everything of it in one archive."),
  ]

  private static var filed: Operation {
    var operation = Operation.post(
      "/api/v1/incidents/{incident}/files", "Attaches a file: the body is the file.", .text, status: 201, incident
    ).asking(
      .init(name: "name", about: "The file's name; `file` unless told.", shape: .text),
      .init(name: "actor", about: "Who does it; the token unless told.", shape: .text))
    operation.bodyType = "application/octet-stream"
    return operation
  }

  private static func binary(_ path: String, _ about: String) -> Operation {
    var operation = Operation.get(path, about, .read, .text)
    operation.type = "application/octet-stream"
    return operation
  }

  private static let text: Shape = .record(
    needed: [
      "incident": .text, "state": .oneOf(["draft", "kept", "published"]), "version": .number, "text": .text,
      "open": .list(.text),
      "versions": .list(.record(needed: ["number": .number, "at": .time, "actor": .text, "published": .flag])),
      "figures": .record(needed: [
        "updatesOwed": .number, "updatesOnTime": .number, "pages": .number, "people": .number,
      ]),
    ])

  private static let lesson: Shape = .record(
    needed: [
      "incident": .text, "runbook": .text, "patch": .text,
      "changes": .list(
        .record(needed: [
          "key": .text, "kind": .text, "line": .number, "old": .list(.text), "new": .list(.text), "why": .text,
        ])),
    ], more: ["branch": .text])

  private static let item: Shape = .record(
    needed: [
      "id": .text, "incident": .text, "number": .number, "text": .text, "owner": .text, "priority": .text,
      "state": .text,
      "created": .time,
    ], more: ["due": .time, "doneAt": .time, "issue": .text, "url": .text])

  private static let middle: Shape = .record(
    needed: ["count": .number], more: ["median": .number, "ninetieth": .number])

  private static let group: Shape = .record(
    needed: ["name": .text, "incidents": .number, "answered": middle, "quiet": middle, "resolved": middle],
    more: ["label": .text])

  private static let course: Shape = .record(needed: [
    "days": .number, "since": .time, "all": group, "severities": .list(group), "scenarios": .list(group),
    "people": .list(.record(needed: ["name": .text, "pages": .number, "atNight": .number, "nights": .number])),
    "updatesOwed": .number, "updatesOnTime": .number, "drills": .number, "falseAlarms": .number,
    "recurring": .list(.text), "neverRehearsed": .list(.text),
    "alwaysSkipped": .list(
      .record(needed: ["list": .text, "line": .number, "incidents": .number], more: ["step": .text])),
  ])

  static let review: [Operation] = [
    .get("/api/v1/incidents/{incident}/review", "Its review: the text, what is open in it, its figures.", .read, text),
    typed("text/markdown", .get("/api/v1/incidents/{incident}/review.md", "Its review as Markdown.", .read, .text)),
    typed("text/html", .get("/api/v1/incidents/{incident}/review.html", "Its review as one page.", .read, .text)),
    .post(
      "/api/v1/incidents/{incident}/review", "Keeps a text, publishes it, or both.",
      .record(needed: [:], more: ["text": .text, "version": .number, "publish": .flag, "actor": .text]), text),
    .get("/api/v1/incidents/{incident}/lesson", "What it teaches the runbook.", .read, lesson),
    .post(
      "/api/v1/incidents/{incident}/lesson", "Takes some of those changes, as a patch or a branch.",
      .record(needed: ["accept": .list(.text)], more: ["branch": .flag, "actor": .text]), lesson),
    .get("/api/v1/items", "Action items of all incidents.", .read, .record(needed: ["items": .list(item)]))
      .asking(.init(name: "state", about: "The open ones unless told.", shape: .oneOf(["open", "all"]))),
    typed("text/csv", .get("/api/v1/items.csv", "The same as a table.", .read, .text)),
    .get("/api/v1/figures", "How the incidents of some days went.", .read, course)
      .asking(.init(name: "days", about: "90 unless told.", shape: .oneOf(["7", "30", "90", "365"]))),
    typed("text/csv", .get("/api/v1/figures.csv", "Figures of the last 90 days as a table.", .read, .text)),
    .post(
      "/api/v1/items/{item}", "Changes an action item.",
      .record(
        needed: [:],
        more: [
          "text": .text, "owner": .text, "due": .text, "priority": .oneOf(["high", "medium", "low"]),
          "state": .oneOf(["open", "started", "done", "dropped"]), "actor": .text,
        ]), item),
    .post(
      "/api/v1/items/{item}/export", "Files it in a tracker.",
      .record(needed: [:], more: ["tracker": .text, "actor": .text]), needed: false, item),
  ]

  private static func typed(_ type: String, _ operation: Operation) -> Operation {
    var operation = operation
    operation.type = type
    return operation
  }
}
