import Foundation
import Incidents

/// The links by which somebody confirms and ends to follow the page.
package enum FollowLinks {
  package static func confirm(_ subscriber: Int64, origin: String, secret: [UInt8]) -> String {
    origin + "/status/follow/" + SealedNumber.token(subscriber, for: FollowHandlers.confirming, secret: secret)
  }

  package static func leave(_ subscriber: Int64, origin: String, secret: [UInt8]) -> String {
    origin + "/status/leave/" + SealedNumber.token(subscriber, for: FollowHandlers.leaving, secret: secret)
  }
}

/// What a webhook needs to know that a message is from here, and to say that it wants them.
package struct FollowProof: Sendable, Hashable {
  /// To be said back; the same as opening the link to confirm.
  package var challenge: String
  /// By which its messages are signed: `whsec_` and Base64 (https://www.standardwebhooks.com).
  package var signing: String

  package init(_ subscriber: Int64, secret: [UInt8]) {
    challenge = SealedNumber.token(subscriber, for: "challenge of a webhook", secret: secret)
    signing =
      "whsec_" + SealedNumber.key(subscriber, for: "signature of a webhook", secret: secret).base64EncodedString()
  }
}

/// What followers are told, as lines of a mail and as the JSON of Statuspage's webhooks.
package enum FollowWords {
  package static func state(_ update: PublicUpdate) -> String { StatusWords.state(update.state) }

  package static func lines(_ update: PublicUpdate) -> [String] {
    let head = "\(state(update)), \(StatusWords.moment(update.at)): \(update.title)"
    let promise = update.nextBy.map { ["", "Next update by \(StatusWords.moment($0))."] } ?? []
    return [head, ""] + text(update.text) + promise
  }

  package static func lines(_ work: Maintenance) -> [String] {
    [work.title, StatusWords.window(work), ""] + text(work.text)
  }

  /// A mail about an update, as followers get it.
  package static func mail(_ update: PublicUpdate, origin: String, leave: String) -> (subject: String, lines: [String])
  {
    ("\(state(update)): \(update.title)", lines(update) + tail(origin: origin, leave: leave))
  }

  package static func tail(origin: String, leave: String) -> [String] {
    ["", "The page: \(origin)/status", "To get no more of these, open: \(leave)"]
  }

  private static func text(_ text: String) -> [String] {
    StatusText.paragraphs(text).map { $0 + [""] }.joined().dropLast().map { String($0) }
  }

  /// `{"meta": …, "page": …, "incident": …}`; nil where the incident is not on the board any more.
  package static func body(
    _ update: PublicUpdate, _ board: StatusBoard, _ origin: String, _ leave: String
  ) -> [UInt8]? {
    guard let incident = board.incidents.first(where: { $0.updates.contains { $0.id == update.id } }) else {
      return nil
    }
    let json = StatusJSON(board: board, places: StatusPlaces(origin: origin))
    return JSONTree.object(json.hook(leave: leave).merging(["incident": json.incident(incident)]) { own, _ in own })
      .bytes
  }

  package static func body(_ work: Maintenance, _ board: StatusBoard, _ origin: String, _ leave: String) -> [UInt8] {
    let json = StatusJSON(board: board, places: StatusPlaces(origin: origin))
    return JSONTree.object(json.hook(leave: leave).merging(["incident": json.maintenance(work)]) { own, _ in own })
      .bytes
  }

  package static func confirmBody(address: String, proof: FollowProof) -> [UInt8] {
    JSONTree.object([
      "meta": .object(["type": "subscription.confirm"]), "confirm": .text(address),
      "challenge": .text(proof.challenge), "secret": .text(proof.signing),
      "text": .text(
        "Answer with the challenge, or open the address under confirm, to get the updates of this status page here. "
          + "Each message is signed by the secret as Standard Webhooks has it."),
    ]).bytes
  }
}
