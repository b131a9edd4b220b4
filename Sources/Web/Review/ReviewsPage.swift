import Hummingbird
import Incidents
import Storage

/// Which reviews are owed, written and published.
struct ReviewsView: Sendable {
  struct Row: Sendable {
    var incident: Incident
    var mark: SeverityMark
    /// The newest version; nil: only the draft out of the record.
    var version: ReviewVersion?
    var due: Timestamp?
  }

  var owed: [Row]
  var published: [Row]
  var openItems: Int
  var lateItems: Int
  var now: Timestamp
}

enum ReviewsHandlers {
  /// Over the newest incidents; older ones are reached from their own pages.
  static let most = 200

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    let frame = visit.site.frame("Reviews: Tocsin", place: .reviews, reader: visit.reader)
    let view = try await visit.site.reviewsView(for: try await visit.viewer())
    return Reply.page(frame.page { ReviewsPage.write(view, into: &$0) })
  }
}

extension Site {
  func reviewsView(for viewer: Viewer) async throws -> ReviewsView {
    let recent = try await context.database.read(IncidentQueries.recent(limit: ReviewsHandlers.most))
    let first = recent.last?.id ?? 0
    let (versions, items) = try await context.database.read(
      ReviewQueries.states(since: first, limit: ReviewsHandlers.most), ItemQueries.open(limit: 1_000))
    let newest = Dictionary(versions.map { ($0.incident, $0) }) { first, _ in first }
    var rows: [ReviewsView.Row] = []
    let over = recent.filter { $0.isVisible(to: viewer) && !$0.isDrill && [.resolved, .closed].contains($0.status) }
    for incident in over {
      let runbook = try await runbook(of: incident).runbook
      let version = newest[incident.id]
      // Where the document asks for no review of this severity, none is owed; one that somebody began is shown.
      let owes = runbook.review.severities.isEmpty || runbook.review.severities.contains(incident.severity)
      guard owes || version != nil else { continue }
      rows.append(
        .init(
          incident: incident, mark: SeverityMark(incident.severity, rank: incident.severityRank, in: runbook),
          version: version, due: dueTime(incident, hours: runbook.review.deadlineHours)))
    }
    let now = context.now()
    return ReviewsView(
      owed: rows.filter { $0.version?.isPublished != true }, published: rows.filter { $0.version?.isPublished == true },
      openItems: items.count, lateItems: items.count { ($0.due ?? now + .days(1)) <= now }, now: now)
  }

  private func dueTime(_ incident: Incident, hours: Double?) -> Timestamp? {
    guard let hours, hours > 0, let end = incident.resolvedAt else { return nil }
    return end + .minutes(hours * 60)
  }
}

enum ReviewsPage {
  static func write(_ view: ReviewsView, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", "Reviews", .class("title"))
        h.p(.class("lede")) { h in
          h.text(
            view.owed.isEmpty
              ? "No review is owed. " : "\(Words.capitalized(Words.spelled(view.owed.count))) to be written. ")
          h.link("\(Words.count(view.openItems, "action item")) open", to: "/items")
          h.text(view.lateItems > 0 ? ", \(view.lateItems) late. " : ". ")
          h.link("Figures", to: "/figures")
        }
      }
      h.div(.class("review-grid")) { h in
        h.section(.class("section"), .labelled(by: "owed")) { h in
          h.line("h2", "To be written", .id("owed"))
          if view.owed.isEmpty { h.p("Nothing is owed.", class: "said") }
          h.ul(.class("rows")) { h in
            for row in view.owed { h.reviewRow(row, view.now) }
          }
        }
        h.section(.class("section"), .labelled(by: "done")) { h in
          h.line("h2", "Published", .id("done"))
          if view.published.isEmpty { h.p("None yet.", class: "second") }
          h.ul(.class("rows")) { h in
            for row in view.published { h.reviewRow(row, view.now) }
          }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func reviewRow(_ row: ReviewsView.Row, _ now: Timestamp) {
    li { h in
      h.span { h in
        h.plainBadge(row.mark)
        h.text(" ")
        h.link(row.incident.headline, to: Address.act("review", on: row.incident), class: "said")
      }
      let isLate = row.version?.isPublished != true && (row.due.map { $0 <= now } ?? false)
      h.span(isLate ? "late" : "", class: "state bad")
      h.span(.class("sub")) { h in
        h.whole("\(row.incident.name), ")
        if let version = row.version {
          h.text(version.isPublished ? "published " : "version \(version.number) of ")
          h.moment(version.at, now: now)
        } else {
          h.text("draft from the record")
        }
        guard row.version?.isPublished != true, let due = row.due else { return }
        h.text(isLate ? ", was due " : ", due ")
        h.moment(due, now: now)
      }
    }
  }
}
