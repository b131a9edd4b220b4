import Channels
import Incidents
import Yams

/// Reads the sections in the order in which they refer to one another: channels, people, schedules, roles.
struct TeamFileSections {
  var report = TeamFileReport()
  let environment: (String) -> String?
  let readFile: (String) throws -> String
  /// Names that later sections may refer to, also where their own entry has an error.
  var channelKinds: [String: String] = [TeamConfiguration.console: "console"]
  var people: [String] = []
  /// How many people each rotation and each schedule has.
  var rotationSizes: [String: Int] = [:]
  var scheduleSizes: [String: Int] = [:]

  init(environment: @escaping (String) -> String?, readFile: @escaping (String) throws -> String) {
    self.environment = environment
    self.readFile = readFile
  }

  mutating func configuration(from root: Node) -> TeamConfiguration {
    let keys = [
      "team", "people", "rotations", "schedules", "holidays", "overrides", "roles", "fallback", "channels", "calendar",
      "webhooks", "heartbeats", "acknowledgement", "status", "values", "alerts", "routes", "dependencies",
      "maintenance", "trackers", "watch", "updates",
    ]
    let section = report.section(root, in: "the team file", keys: keys)
    let channels = section["channels"].map { readChannels($0) } ?? []
    var team = Team()
    team.people = section["people"].map { readPeople($0) } ?? []
    team.rotations = section["rotations"].map { readRotations($0) } ?? []
    team.holidays = section["holidays"].map { readHolidays($0) } ?? []
    team.schedules = section["schedules"].map { readSchedules($0, teamHolidays: team.holidays) } ?? []
    team.overrides = section["overrides"].map { readOverrides($0, of: team) } ?? []
    team.roles = section["roles"].map { readRoles($0) } ?? []
    if let node = section["team"], !report.isEmpty(node) { team.name = report.text(node, "The team's name") ?? "" }
    if let node = section["fallback"], !report.isEmpty(node) { team.fallback = person(node, "The fallback") }
    if let node = section["updates"], !report.isEmpty(node) { team.updates = readUpdates(node) }
    if let node = section["status"] { team.status = readStatus(node) }
    team.values = section["values"].map { readValues($0) } ?? [:]
    // People outside are mailed by the channel that is named for it, else by the first that can.
    team.status.mail = team.status.mail ?? channels.first { $0.configuration.isMail }?.name
    if let node = section["acknowledgement"], !report.isEmpty(node) { team.lapse = readLapse(node) }
    team.calendar = section["calendar"].flatMap { readCalendar($0) }
    if let node = section["alerts"], !report.isEmpty(node) { team.gathering = readGathering(node) }
    var configuration = TeamConfiguration(team: team, channels: channels)
    configuration.routes = section["routes"].map { readRoutes($0) } ?? []
    configuration.dependencies = section["dependencies"].map { readDependencies($0) } ?? []
    configuration.maintenance = section["maintenance"].map { readMaintenance($0) } ?? []
    configuration.webhooks = section["webhooks"].map { readWebhooks($0) } ?? [:]
    configuration.heartbeats = section["heartbeats"].map { readHeartbeats($0) } ?? []
    configuration.trackers = section["trackers"].map { readTrackers($0) } ?? []
    if let node = section["watch"], !report.isEmpty(node) { configuration.watch = readWatch(node) }
    return configuration
  }

  /// A reference to somebody under `people`.
  mutating func person(_ node: Node, _ what: String) -> String? {
    guard let id = report.text(node, what) else { return nil }
    if people.contains(id) { return id }
    let hint =
      rotationSizes[id] != nil
      ? "`\(id)` is a rotation: write `{ rotation: \(id) }`."
      : scheduleSizes[id] != nil
        ? "`\(id)` is a schedule: write `{ schedule: \(id) }`."
        : Spelling.nearest(to: id, among: people).map { "did you mean `\($0)`?" }
          ?? "add `\(clipped(id))` under `people`."
    report.refuse(node, "\(what) names `\(clipped(id))`, who is not under `people`.", hint: hint)
    return nil
  }

  /// A short name by which other lines refer to an entry.
  mutating func identifier(_ entry: (key: String, keyNode: Node, value: Node), _ what: String) -> Bool {
    let fits = entry.key.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
    if fits, entry.key.count <= 64 { return true }
    report.refuse(
      entry.keyNode, "`\(clipped(entry.key))` cannot name \(what).",
      hint: "use letters, digits, `-`, `_` and `.`, at most 64.")
    return false
  }
}
