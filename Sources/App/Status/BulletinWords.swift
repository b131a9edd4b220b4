import Channels
import Incidents
import Storage
import Web

/// What a follower is sent: exactly what was published, where to read it, and how to end it.
struct BulletinWords: Sendable {
  let origin: String
  let secret: [UInt8]

  struct Item: Sendable {
    var bulletin: Bulletin
    var subscriber: Subscriber
    var update: PublicUpdate?
    var work: Maintenance?

    /// The same over every attempt.
    var key: String { "\(bulletin.subject.rawValue) \(bulletin.item) \(subscriber.id)" }
  }

  /// nil where what it told of is gone.
  func letter(_ item: Item, page: String) -> Letter? {
    let name = "\(page) status"
    switch item.bulletin.subject {
    case .confirm:
      return Letter(
        key: item.key, thread: item.key, subject: "Follow \(name)?",
        lines: [
          "Somebody, most likely you, asked that updates of \(name) be sent to this address.", "",
          "To begin, open: \(confirmAddress(item.subscriber))", "",
          "The link works for two days. If it was not you, do nothing: nothing more is sent.",
        ], leave: nil)
    case .update:
      return item.update.map { update in
        let leave = leave(item)
        let (subject, lines) = FollowWords.mail(update, origin: origin, leave: leave)
        return Letter(
          key: item.key, thread: "incident \(update.incident)", subject: subject, lines: lines, leave: leave)
      }
    case .maintenance:
      return item.work.map { work in
        let leave = leave(item)
        return Letter(
          key: item.key, thread: "maintenance \(work.id)", subject: "Planned maintenance: \(work.title)",
          lines: FollowWords.lines(work) + FollowWords.tail(origin: origin, leave: leave), leave: leave)
      }
    }
  }

  private func leave(_ item: Item) -> String {
    FollowLinks.leave(item.subscriber.id, origin: origin, secret: secret)
  }

  private func confirmAddress(_ subscriber: Subscriber) -> String {
    FollowLinks.confirm(subscriber.id, origin: origin, secret: secret)
  }

  func proof(_ subscriber: Subscriber) -> FollowProof { FollowProof(subscriber.id, secret: secret) }

  /// The body of a webhook; nil where what it told of is gone.
  func body(_ item: Item, board: StatusBoard?) -> [UInt8]? {
    let leave = leave(item)
    switch item.bulletin.subject {
    case .confirm:
      let address = confirmAddress(item.subscriber)
      return FollowWords.confirmBody(address: address, proof: proof(item.subscriber))
    case .update: return item.update.flatMap { update in board.flatMap { FollowWords.body(update, $0, origin, leave) } }
    case .maintenance: return item.work.flatMap { work in board.map { FollowWords.body(work, $0, origin, leave) } }
    }
  }
}
