/// Any JSON object: read by the names that many tools use, or by the paths that the team file gives.
package enum GenericWebhook {
  package static let format = IntakeFormat(name: "webhook") { body throws(IntakeError) in
    try WebhookMapping.usual.read(body)
  }
}
