import Foundation
import Incidents

/// Posts to the webhooks of people outside, signed as Standard Webhooks has it. They may name any address, so nothing
/// inside the own network is called.
package struct StatusHook: Sendable {
  /// What became of one try, and whether the receiver answered with the challenge that it was sent.
  package struct Answer: Sendable, Hashable {
    package var outcome: DeliveryOutcome
    package var echoes: Bool

    package init(outcome: DeliveryOutcome, echoes: Bool = false) {
      self.outcome = outcome
      self.echoes = echoes
    }
  }

  private let http: OutboundHTTP
  /// Where an address really leads.
  private let place: @Sendable (String) -> String
  /// Nobody needs more to say a challenge back.
  private static let longestEcho = 1_024

  package init() { self.init(OutboundHTTP(allowPrivate: false)) }

  /// For tests, whose receivers are on this machine: `place` stands for the names of the net.
  package init(_ http: OutboundHTTP, place: @escaping @Sendable (String) -> String = { $0 }) {
    (self.http, self.place) = (http, place)
  }

  /// One try, within ten seconds.
  /// - Parameters:
  ///   - key: the same over every attempt.
  ///   - secret: the receiver's own, by which it knows who sent this: `whsec_` and Base64.
  package func send(
    _ body: [UInt8], key: String, secret: String, challenge: String? = nil, to url: String
  ) async -> Answer {
    let id = digest(key)
    let seconds = String(floorDivide(http.now().microseconds, 1_000_000))
    let request = OutboundRequest(
      url: place(url),
      headers: [
        .init(name: "Content-Type", value: "application/json"), .init(name: "Idempotency-Key", value: id),
        .init(name: "User-Agent", value: "Tocsin status page"), .init(name: "webhook-id", value: id),
        .init(name: "webhook-timestamp", value: seconds),
        .init(name: "webhook-signature", value: WebhookChannel.signature(id, seconds, body, Secret(secret))),
      ], body: body)
    let result = await http.send(request)
    var echoes = false
    if let challenge, case .answered(let answer) = result, (200..<300).contains(answer.status), answer.isComplete {
      echoes = Self.echoes(answer.body, challenge)
    }
    return Answer(outcome: result.outcome { .accepted($0.statusLine) }, echoes: echoes)
  }

  /// The challenge alone, or as the field of that name.
  static func echoes(_ body: [UInt8], _ challenge: String) -> Bool {
    struct Echo: Decodable { var challenge: String }
    guard !challenge.isEmpty, body.count <= longestEcho else { return false }
    let text = String(decoding: body, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return text == challenge || (try? JSONDecoder().decode(Echo.self, from: Data(body)))?.challenge == challenge
  }

  package func shutdown() async { await http.shutdown() }
}
