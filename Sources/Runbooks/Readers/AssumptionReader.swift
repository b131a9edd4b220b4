import Incidents

/// Where the document is silent or says two things: what was chosen and why.
enum AssumptionReader {
  static func read(_ runbook: inout Runbook) {
    for severity in runbook.severities {
      if let ack = severity.ackMinutes, let response = severity.responseMinutes, ack != response {
        contradiction(severity, ack: ack, response: response, &runbook)
      } else if severity.responseMinutes == 0, severity.ackMinutes == nil {
        runbook.assumptions.append(
          Assumption(
            about: "response", chosen: "\(severity.name) is to be answered at once",
            lines: [severity.line], why: "\"\(severity.responseText)\" gives no figure."))
      }
    }
  }

  private static func contradiction(_ severity: Severity, ack: Double, response: Double, _ runbook: inout Runbook) {
    let strict = min(ack, response)
    runbook.assumptions.append(
      Assumption(
        about: "response", chosen: "\(severity.name) is answered within \(figure(strict)) minutes",
        lines: [severity.ackLine ?? severity.line, severity.line],
        why: "One line asks for an acknowledgement within \(figure(ack)) minutes, the other for a response within "
          + "\(figure(response)); the stricter holds."))
  }

  private static func figure(_ minutes: Double) -> String {
    minutes == minutes.rounded() && abs(minutes) < 1e9 ? String(Int(minutes)) : String(minutes)
  }
}
