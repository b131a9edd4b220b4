import Foundation
import Incidents
import NIOCore
import Testing

@testable import Channels

/// One page as the engine would hand it over; tests change what they are about.
func samplePage(_ change: (inout PageMessage) -> Void = { _ in }) -> PageMessage {
  var message = PageMessage(
    key: "page-42-1-ana", reason: .escalated, incident: "INC-2026-02-14-01", title: "Payment gateway times out",
    severity: "P0", severityLabel: "Critical", severityRank: 0, summary: "Checkout latency above 2 s for 5 minutes",
    opened: Timestamp(microseconds: 1_771_040_760_000_000), person: "Ana Ruiz",
    why: "Second rung of the ladder, nobody answered for 15 min", line: 42,
    next: "Bo Lindqvist is paged at 04:16 unless somebody answers.",
    acknowledgeURL: "http://127.0.0.1:8080/ack/q7Rk2", incidentURL: "http://127.0.0.1:8080/incidents/1")
  change(&message)
  return message
}

/// 2026-02-14T03:47:10Z
let testNow = Timestamp(microseconds: 1_771_040_830_000_000)

private let goldenFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

/// Compares with the file in `Golden`; `TOCSIN_UPDATE_GOLDEN=1` writes it anew.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = goldenFolder.appending(path: name)
  if ProcessInfo.processInfo.environment["TOCSIN_UPDATE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == expected, "\(name) differs from what is sent", sourceLocation: sourceLocation)
}

/// A request as a reader of the golden file sees it.
func described(_ request: OutboundRequest) -> String {
  let headers = request.headers.map { "\($0.name): \($0.value)\n" }.joined()
  return "POST \(request.url)\n\(headers)\n\(String(decoding: request.body, as: UTF8.self))\n"
}

/// More than any working exchange takes, on a machine that is busy with other things too.
let patience = TimeAmount.seconds(30)

/// Tries a test of silence with growing limits until it holds: a short one keeps the run quick, and on a busy machine a
/// long one still lets the request get out before the time is over.
func holdsWithGrowingLimits(_ attempt: (TimeAmount) async throws -> Bool) async throws -> Bool {
  for limit in [TimeAmount.milliseconds(500), .seconds(2), .seconds(8)] where try await attempt(limit) { return true }
  return false
}

extension DeliveryOutcome {
  var kind: String {
    switch self {
    case .accepted: "accepted"
    case .temporary: "temporary"
    case .permanent: "permanent"
    case .unknown: "unknown"
    }
  }
  var evidence: String {
    switch self {
    case .accepted(let text), .permanent(let text), .unknown(let text), .temporary(let text, _): text
    }
  }
  var retryAfter: Span? {
    if case .temporary(_, let span) = self { span } else { nil }
  }
}

/// The same numbers on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
