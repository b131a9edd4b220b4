/// GoAlert's generic API, `POST /api/v2/generic/incoming?token=KEY`, as JSON, as a form or in the address.
///
/// Fields: https://github.com/target/goalert/blob/master/web/src/app/documentation/sections/IntegrationKeys.md
package enum GoAlertGeneric {
  package static let format = IntakeFormat(name: "goalert-generic") { body throws(IntakeError) in
    try read(FlatJSON(body))
  }

  package static func read(_ fields: [(name: String, value: String)]) throws(IntakeError) -> IntakeBatch {
    try read(FlatJSON(fields))
  }

  private static func read(_ flat: FlatJSON) throws(IntakeError) -> IntakeBatch {
    guard flat.text("summary") != nil || flat.text("action") == "close" else { throw .missing(field: "summary") }
    return try mapping.read(flat)
  }

  private static let mapping: WebhookMapping = {
    var mapping = WebhookMapping()
    mapping.key = ["dedup"]
    mapping.summary = ["summary"]
    mapping.severity = ["meta.severity", "severity"]
    mapping.source = ["meta.source"]
    mapping.status = ["action"]
    mapping.resolved = ["close"]
    return mapping
  }()
}
