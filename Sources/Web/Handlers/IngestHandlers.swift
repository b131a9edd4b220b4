import HTTPTypes
import Hummingbird
import Incidents
import Intake

/// Where alerts come in. 2xx is answered only after they are on disk; other answers are those that the vendors'
/// clients expect.
enum IngestHandlers {
  /// https://developer.pagerduty.com/docs/send-alert-event
  @Sendable static func pagerDuty(_ visit: Visit) async throws -> Response {
    let batch: IntakeBatch
    do throws(IntakeError) {
      batch = try PagerDutyV2.format.read(visit.body)
    } catch {
      return Reply.written(PagerDutyV2.Answer.invalid(error), status: .badRequest)
    }
    guard let key = await visit.site.keys.check(batch.routingKey ?? "", now: visit.now) else {
      return Reply.written(PagerDutyV2.Answer.invalid(["routing_key: no such key here"]), status: .badRequest)
    }
    return try await accepted(batch.events, key, visit) { receipts in
      Reply.written(PagerDutyV2.Answer.accepted(dedupKey: receipts.first?.dedupKey ?? ""), status: .accepted)
    }
  }

  /// https://prometheus.io/docs/alerting/latest/configuration/#webhook_config; Alertmanager tries 5xx again and
  /// gives up on 4xx.
  @Sendable static func alertmanager(_ visit: Visit) async throws -> Response {
    guard let key = await visit.site.keys.check(visit.parameter("key"), now: visit.now) else {
      throw Failure.unauthorized("The key in the address is not known here.")
    }
    let batch: IntakeBatch
    do throws(IntakeError) {
      batch = try AlertmanagerWebhook.format.read(visit.body)
    } catch {
      throw Failure.bad(error.message)
    }
    if batch.omitted > 0 {
      visit.logger.warning("alerts left out of a batch", metadata: ["count": "\(batch.omitted)"])
    }
    return try await accepted(batch.events, key, visit) { _ in Reply.written(Array("{}".utf8)) }
  }

  private static func accepted(
    _ events: [AlertEvent], _ key: Int64, _ visit: Visit, _ answer: ([Receipt]) -> Response
  ) async throws -> Response {
    guard !events.isEmpty else { return answer([]) }
    do throws(AcceptError) {
      return answer(try await visit.context.acts.accept(events, integration: key))
    } catch {
      switch error {
      case .overloaded(let seconds):
        throw Failure(
          .tooManyRequests, "overloaded",
          Notice(title: "Not now", words: "The queue is full. Nothing of this request was kept.", link: nil),
          retryAfterSeconds: max(1, seconds))
      case .unavailable(let why):
        visit.logger.error("alerts cannot be stored", metadata: ["why": "\(why)"])
        throw Failure.unavailable("Alerts cannot be stored now. Nothing of this request was kept.")
      case .refused(let why): throw Failure.bad(why)
      }
    }
  }
}
