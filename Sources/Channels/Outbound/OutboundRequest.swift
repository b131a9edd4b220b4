import Incidents

/// A request to a provider, as a channel renders it: plain data, so that it can be compared with a golden file.
struct OutboundRequest: Sendable, Hashable {
  var url: String
  /// In the order in which they are sent. Values with line breaks are refused before anything leaves.
  var headers: [Header]
  var body: [UInt8]
  var method = "POST"

  struct Header: Sendable, Hashable {
    var name: String
    var value: String
  }
}

/// What a provider answered.
struct OutboundAnswer: Sendable, Hashable {
  var status: Int
  /// As the provider asked, at most an hour.
  var retryAfter: Span?
  /// At most 64 KiB of it. Never shown to people: an answer may hold what an address inside the network says.
  var body: [UInt8] = []
  /// False when the answer broke off, dripped beyond the deadline or was longer than we read.
  var isComplete = false
}

/// How far a request came.
enum OutboundResult: Sendable, Hashable {
  case answered(OutboundAnswer)
  /// Not sent, and sending it again may help: no connection, no address.
  case notSent(String)
  /// Not sent, and it never will be: the address is not allowed.
  case refused(String)
  /// Sent at least in part, and no answer came.
  case lost(String)

  /// What became of the page; `judge` decides about answers in the 200s, whose body may say otherwise.
  func outcome(_ judge: (OutboundAnswer) -> DeliveryOutcome) -> DeliveryOutcome {
    switch self {
    case .answered(let answer): (200..<300).contains(answer.status) ? judge(answer) : answer.refusal
    case .notSent(let reason): .temporary(reason, retryAfter: nil)
    case .refused(let reason): .permanent(reason)
    case .lost(let reason): .unknown(reason)
    }
  }
}

extension OutboundAnswer {
  /// "HTTP 503": all that people are shown of an answer.
  var statusLine: String { "HTTP \(status)" }

  /// Request Timeout, Too Early, Too Many Requests and every server error may pass; the rest will not.
  fileprivate var refusal: DeliveryOutcome {
    switch status {
    case 408, 425, 429, 500...599: .temporary(statusLine, retryAfter: retryAfter)
    case 300..<400: .permanent("\(statusLine), and redirects are not followed")
    default: .permanent(statusLine)
    }
  }
}
