import HTTPTypes
import Hummingbird
import Incidents
import Intake
import Storage

/// Where alerts come in. 2xx is answered only after they are on disk; other answers are those that the vendors'
/// clients expect.
enum IngestHandlers {
  /// https://developer.pagerduty.com/docs/send-alert-event
  @Sendable static func pagerDuty(_ visit: Visit) async throws -> Response {
    let batch: IntakeBatch
    do throws(IntakeError) {
      batch = try PagerDutyV2.format.read(visit.body)
    } catch {
      return await invalid(error, visit)
    }
    guard let key = await visit.site.keys.check(batch.routingKey ?? "", now: visit.now) else {
      return Reply.written(PagerDutyV2.Answer.invalid(["routing_key: no such key here"]), status: .badRequest)
    }
    return try await accepted(batch.events, key, visit) { receipts in
      Reply.written(PagerDutyV2.Answer.accepted(dedupKey: receipts.first?.dedupKey ?? ""), status: .accepted)
    }
  }

  /// https://developer.pagerduty.com/docs/events-api-v1/overview/; its refusals are those of v2.
  @Sendable static func pagerDutyV1(_ visit: Visit) async throws -> Response {
    try await keyed(PagerDutyV1.format, "service_key", visit) { key, batch in
      try await accepted(batch.events, key, visit) { receipts in
        Reply.written(PagerDutyV1.accepted(incidentKey: receipts.first?.dedupKey ?? ""))
      }
    }
  }

  /// https://developer.pagerduty.com/docs/events-api-v2/send-change-events/
  @Sendable static func pagerDutyChange(_ visit: Visit) async throws -> Response {
    try await keyed(PagerDutyChange.format, "routing_key", visit) { key, batch in
      do throws(AcceptError) { try await visit.context.acts.keep(batch.changes, integration: key) } catch {
        throw failure(error, visit)
      }
      return Reply.written(PagerDutyChange.accepted, status: .accepted)
    }
  }

  /// A body of PagerDuty's that carries its own key.
  private static func keyed(
    _ format: IntakeFormat, _ field: String, _ visit: Visit, _ keep: (Int64, IntakeBatch) async throws -> Response
  ) async throws -> Response {
    let batch: IntakeBatch
    do throws(IntakeError) { batch = try format.read(visit.body) } catch { return await invalid(error, visit) }
    guard let key = await visit.site.keys.check(batch.routingKey ?? "", now: visit.now) else {
      return Reply.written(PagerDutyV2.Answer.invalid(["\(field): no such key here"]), status: .badRequest)
    }
    return try await keep(key, batch)
  }

  /// The key stands in the body: where that can still be read, its owner is told what was wrong.
  private static func invalid(_ error: IntakeError, _ visit: Visit) async -> Response {
    if let secret = PagerDutyV2.key(in: visit.body), let key = await visit.site.keys.check(secret, now: visit.now) {
      visit.site.keys.note(error.message, of: key, at: visit.now)
    }
    return Reply.written(PagerDutyV2.Answer.invalid(error), status: .badRequest)
  }

  /// https://prometheus.io/docs/alerting/latest/configuration/#webhook_config; Alertmanager tries 5xx again and
  /// gives up on 4xx.
  static let alertmanager = WebhookHandlers.take(AlertmanagerWebhook.format) { _ in Reply.written(Array("{}".utf8)) }

  static func accepted(
    _ events: [AlertEvent], _ key: Int64, _ visit: Visit, _ answer: ([Receipt]) -> Response
  ) async throws -> Response {
    answer(try await keep(events, key, visit))
  }

  /// Makes events durable.
  static func keep(_ events: [AlertEvent], _ key: Int64, _ visit: Visit) async throws -> [Receipt] {
    guard !events.isEmpty else { return [] }
    do throws(AcceptError) {
      return try await visit.context.acts.accept(events, integration: key)
    } catch { throw failure(error, visit) }
  }

  private static func failure(_ error: AcceptError, _ visit: Visit) -> Failure {
    switch error {
    case .overloaded(let seconds):
      return Failure(
        .tooManyRequests, "overloaded",
        Notice(title: "Not now", words: "The queue is full. Nothing of this request was kept.", link: nil),
        retryAfterSeconds: max(1, seconds))
    case .unavailable(let why):
      visit.logger.error("alerts cannot be stored", metadata: ["why": "\(why)"])
      return Failure.unavailable("Alerts cannot be stored now. Nothing of this request was kept.")
    case .refused(let why): return Failure.bad(why)
    }
  }
}
