import HTTPTypes
import Hummingbird

/// What machines ask: assets, health, readiness, figures.
enum ServiceHandlers {
  @Sendable static func asset(_ visit: Visit) async throws -> Response {
    let path = "/assets/\(visit.parameter("digest"))/\(visit.parameter("name"))"
    guard let asset = Asset.all.first(where: { $0.address == path }) else { throw Failure.notFound }
    return kept(asset)
  }

  @Sendable static func icon(_ visit: Visit) async throws -> Response { kept(Asset.icon) }

  /// The address holds the content's digest, so a browser may keep it.
  private static func kept(_ asset: Asset) -> Response {
    var response = Reply.bytes(asset.bytes, type: asset.type)
    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
    return response
  }

  /// The process answers.
  @Sendable static func health(_ visit: Visit) async throws -> Response { Reply.text("ok\n") }

  /// This node serves; asked with `?paging`, also that people are paged, and with `?alerts`, only that alerts are taken,
  /// which a node does as well that stands by.
  @Sendable static func ready(_ visit: Visit) async throws -> Response {
    if visit.context.standingBy != nil, visit.query("alerts") == nil {
      return Reply.text("standing by\n", status: .serviceUnavailable)
    }
    if visit.query("paging") != nil, !visit.context.doubts().isEmpty {
      return Reply.text("paging is in doubt\n", status: .serviceUnavailable)
    }
    return visit.context.ready() ? Reply.text("ready\n") : Reply.text("not ready\n", status: .serviceUnavailable)
  }

  @Sendable static func metrics(_ visit: Visit) async throws -> Response {
    Reply.bytes(
      Array(await visit.context.metrics().utf8), type: "application/openmetrics-text; version=1.0.0; charset=utf-8")
  }
}
