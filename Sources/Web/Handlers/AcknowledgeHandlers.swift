import Engine
import Hummingbird
import Incidents
import Storage

/// The link in a page. Opening it changes nothing: mail scanners and previews open links too.
enum AcknowledgeHandlers {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let found = try await visit.site.acknowledgeView(token: visit.parameter("token")) else {
      throw Failure.linkOver
    }
    let view = found.view
    var frame = visit.site.frame("\(view.mark.name) \(view.incident.plainHeadline): acknowledge", reader: nil)
    frame.footer = "\(view.incident.name). This link is yours alone, until the incident is resolved."
    return Reply.page(frame.page { AcknowledgePage.write(view, into: &$0) })
  }

  @Sendable static func acknowledge(_ visit: Visit) async throws -> Response {
    let found = try await usable(visit)
    if found.view.state == .open {
      do {
        try await visit.context.acts.acknowledge(
          found.view.incident.id, by: found.page.person, via: "the link in the page")
      } catch let refusal as Refusal {
        // Somebody was quicker: the page that follows says who.
        visit.logger.info("acknowledge link refused", metadata: ["why": "\(refusal.message)"])
      }
    }
    return back(visit)
  }

  /// "I cannot": pages the next rung now.
  @Sendable static func pass(_ visit: Visit) async throws -> Response {
    let found = try await usable(visit)
    guard found.view.state == .open, let next = found.view.nextRung else { return back(visit) }
    // The step is the one that the reader saw; if it has been climbed meanwhile, nothing is to be done.
    guard visit.form["step"] == String(next.step) else { return back(visit) }
    do {
      try await visit.context.acts.pageNow(found.view.incident.id, step: next.step, by: found.page.person)
    } catch let refusal as Refusal {
      throw Failure.refused(refusal.message)
    }
    return back(visit)
  }

  private static func usable(_ visit: Visit) async throws -> (view: AcknowledgeView, page: Page) {
    guard let found = try await visit.site.acknowledgeView(token: visit.parameter("token")) else {
      throw Failure.linkOver
    }
    return found
  }

  private static func back(_ visit: Visit) -> Response { Reply.seeOther("/a/\(visit.parameter("token"))") }
}
