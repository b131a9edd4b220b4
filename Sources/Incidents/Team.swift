/// What a document cannot hold: people, how they are reached, and which role of the runbook each one fills.
package struct Team: Sendable, Hashable {
  package var name: String
  package var people: [Person]
  /// Who fills the roles that the runbook names; keys are the runbook's own words.
  package var roles: [RoleBinding] { didSet { index = RoleIndex(roles.map(\.role)) } }
  /// Their names, taken apart once.
  private(set) var index: RoleIndex
  package var rotations: [Rotation]
  /// Schedules of several layers; their names and those of the rotations are apart.
  package var schedules: [Schedule]
  /// Covers and swaps of all schedules and rotations, from the oldest to the newest.
  package var overrides: [Override]
  /// Days on which the whole team is off; each schedule has them too, and none of them is a working day.
  package var holidays: [Holiday]
  /// Paged when a rung reaches nobody; a person's identifier.
  package var fallback: String?
  /// When the team works; nil where the team file does not say.
  package var calendar: BusinessCalendar?
  /// When an answer that nothing follows counts no longer; nil = it always counts.
  package var lapse: AnswerLapse?
  /// Channels in which the team reads the updates for people inside.
  package var updates: [ContactMethod] = []
  /// The public page.
  package var status: StatusSettings
  /// What stands for the open places of the runbook's commands, by their names: `yourdomain`. `env:NAME` is a variable
  /// of whoever runs the command.
  package var values: [String: String] = [:]
  /// How alerts become incidents.
  package var gathering = GatheringRules()

  package init(
    name: String = "", people: [Person] = [], roles: [RoleBinding] = [], rotations: [Rotation] = [],
    schedules: [Schedule] = [], overrides: [Override] = [],
    holidays: [Holiday] = [], fallback: String? = nil, lapse: AnswerLapse? = nil,
    status: StatusSettings = StatusSettings()
  ) {
    self.name = name
    self.people = people
    self.roles = roles
    index = RoleIndex(roles.map(\.role))
    self.rotations = rotations
    self.schedules = schedules
    self.overrides = overrides
    self.holidays = holidays
    self.fallback = fallback
    self.lapse = lapse
    self.status = status
  }

  /// The team's working days, or those that are assumed, without its holidays.
  package var workingDays: BusinessCalendar {
    var days = calendar ?? .assumed
    days.holidays.formUnion(holidays.map(\.day))
    return days
  }

  package func person(_ id: String) -> Person? { people.first { $0.id == id } }
}

package struct Person: Sendable, Hashable {
  /// Short identifier used in the team file and the API: "ana".
  package var id: String
  package var name: String
  /// IANA name of the zone the person lives in; nil = UTC.
  package var zone: String?
  /// In order of preference; the first is used at once.
  package var methods: [ContactMethod]
  /// Hours in which this person is not woken for what can wait.
  package var quiet: QuietHours?

  package init(
    id: String, name: String, zone: String? = nil, methods: [ContactMethod] = [], quiet: QuietHours? = nil
  ) {
    self.id = id
    self.name = name
    self.zone = zone
    self.methods = methods
    self.quiet = quiet
  }
}

/// A role of the runbook bound to people, to a rotation or to a schedule.
package struct RoleBinding: Sendable, Hashable {
  package enum Holder: Sendable, Hashable {
    case people([String])
    case rotation(String, position: Int)
    case schedule(String, position: Int)
    /// Whoever is on call by each of these schedules or rotations: several people at once.
    case schedules([String])
    /// Everybody who reads a channel; nobody of them is expected to answer.
    case channel(ContactMethod)
  }
  package var role: String
  package var holder: Holder
  /// How many of them must acknowledge before the role has answered.
  package var need: Int
  /// One of them is paged at a time, each in turn.
  package var inTurn: Bool

  package init(role: String, holder: Holder, need: Int = 1, inTurn: Bool = false) {
    self.role = role
    self.holder = holder
    self.need = need
    self.inTurn = inTurn
  }
}

/// An incident that was acknowledged and then left alone is nobody's: after so long the ladder begins again.
package struct AnswerLapse: Sendable, Hashable {
  package var after: Span
  /// Names of the severities it is for; empty = all.
  package var severities: [String]

  package init(after: Span, severities: [String] = []) {
    self.after = after
    self.severities = severities
  }
}
