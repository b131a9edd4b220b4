import HTTPTypes
import Hummingbird
import Incidents
import Intake

/// Answers in Opsgenie's shapes.
enum OpsgenieReply {
  private struct Accepted: Encodable {
    var result: String
    var took = 0.001
    var requestId: String
  }
  private struct Told<Told: Encodable>: Encodable {
    var data: Told
    var took = 0.001
    var requestId = Secrets.newUUID()
  }
  private struct Refused: Encodable {
    var message: String
    var errors: [String: String]?
    var took = 0.001
    var requestId = Secrets.newUUID()
  }

  /// 202: unlike Opsgenie's, everything is done and on disk by then.
  static func accepted(_ request: String, _ result: String = "Request will be processed") throws -> Response {
    try Reply.json(Accepted(result: result, requestId: request), status: .accepted)
  }

  static func data(_ value: some Encodable) throws -> Response { try Reply.json(Told(data: value)) }

  static func refused(
    _ status: HTTPResponse.Status, _ message: String, errors: [String: String]? = nil
  ) -> Response {
    (try? Reply.json(Refused(message: message, errors: errors), status: status)) ?? Response(status: status)
  }

  static func invalid(_ error: IntakeError) -> Response {
    let message = "Request body is not processable."
    switch error {
    case .missing(let field): return refused(.unprocessableContent, message, errors: [field: "can not be empty"])
    case .notAllowed(let field, _, _), .tooLong(let field, _, _), .invalidTime(let field, _):
      return refused(.unprocessableContent, message, errors: [field: error.message])
    default: return refused(.badRequest, "Could not parse the request body: \(error.message)")
    }
  }

  static let notFound = Notice(title: "Not found", words: "Alert does not exist", link: nil)
}
