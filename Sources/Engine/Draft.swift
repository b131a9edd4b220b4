import Incidents
import Runbooks

/// A decision in the making: the view it starts from and all that is added to it.
struct Draft {
  let policy: Policy
  let now: Timestamp
  let alerts: AlertCounts
  /// Pages that are stored already.
  let known: [Page]
  var incident: Incident {
    didSet {
      // Where a round begins decides how its rungs stand beside those of a situation.
      if oldValue.roundStart != incident.roundStart || LadderQuestion(oldValue) != LadderQuestion(incident) {
        ladder = Escalation.ladder(incident, policy)
      }
    }
  }
  private(set) var ladder: [LadderStep]
  var entries: [TimelineEntry] = []
  var pages: [Page] = []
  var cancelled: [Int64] = []
  /// See `IncidentView.turns`; those that this decision takes are counted at once.
  var turns: [String: Int]
  var turned: [String] = []
  /// Whom this decision pages already, with the place of the entry that says so: nobody is paged twice by one.
  var pagedNow: [String: Int] = [:]
  /// Action items as this decision leaves them, and those that it changes.
  private(set) var items: [ActionItem]
  private var changedItems: [ActionItem] = []

  init(_ view: IncidentView, now: Timestamp) {
    policy = view.policy
    alerts = view.alerts
    known = view.pages
    incident = view.incident
    items = view.items
    ladder = Escalation.ladder(view.incident, view.policy)
    turns = view.turns
    self.now = now
  }

  var team: Team { policy.team }
  var deadlines: Deadlines { Deadlines(incident, policy, ladder, pages: known + pages, items: items) }
  var plan: Plan {
    Plan(
      incident: incident, entries: entries, pages: pages, cancelled: cancelled, items: changedItems,
      turns: turned)
  }

  /// Stores an action item that is new or changed.
  mutating func keep(_ item: ActionItem) {
    items.removeAll { $0.id == item.id }
    items.append(item)
    changedItems.append(item)
  }

  @discardableResult
  mutating func note(
    _ kind: TimelineEntry.Kind, by actor: String = TimelineEntry.tocsin, _ text: String, detail: String = "",
    line: Int? = nil, page: Int? = nil
  ) -> Int {
    entries.append(
      TimelineEntry(
        incident: incident.id, at: now, kind: kind, actor: actor, text: text, detail: detail, line: line,
        page: page.map(Int64.init)))
    return entries.count - 1
  }

  mutating func addDetail(_ words: String, to entry: Int) {
    guard entries.indices.contains(entry), !words.isEmpty else { return }
    entries[entry].detail = [entries[entry].detail, words].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The name of whoever acts, as people know it.
  func name(of actor: String) -> String { team.person(actor)?.name ?? actor }

  /// Pages that have not started and that nothing asks for any more.
  mutating func cancel(where unwanted: (Page) -> Bool) {
    for page in known where page.status == .pending && !cancelled.contains(page.id) && unwanted(page) {
      cancelled.append(page.id)
    }
    pages.removeAll { $0.status == .pending && $0.due > now && unwanted($0) }
  }
}
