/// PagerDuty's REST API v2 as JSON: `GET /users?include[]=contact_methods`, `/schedules/ID`, `/escalation_policies`,
/// `/services`. Fields: https://developer.pagerduty.com/api-reference/
enum PagerDutyImport {
  private static let wrappers: Set<String> = [
    "users", "schedules", "escalation_policies", "services", "user", "schedule", "escalation_policy", "service",
  ]

  static func read(_ trees: [ImportTree]) -> ImportedTeam {
    var team = ImportedTeam("PagerDuty")
    let objects = trees.flatMap { tree in unwrapped(tree) }
    for user in objects where user["email"].text != nil { add(user: user, &team) }
    for schedule in objects where !schedule["schedule_layers"].items.isEmpty { add(schedule: schedule, &team) }
    for policy in objects where !policy["escalation_rules"].items.isEmpty { add(policy: policy, &team) }
    for service in objects where service["type"].text == "service" {
      let name = service["name"].text ?? service["summary"].text ?? "?"
      let policy = service["escalation_policy"]["summary"].text ?? "its policy"
      team.note("The service \(name) uses \(policy): name the service in the runbook, or write a route for its alerts.")
    }
    return team
  }

  /// Users and schedules hold others' references under the same names: only the outermost wrapper is opened.
  private static func unwrapped(_ tree: ImportTree) -> [ImportTree] {
    if !tree.items.isEmpty { return tree.items.flatMap(unwrapped) }
    if tree["type"].text != nil { return [tree] }
    let inner = tree.members.filter { wrappers.contains($0.key) }.map(\.value)
    return inner.isEmpty ? [tree] : inner.flatMap(unwrapped)
  }

  private static func add(user: ImportTree, _ team: inout ImportedTeam) {
    let name = user["name"].text ?? user["summary"].text ?? "?"
    let methods = user["contact_methods"].items
    let mail = methods.first { $0["type"].text == "email_contact_method" }?["address"].text ?? user["email"].text
    team.add(person: name, keys: [user["id"].text], zone: user["time_zone"].text, mail: mail)
    let others = methods.compactMap { $0["type"].text }.filter {
      !$0.hasPrefix("email_contact_method") && $0.hasSuffix("contact_method")
    }
    if !others.isEmpty {
      team.note("\(name) is also reached by phone, SMS or push: bind one of your channels for that.")
    }
  }

  private static func add(schedule: ImportTree, _ team: inout ImportedTeam) {
    let name = schedule["name"].text ?? schedule["summary"].text ?? "schedule"
    // The first layer of the answer is the uppermost; a team file's last one wins.
    let layers = schedule["schedule_layers"].items.reversed().enumerated().compactMap {
      layer($0.element, $0.offset, name, &team)
    }
    team.add(schedule: name, key: schedule["id"].text, zone: schedule["time_zone"].text, layers: layers)
  }

  private static func layer(
    _ layer: ImportTree, _ place: Int, _ schedule: String, _ team: inout ImportedTeam
  ) -> ImportedTeam.Layer? {
    let name = layer["name"].text ?? "\(place + 1)"
    guard let start = ImportedTeam.moment(layer["rotation_virtual_start"].text ?? layer["start"].text) else {
      team.note("The layer \(name) of \(schedule) has no readable start and was left out.")
      return nil
    }
    let people = layer["users"].items.compactMap { team.person($0["user"]["id"].text ?? $0["id"].text) }
    if people.count < layer["users"].items.count {
      team.note("Somebody of the layer \(name) of \(schedule) was not exported.")
    }
    let seconds = layer["rotation_turn_length_seconds"].number ?? 604_800
    if seconds % 3_600 != 0 {
      team.note("A turn of \(name) in \(schedule) is no number of whole hours: it is rounded down.")
    }
    return ImportedTeam.Layer(
      name: name, people: people, start: start, hours: ImportedHours.hours(seconds),
      restrictions: layer["restrictions"].items.flatMap(restriction), until: ImportedTeam.moment(layer["end"].text))
  }

  private static func restriction(_ restriction: ImportTree) -> [String] {
    guard let from = ImportedHours.minute(restriction["start_time_of_day"].text),
      let length = restriction["duration_seconds"].number
    else { return [] }
    if restriction["type"].text == "weekly_restriction" {
      let day = min(max(restriction["start_day_of_week"].number ?? 1, 1), 7) - 1
      return ImportedHours.weekly(from: day * 1_440 + from, length: length / 60)
    }
    return ImportedHours.daily(from: from, length: length / 60).map { [$0] } ?? []
  }

  private static func add(policy: ImportTree, _ team: inout ImportedTeam) {
    let name = policy["name"].text ?? policy["summary"].text ?? "Policy"
    var minutes = 0
    for (place, rule) in policy["escalation_rules"].items.enumerated() {
      let targets = rule["targets"].items
      team.add(
        level: place + 1, of: name, after: minutes,
        people: targets.filter { ($0["type"].text ?? "").hasPrefix("user") }.compactMap { team.person($0["id"].text) },
        schedules: targets.filter { ($0["type"].text ?? "").hasPrefix("schedule") }.compactMap {
          team.schedule($0["id"].text)
        })
      minutes += min(max(rule["escalation_delay_in_minutes"].number ?? 30, 0), 100_000)
    }
    if let loops = policy["num_loops"].number, loops > 0 {
      team.note("\(name) repeats \(loops) times; Tocsin climbs the runbook's ladder three times.")
    }
  }
}
