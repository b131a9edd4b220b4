import Incidents

/// What Prometheus sends to its `alertmanagers:`, `POST /api/v2/alerts`: a list of alerts, each with its labels as its
/// identity and the time until which it holds. It is sent again before that time for as long as it fires.
///
/// Fields: https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
package enum AlertmanagerV2 {
  package static let format = IntakeFormat(name: "alertmanager-v2") { body throws(IntakeError) in
    try read(body, now: Timestamp(microseconds: 0))
  }

  /// How long an alert holds that says no end, as Alertmanager's `resolve_timeout`.
  package static let resolveTimeout = Span.minutes(5)

  /// Alerts that are wrong by themselves are told in `problems`; the others of the same request are kept, since their
  /// sender would send the whole list again in vain.
  package static func read(
    _ body: [UInt8], now: Timestamp, limit: Int = IntakeFormats.bodyLimit
  ) throws(IntakeError) -> IntakeBatch {
    var reader = try JSONReader(body, limit: limit)
    var batch = IntakeBatch(events: [])
    try reader.beginArray()
    var index = 0
    while try reader.nextElement() {
      var alert = try AlertmanagerAlert(&reader)
      let path = "[\(index)]"
      let times = try alert.times(path)
      if index >= AlertmanagerWebhook.alertLimit {
        batch.omitted += 1
      } else if let problem = alert.problem(times) {
        batch.problems.append("\(path): \(problem)")
      } else {
        batch.events.append(alert.event(from: times.starts, to: times.ends, now: now))
      }
      index += 1
    }
    try reader.finish()
    return batch
  }
}

extension AlertmanagerAlert {
  /// Drops labels without a value first, which are none.
  fileprivate mutating func problem(_ times: (starts: Timestamp?, ends: Timestamp?)) -> String? {
    labels = labels.filter { !$0.value.isEmpty }
    if labels.isEmpty { return "at least one label pair required" }
    if let wrong = labels.keys.sorted().first(where: { !Matcher.isName($0) }) {
      return "invalid label set: invalid name \"\(cut(oneLine(wrong), characters: 80))\""
    }
    if let starts = times.starts, let ends = times.ends, starts > ends { return "start time must be before end time" }
    return nil
  }

  fileprivate func event(from starts: Timestamp?, to ends: Timestamp?, now: Timestamp) -> AlertEvent {
    let key = fingerprint(of: labels)
    // No time of its own: its sender says over and over what holds, and the last word counts, as with Alertmanager.
    if let ends, ends <= now { return event(.resolve, key: key, at: nil) }
    var event = event(.trigger, key: key, at: nil)
    event.term = AlertEvent.Term(
      starts: starts ?? now, ends: ends ?? now + AlertmanagerV2.resolveTimeout,
      url: generatorURL.flatMap { isWebLink($0) ? $0 : nil } ?? "")
    return event
  }
}
