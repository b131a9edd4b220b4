import Hummingbird
import Incidents
import Storage

/// Where alerts come in, and what became of each: for whoever sets a tool up or asks why nobody was paged.
enum IntakeHandlers {
  /// `GET /api/v1/intake`: every address with the line to paste, every key with its last use and its last error.
  @Sendable static func intake(_ visit: Visit) async throws -> Response {
    struct Listing: Encodable {
      struct Key: Encodable {
        var name: String
        var lastUsed: String?
        var lastError: String?
        var lastErrorAt: String?
      }
      var addresses: [IntakeAddress]
      var keys: [Key]
    }
    let origin = visit.context.origin
    let keys = try await visit.context.database.read(KeyQueries.all).filter { $0.revoked == nil }
    return try Reply.json(
      Listing(
        addresses: IntakeAddress.all(origin),
        keys: keys.map { key in
          let fault = visit.site.keys.fault(of: key.id)
          let used = [key.lastUsed, visit.site.keys.lastUse(of: key.id)].compactMap { $0 }.max()
          return .init(
            name: key.name, lastUsed: used.map(rfc3339), lastError: fault?.text, lastErrorAt: (fault?.at).map(rfc3339))
        }))
  }

  /// `GET /api/v1/alerts/ALERT/why`: by its identifier, or the sender's own key for it.
  @Sendable static func why(_ visit: Visit) async throws -> Response {
    let name = visit.parameter("alert")
    var found: Alert?
    if let id = Int64(name) { found = try await visit.context.database.read(AlertLookups.byId(id, of: nil)).first }
    if found == nil { found = try await visit.context.database.read(AlertLookups.latest(name)).first }
    guard let alert = found else {
      throw Failure(
        .notFound, "not_found", Notice(title: "", words: "There is no alert \(name.prefix(80)).", link: nil))
    }
    return try Reply.json(try await AlertPath.of(alert, visit))
  }
}

/// The way an alert took, in sentences with the runbook's lines.
struct AlertPath: Encodable {
  struct Step: Encodable {
    var text: String
    var line: Int?
  }
  var alert: AlertJSON
  var key: String?
  var incident: String?
  var paged: Bool
  var steps: [Step]
  /// Where the steps' lines stand.
  var citation: Citation? = nil

  private enum CodingKeys: String, CodingKey { case alert, key, incident, paged, steps }

  static func of(_ alert: Alert, _ visit: Visit) async throws -> AlertPath {
    let key = visit.site.keys.name(of: alert.integration)
    if alert.incident != 0,
      let incident = try await visit.context.database.read(IncidentQueries.byId(alert.incident)).first,
      !incident.isVisible(to: try await visit.viewer())
    {
      // Whoever may not see the incident does not learn of its alerts either.
      throw Failure.notFound
    }
    var path = AlertPath(alert: AlertJSON(alert), key: key, incident: nil, paged: false, steps: [])
    let times = alert.count == 1 ? "once" : "\(alert.count) times, last at \(rfc3339(alert.lastSeen))"
    path.say("Came in by the key \(key ?? "\(alert.integration)") at \(Words.moment(alert.firstSeen)), \(times).")
    for sentence in alert.path { path.say(sentence) }
    if alert.isSilenced { try await path.saySilences(alert, visit) }
    if alert.incident == 0 {
      path.say("It belongs to no incident: nobody was paged.")
    } else {
      try await path.sayIncident(alert, visit)
    }
    if let resolved = alert.resolvedAt { path.say("It was over at \(rfc3339(resolved)).") }
    return path
  }

  private mutating func say(_ text: String, line: Int? = nil) { steps.append(Step(text: text, line: line)) }

  private mutating func saySilences(_ alert: Alert, _ visit: Visit) async throws {
    let stored = try await visit.context.database.read(SilenceQueries.all(endedAfter: visit.now))
    let all = visit.context.shelf.maintenance() + stored
    for silence in all where silence.state(at: visit.now) == .active {
      guard silence.covers(alert.labels, of: alert.integration) else { continue }
      let isWindow = silence.id.hasPrefix(Silence.windowPrefix)
      let what = isWindow ? silence.title : "the silence \(silence.id) of \(silence.by)"
      let why = silence.comment.isEmpty ? "" : ": \(silence.comment)"
      say("\(what.prefix(1).uppercased() + what.dropFirst()) covers it until \(rfc3339(silence.ends))\(why).")
    }
  }

  private mutating func sayIncident(_ alert: Alert, _ visit: Visit) async throws {
    let watched = try await visit.site.watched(alert.incident)
    let others = try await visit.context.database.read(AlertQueries.of(alert.incident, limit: 1))
    incident = watched.incident.name
    citation = watched.citation
    let name = watched.incident.name
    let cause = alert.path.isEmpty ? ", which has the same cause" : ""
    say(others.first?.id == alert.id ? "It opened \(name)." : "It joined \(name)\(cause).")
    for reason in watched.incident.reasons {
      say(reason.text.hasSuffix(".") ? reason.text : reason.text + ".", line: reason.line)
    }
    // What people write to others later is no page for the alert.
    let all = watched.view.pages.filter { $0.reason != .update }
    let pages = others.first?.id == alert.id ? all : all.filter { $0.created >= alert.firstSeen }
    paged = pages.contains { $0.status != .cancelled }
    for page in pages.prefix(50) {
      let evidence = page.evidence.isEmpty ? "" : " (\(page.evidence))"
      say(
        "\(watched.team.receiver(of: page)?.name ?? page.person) by \(page.method.channel): \(page.status.rawValue)\(evidence). \(page.why)",
        line: page.line)
    }
    if pages.isEmpty { say("Nobody was paged for it: \(Self.reason(watched)).") }
  }

  private static func reason(_ watched: Watched) -> String {
    if watched.incident.marks.contains(.silenced) { return "silences cover every alert of the incident" }
    if let by = watched.name(watched.incident.acknowledgedBy) { return "\(by) had the incident in hand already" }
    if watched.incident.status == .triggered { return "the incident's own pages were under way already" }
    return "the incident is \(watched.incident.status.rawValue)"
  }
}
