import Engine
import Foundation
import Hummingbird
import Incidents

/// Reviews for programs.
enum APIReview {
  private struct ReviewJSON: Encodable {
    struct Version: Encodable {
      var number: Int
      var at: String
      var actor: String
      var published: Bool
    }
    struct Figures: Encodable {
      var acknowledgedSeconds: Int64?
      var quietSeconds: Int64?
      var resolvedSeconds: Int64?
      var updatesOwed: Int
      var updatesOnTime: Int
      var pages: Int
      var people: Int
    }

    var incident: String
    /// draft, kept or published.
    var state: String
    /// 0 while nobody has kept a text.
    var version: Int
    var text: String
    /// What still asks for a person, in the text's order.
    var open: [String]
    var versions: [Version]
    var figures: Figures

    init(_ state: ReviewState) {
      incident = state.incident.name
      self.state = state.number == 0 ? "draft" : state.latest?.isPublished == true ? "published" : "kept"
      version = state.number
      text = state.text
      open = state.blanks.map(\.name)
      versions = state.versions.map {
        Version(number: $0.number, at: rfc3339($0.at), actor: $0.actor, published: $0.isPublished)
      }
      let figures = state.figures
      self.figures = Figures(
        acknowledgedSeconds: figures.answered?.seconds, quietSeconds: figures.restored?.seconds,
        resolvedSeconds: figures.resolved?.seconds, updatesOwed: figures.updatesOwed,
        updatesOnTime: figures.updatesOnTime, pages: figures.pages, people: figures.people)
    }
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    try Reply.json(ReviewJSON(try await state(visit)))
  }

  @Sendable static func markdown(_ visit: Visit) async throws -> Response {
    Reply.bytes(Array(try await state(visit).text.utf8), type: "text/markdown; charset=utf-8")
  }

  @Sendable static func html(_ visit: Visit) async throws -> Response {
    Reply.page(ReviewExport.page(try await state(visit), styles: .inside))
  }

  private static func state(_ visit: Visit) async throws -> ReviewState {
    try await visit.site.review(of: try await APIHandlers.incident(visit))
  }

  private struct Wish: Decodable {
    /// Markdown; without it the text stays as it is.
    var text: String?
    /// The version that the text was written from.
    var version: Int?
    var publish: Bool?
    var actor: String?
  }

  /// Keeps a text, publishes it, or both.
  @Sendable static func keep(_ visit: Visit) async throws -> Response {
    guard let wish = try? JSONDecoder().decode(Wish.self, from: visit.json) else {
      throw Failure.bad("The body is not a JSON object with text, version and publish.")
    }
    let who = try await APIHandlers.actor(wish.actor, visit)
    do {
      try await APIHandlers.refusing {
        let before = try await state(visit)
        if let text = wish.text { try await desk(before, who, visit).keep(text, after: wish.version ?? before.number) }
        let after = try await state(visit)
        if wish.publish == true { try await desk(after, who, visit).publish(after: after.number) }
      }
    } catch is ReviewDesk.Overtaken {
      let words = "A newer version was kept meanwhile. Read it, then send yours with its number."
      throw Failure(.conflict, "overtaken", Notice(title: "Not done", words: words, link: nil))
    }
    return try await show(visit)
  }

  private static func desk(_ state: ReviewState, _ who: String, _ visit: Visit) -> ReviewDesk {
    ReviewDesk(context: visit.context, state: state, actor: who, now: visit.now)
  }
}
