/// Opsgenie's configuration as its API v2 gives it, in one file or one for each kind: users, schedules with their
/// rotations, escalations, teams. Fields: https://docs.opsgenie.com/docs/schedule-api
enum OpsgenieImport {
  private static let wrappers: Set<String> = ["data", "users", "schedules", "escalations", "teams"]

  static func read(_ trees: [ImportTree]) -> ImportedTeam {
    var team = ImportedTeam("Opsgenie")
    let objects = trees.flatMap { $0.objects(under: wrappers) }
    for user in objects where user["username"].text != nil && user["fullName"].text != nil {
      let mail = user["username"].text
      team.add(
        person: user["fullName"].text ?? "?", keys: [user["id"].text, mail], zone: user["timeZone"].text,
        mail: mail)
    }
    for schedule in objects where !schedule["rotations"].items.isEmpty { add(schedule: schedule, &team) }
    for escalation in objects where !escalation["rules"].items.isEmpty { add(escalation: escalation, &team) }
    for group in objects where !group["members"].items.isEmpty {
      let ids = group["members"].items.compactMap { person($0["user"], team) }
      let list = ids.map(ImportedTeam.quoted).joined(separator: ", ")
      if !ids.isEmpty { team.roles.append((group["name"].text ?? "Team", "[\(list)]")) }
    }
    return team
  }

  private static func person(_ user: ImportTree, _ team: ImportedTeam) -> String? {
    team.person(user["id"].text) ?? team.person(user["username"].text)
  }

  private static func add(schedule: ImportTree, _ team: inout ImportedTeam) {
    let name = schedule["name"].text ?? "schedule"
    let rotations = schedule["rotations"].items
    let layers = rotations.enumerated().compactMap { layer($0.element, $0.offset, name, &team) }
    if layers.count > 1 {
      team.note(
        "All rotations of \(name) are on call at once in Opsgenie; here the last one that has somebody wins. Look at its order."
      )
    }
    team.add(schedule: name, key: schedule["id"].text ?? name, zone: schedule["timezone"].text, layers: layers)
    if let id = schedule["id"].text { team.alias(schedule: name, of: id) }
  }

  private static func layer(
    _ rotation: ImportTree, _ place: Int, _ schedule: String, _ team: inout ImportedTeam
  ) -> ImportedTeam.Layer? {
    let name = rotation["name"].text ?? "\(place + 1)"
    guard let start = ImportedTeam.moment(rotation["startDate"].text) else {
      team.note("The rotation \(name) of \(schedule) has no readable start and was left out.")
      return nil
    }
    let participants = rotation["participants"].items
    let people = participants.compactMap { person($0, team) }
    if people.count < participants.count {
      team.note("Participants of \(name) in \(schedule) that are teams, escalations or nobody were left out.")
    }
    let unit = ["hourly": 3_600, "daily": 86_400, "weekly": 604_800][rotation["type"].text ?? "weekly"] ?? 604_800
    let length = min(max(rotation["length"].number ?? 1, 1), 366)
    return ImportedTeam.Layer(
      name: name, people: people, start: start, hours: ImportedHours.hours(unit * length),
      restrictions: restrictions(rotation["timeRestriction"]), until: ImportedTeam.moment(rotation["endDate"].text))
  }

  private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private static func restrictions(_ rule: ImportTree) -> [String] {
    func minute(_ tree: ImportTree, _ end: String) -> Int {
      min(max(tree["\(end)Hour"].number ?? 0, 0), 24) * 60 + min(max(tree["\(end)Min"].number ?? 0, 0), 59)
    }
    let single = rule["restriction"]
    if rule["type"].text == "time-of-day", !single.keys.isEmpty {
      let (from, to) = (minute(single, "start"), minute(single, "end"))
      return ImportedHours.daily(from: from, length: (to - from + 1_440) % 1_440).map { [$0] } ?? []
    }
    return rule["restrictions"].items.flatMap { item -> [String] in
      guard let first = days.firstIndex(of: (item["startDay"].text ?? "").lowercased()),
        let last = days.firstIndex(of: (item["endDay"].text ?? "").lowercased())
      else { return [] }
      let from = first * 1_440 + minute(item, "start")
      let length = (last * 1_440 + minute(item, "end") - from + 10_080) % 10_080
      return ImportedHours.weekly(from: from, length: length)
    }
  }

  private static func add(escalation: ImportTree, _ team: inout ImportedTeam) {
    let name = escalation["name"].text ?? "Escalation"
    for (place, rule) in escalation["rules"].items.enumerated() {
      let to = rule["recipient"]
      let minutes = (rule["delay"]["timeAmount"].number ?? rule["delay"].number ?? 0)
      let unit = ["minutes": 1, "hours": 60, "days": 1_440][rule["delay"]["timeUnit"].text ?? "minutes"] ?? 1
      let schedule = team.schedule(to["id"].text) ?? team.schedule(to["name"].text)
      team.add(
        level: place + 1, of: name, after: min(max(minutes, 0), 10_000) * unit,
        people: to["type"].text == "user" ? [person(to, team)].compactMap { $0 } : [],
        schedules: to["type"].text == "schedule" ? [schedule].compactMap { $0 } : [])
      if to["type"].text == "team" {
        team.note("Level \(place + 1) of \(name) pages a team: write its role into the ladder.")
      }
      if rule["condition"].text == "if-not-closed" {
        team.note(
          "Level \(place + 1) of \(name) goes on until closed: write “until resolved” beside it in the runbook.")
      }
    }
  }
}
