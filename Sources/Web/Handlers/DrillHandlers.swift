import Hummingbird

/// The drill page: plays, and offers to page people for practice.
enum DrillHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let reader = visit.reader else { throw Failure.broken }
    let view = try DrillReading(visit).view(reader: reader)
    let frame = visit.site.frame("Drill: Tocsin", place: .ladder, reader: reader)
    return Reply.page(frame.page { DrillPage.write(view, into: &$0) })
  }
}
