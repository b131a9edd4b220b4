import Hummingbird
import Incidents
import Storage

/// "Report a problem": what people outside see joins an open incident, or becomes an alert.
enum ReportHandlers {
  private static let who = "status page"

  @Sendable static func report(_ visit: Visit) async throws -> Response {
    let text = String(visit.form.text("text").prefix(2_000))
    guard text.contains(where: { !$0.isWhitespace }) else { throw Failure.refused("The report is empty.") }
    if let wait = visit.site.reportLimit.take([("peer \(visit.peer)", 3), ("all", 60)], now: visit.now) {
      throw Failure.often(wait)
    }
    let contact = String(visit.form.text("contact").prefix(200))
    let words = "Report from outside: \(text)" + (contact.isEmpty ? "" : "\nContact: \(contact)")
    if let incident = open(visit) {
      try await note(words, on: incident, visit)
    } else {
      try await raise(text, words, visit)
    }
    return FollowHandlers.notice(
      visit, "Thank you, it was passed on",
      "The people who look after it have it now. What they know stands on the page.")
  }

  /// The open public incident that the reporter chose; the only one there is where they chose none.
  private static func open(_ visit: Visit) -> Int64? {
    guard let open = visit.site.status.board()?.open else { return nil }
    let chosen = visit.form["about"]
    if let found = open.first(where: { StatusCode.incident($0) == chosen }) { return found.incident }
    return chosen.isEmpty && open.count == 1 ? open.first?.incident : nil
  }

  private static func note(_ words: String, on incident: Int64, _ visit: Visit) async throws {
    try await visit.context.acts.note(incident, text: words, by: who)
  }

  /// One alert for each part of the page: a hundred reports are one alert seen a hundred times.
  private static func raise(_ text: String, _ words: String, _ visit: Visit) async throws {
    let part = visit.site.status.board()?.part(visit.form["about"])?.component
    var labels = ["channel": who]
    if let part { labels["service"] = part.services.first ?? part.name }
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    let event = AlertEvent(
      action: .trigger, dedupKey: "report:\(part?.id ?? "any")",
      summary: "Report from the status page: \(first.prefix(200))", source: who, severity: "low", labels: labels)
    let receipts: [Receipt]
    do throws(AcceptError) {
      receipts = try await visit.context.acts.accept([event], integration: 0)
    } catch {
      throw Failure.unavailable("The report could not be kept. Try again in a minute.")
    }
    if let incident = receipts.first?.incident { try await note(words, on: incident, visit) }
  }
}
