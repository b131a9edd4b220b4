import Channels
import Engine
import Incidents
import Storage
import Web

/// Puts an action item into the team's tracker, once.
struct ItemExporter {
  let decisions: Decisions
  let http: OutboundHTTP
  let origin: String

  /// How long a try may take before another may begin: twice what a request may.
  private static let patience = Span.seconds(30)

  /// The issue that the item is. Throws `ExportRefusal` in words for people.
  func export(_ id: Int64, to name: String?, by actor: String) async throws -> ItemExport {
    let (items, stored) = try await decisions.database.read(ItemQueries.byId(id), ItemExportQueries.of(id))
    guard let item = items.first else { throw ExportRefusal("There is no such action item.") }
    if let sent = stored.first, sent.status == .sent { return sent }
    let tracker = try tracker(name)
    let now = decisions.clock.now()
    var export = ItemExport(item: id, tracker: tracker.name, due: now + Self.patience, askedBy: actor)
    do {
      _ = try await decisions.writer.submit([ItemExportStatements.begin(export, now: now)])
    } catch StorageError.conflict {
      throw ExportRefusal("Somebody is putting it into \(tracker.name) right now.")
    }
    // After a try whose outcome nobody knows, the issue may be there already.
    let mayExist = stored.first.map { $0.status == .unknown || $0.status == .sending } ?? false
    take(try await outcome(item, tracker, mayExist), into: &export)
    _ = try await decisions.writer.submit([ItemExportStatements.conclude(export)])
    guard export.status == .sent else { throw ExportRefusal("\(tracker.name): \(export.evidence).") }
    return export
  }

  private func outcome(_ item: ActionItem, _ tracker: Tracker, _ mayExist: Bool) async throws -> TrackerOutcome {
    let wanted = try await trackerItem(item)
    if mayExist {
      let found = await tracker.find(wanted.key)
      if found != .none { return found.isFailure ? .unknown("it cannot be asked whether the issue is there") : found }
    }
    return await tracker.create(wanted)
  }

  private func take(_ outcome: TrackerOutcome, into export: inout ItemExport) {
    switch outcome {
    case .issue(let issue):
      (export.status, export.reference, export.url) = (.sent, issue.reference, issue.url)
    case .failed(let reason): (export.status, export.evidence) = (.failed, reason)
    case .unknown(let reason): (export.status, export.evidence) = (.unknown, reason)
    case .none: (export.status, export.evidence) = (.unknown, "no answer")
    }
  }

  private func tracker(_ name: String?) throws -> Tracker {
    let all = decisions.shelf.snapshot().configuration.trackers
    guard let found = all.first(where: { $0.name == name }) ?? (name == nil ? all.first : nil) else {
      throw ExportRefusal(
        all.isEmpty
          ? "The team file names no tracker. Add one under `trackers`."
          : "There is no tracker of that name; the team file names \(all.map(\.name).joined(separator: ", ")).")
    }
    return Tracker(name: found.name, configuration: found.configuration, http: http)
  }

  private func trackerItem(_ item: ActionItem) async throws -> TrackerItem {
    let view = try await decisions.view(item.incident)
    let name = view?.incident.name ?? String(item.incident)
    let owner = item.owner.isEmpty ? "nobody yet" : view?.policy.team.person(item.owner)?.name ?? item.owner
    let lines = [
      item.text, "", "Owner: \(owner)", "Priority: \(item.priority.label)",
      item.due.map { "Due: \(CivilTime($0).date)" } ?? "", "Incident: \(name), \(view?.incident.title ?? "")",
      "\(origin)/items?incident=\(item.incident)#i\(item.id)",
    ]
    return TrackerItem(
      key: "tocsin-item-\(item.id)", title: item.text, body: lines.joined(separator: "\n"),
      due: item.due.map { CivilTime($0).date }, priority: item.priority.label)
  }
}

extension TrackerOutcome {
  fileprivate var isFailure: Bool {
    if case .failed = self { true } else { false }
  }
}

extension IncidentActs {
  func export(item: Int64, to tracker: String?, by actor: String) async throws -> ItemExport {
    try await ItemExporter(decisions: decisions, http: http, origin: origin).export(item, to: tracker, by: actor)
  }

  var trackers: [String] { decisions.shelf.snapshot().configuration.trackers.map(\.name) }
}
