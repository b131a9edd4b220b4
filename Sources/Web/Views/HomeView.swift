import Incidents

/// What the first page shows, gathered and ready.
struct HomeView: Sendable {
  /// One open incident.
  struct Card: Sendable {
    var incident: Incident
    var mark: SeverityMark
    var clocks: [Clock]
    var firing: Int
    var alerts: Int
    var answeredBy: String?
    var citation: Citation
    var flaps = false
  }

  /// A role on call now.
  struct OnCall: Sendable {
    var role: String
    var line: Int?
    /// nil: nobody.
    var name: String?
    var words: String
  }

  /// A rung beyond the first ones, in a phrase: "Dana Weiss after 45 min".
  struct Later: Sendable {
    var words: String
    var reachesNobody: Bool
    var line: Int?
  }

  /// Who is on call by one runbook, and what that runbook lacks.
  struct Duty: Sendable {
    /// The runbook's short name.
    var name: String
    var onCall: [OnCall]
    var later: [Later]
    /// The most pressing first; a few of `findingCount`.
    var findings: [FindingRow]
    var findingCount: Int
    var errorCount: Int
    var citation: Citation
  }

  var now: Timestamp
  var cards: [Card]
  /// One for each runbook in force.
  var duties: [Duty]
  /// When the last incident ended; nil when there never was one.
  var quietSince: Timestamp?
  /// When the runbook itself is to be looked at.
  var upkeep: (clock: Clock, citation: Citation)?
  /// Where the public page says other than what is known inside.
  var untruths: [FindingRow] = []
  /// Action items that are still to be done, the most urgent first.
  var items: [Item] = []

  struct Item: Sendable {
    var item: ActionItem
    var owner: String
    var address: String
  }

  /// What pages nobody for now, and what must report by itself.
  var held = HomeHeld()

  /// Before the first alert ever.
  var firstStart: FirstStart?

  struct FirstStart: Sendable {
    var runbook: String
    /// Of the first runbook, whose figures and ladder are shown.
    var citation: Citation
    var severities: Int
    var rungs: Int
    var scenarios: Int
    var assumptions: Int
    var canPage: Bool
    var facts: [(text: String, line: Int?)]
    var unbound: [FindingRow]
    var origin: String
    var mayMakeKeys: Bool
    var ladder: LadderDrawing?
  }

  var errorCount: Int { duties.reduce(0) { $0 + $1.errorCount } }
  var hasSeveral: Bool { duties.count > 1 }

  /// The sentence that answers "what burns?".
  var sentence: String {
    let real = cards.filter { !$0.incident.isDrill }
    let watched = real.count { $0.incident.status == .monitoring }
    let burning = real.count - watched
    if real.isEmpty, !cards.isEmpty { return "Nothing burns. A drill is played." }
    if real.isEmpty {
      if firstStart != nil { return "Nothing burns. Three things before the first night." }
      return "Nothing burns." + (quietSince.map { " Quiet for \(HomeView.days(now - $0))." } ?? "")
    }
    let first = burning == 0 ? "Nothing burns" : phrase(burning, "burns", "burn", noun: true)
    guard watched > 0 else { return first + "." }
    return "\(first), \(Words.spelled(watched)) \(watched == 1 ? "is" : "are") watched."
  }

  private func phrase(_ count: Int, _ one: String, _ many: String, noun: Bool) -> String {
    "\(Words.capitalized(Words.spelled(count))) \(count == 1 ? "incident \(one)" : "incidents \(many)")"
  }

  static func days(_ span: Span) -> String {
    let days = span.seconds / 86_400
    return days >= 1 ? Words.count(Int(days), "day") : Words.duration(span)
  }
}
