/// Grafana OnCall's public API as JSON: `/api/v1/users/`, `schedules/`, `on_call_shifts/`, `escalation_chains/`,
/// `escalation_policies/`, `routes/`. Fields: https://grafana.com/docs/oncall/latest/oncall-api-reference/
enum GrafanaOnCallImport {
  private static let wrappers: Set<String> = [
    "results", "users", "schedules", "on_call_shifts", "escalation_chains", "escalation_policies", "routes",
  ]

  static func read(_ trees: [ImportTree]) -> ImportedTeam {
    var team = ImportedTeam("Grafana OnCall")
    let objects = trees.flatMap { $0.objects(under: wrappers) }
    for user in objects where user["username"].text != nil {
      team.add(
        person: user["name"].text ?? user["username"].text ?? "?", keys: [user["id"].text, user["username"].text],
        zone: user["timezone"].text, mail: user["email"].text)
    }
    let shifts = objects.filter { $0["start"].text != nil && $0["duration"].number != nil }
    for schedule in objects where !schedule["shifts"].keys.isEmpty || !schedule["shifts"].items.isEmpty {
      add(schedule, shifts, &team)
    }
    for schedule in objects where schedule["type"].text == "ical" {
      team.note(
        "The schedule \(schedule["name"].text ?? "?") is a calendar elsewhere and was left out: write its layers.")
    }
    let chains = objects.filter { $0["name"].text != nil && $0.keys.isSubset(of: ["id", "name", "team_id"]) }
    let policies = objects.filter {
      $0["escalation_chain_id"].text != nil && $0["position"].number != nil && $0["type"].text != nil
    }
    for chain in chains { climb(chain, policies, &team) }
    for route in objects where route["routing_regex"].text != nil {
      team.note(
        "The route \(route["routing_regex"].text ?? "") matches the payload's text: write one by labels under `routes`."
      )
    }
    return team
  }

  private static func add(_ schedule: ImportTree, _ shifts: [ImportTree], _ team: inout ImportedTeam) {
    let name = schedule["name"].text ?? "schedule"
    let zone = schedule["time_zone"].text
    let own = schedule["shifts"].items.compactMap(\.text).compactMap { id in shifts.first { $0["id"].text == id } }
    let turning = own.filter { $0["type"].text != "single_event" && $0["type"].text != "override" }
    let layers = turning.sorted { ($0["level"].number ?? 0) < ($1["level"].number ?? 0) }
      .compactMap { layer($0, name, &team) }
    team.add(schedule: name, key: schedule["id"].text, zone: zone, layers: layers)
    for single in own where single["type"].text == "single_event" || single["type"].text == "override" {
      team.note(
        "The single shift \(single["name"].text ?? "?") of \(name) was left out: make an override on the page On call.")
    }
  }

  private static func layer(_ shift: ImportTree, _ schedule: String, _ team: inout ImportedTeam) -> ImportedTeam.Layer?
  {
    let name = shift["name"].text ?? "shift"
    let units = ["hourly": 3_600, "daily": 86_400, "weekly": 604_800]
    guard let unit = units[shift["frequency"].text ?? "weekly"], let local = shift["start"].text, local.count >= 16
    else {
      team.note("The shift \(name) of \(schedule) repeats monthly or has no readable start, and was left out.")
      return nil
    }
    let groups = shift["rolling_users"].items.map { $0.items.compactMap(\.text) }
    let flat = shift["users"].items.compactMap(\.text)
    if groups.contains(where: { $0.count > 1 }) || (groups.isEmpty && flat.count > 1) {
      team.note("The shift \(name) of \(schedule) has several people at once; here each is on call alone, in turn.")
    }
    var people = (groups.isEmpty ? flat : groups.flatMap { $0 }).compactMap { team.person($0) }
    let first = shift["start_rotation_from_user_index"].number ?? 0
    if people.indices.contains(first) { people = Array(people[first...] + people[..<first]) }
    let seconds = unit * min(max(shift["interval"].number ?? 1, 1), 52)
    // On the schedule's own clocks, as OnCall has it.
    let start = "\(local.prefix(10)) \(local.dropFirst(11).prefix(5))"
    return ImportedTeam.Layer(
      name: name, people: people, start: start, hours: ImportedHours.hours(seconds),
      restrictions: restrictions(shift, local, seconds), until: nil)
  }

  private static let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private static func restrictions(_ shift: ImportTree, _ start: String, _ turn: Int) -> [String] {
    let minutes = (shift["duration"].number ?? 0) / 60
    let from = ImportedHours.minute(String(start.dropFirst(11).prefix(8))) ?? 0
    let days = shift["by_day"].items.compactMap(\.text).compactMap { codes.firstIndex(of: $0.uppercased()) }
    guard days.isEmpty else {
      return days.flatMap { ImportedHours.weekly(from: $0 * 1_440 + from, length: min(minutes, 1_440)) }
    }
    return minutes < 1_440 && minutes * 60 < turn
      ? [ImportedHours.daily(from: from, length: minutes)].compactMap { $0 } : []
  }

  private static func climb(_ chain: ImportTree, _ all: [ImportTree], _ team: inout ImportedTeam) {
    let name = chain["name"].text ?? "Chain"
    let steps = all.filter { $0["escalation_chain_id"].text == chain["id"].text }
      .sorted { ($0["position"].number ?? 0) < ($1["position"].number ?? 0) }
    var (seconds, level) = (0, 1)
    for step in steps {
      switch step["type"].text ?? "" {
      case "wait": seconds += min(max(step["duration"].number ?? 0, 0), 10_000_000)
      case "notify_persons", "notify_person_next_each_time":
        let ids = (step["persons_to_notify"].items + step["persons_to_notify_next_each_time"].items).compactMap(\.text)
        team.add(level: level, of: name, after: seconds / 60, people: ids.compactMap { team.person($0) }, schedules: [])
        level += 1
      case "notify_on_call_from_schedule":
        let id = step["notify_on_call_from_schedule"].text
        team.add(
          level: level, of: name, after: seconds / 60, people: [], schedules: [team.schedule(id)].compactMap { $0 })
        level += 1
      case let other: team.note("The step \(other) of the chain \(name) has no place in a ladder and was left out.")
      }
    }
  }
}
