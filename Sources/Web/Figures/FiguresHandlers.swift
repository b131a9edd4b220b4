import Hummingbird

/// The figures: as a page, as a table, and for a monitoring system.
enum FiguresHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let view = try await visit.site.figures(days: days(visit))
    let frame = visit.site.frame("Figures: Tocsin", place: .reviews, reader: visit.reader)
    return Reply.page(frame.page { FiguresPage.write(view, into: &$0) })
  }

  @Sendable static func csv(_ visit: Visit) async throws -> Response {
    Reply.csv(FiguresTable.rows(try await visit.site.figures(days: days(visit))), name: "figures.csv")
  }

  @Sendable static func json(_ visit: Visit) async throws -> Response {
    if let text = visit.query("days"), !Site.figureDays.contains(where: { String($0) == text }) {
      throw Failure.bad("days: expected one of \(Site.figureDays.map(String.init).joined(separator: ", ")).")
    }
    return try Reply.json(FiguresJSON(try await visit.site.figures(days: days(visit))))
  }

  @Sendable static func openMetrics(_ visit: Visit) async throws -> Response {
    let text = FiguresTable.openMetrics(try await visit.site.figures(days: days(visit)))
    return Reply.bytes(Array(text.utf8), type: "application/openmetrics-text; version=1.0.0; charset=utf-8")
  }

  /// Ninety unless one of the offered numbers is asked for.
  private static func days(_ visit: Visit) -> Int {
    visit.query("days").flatMap { Int($0) }.flatMap { Site.figureDays.contains($0) ? $0 : nil } ?? 90
  }
}
