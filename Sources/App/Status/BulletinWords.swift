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
        letter(
          item, thread: "incident \(update.incident)",
          subject: "\(FollowWords.state(update)): \(update.title)", lines: FollowWords.lines(update))
      }
    case .maintenance:
      return item.work.map { work in
        letter(
          item, thread: "maintenance \(work.id)", subject: "Planned maintenance: \(work.title)",
          lines: FollowWords.lines(work))
      }
    }
  }

  private func letter(_ item: Item, thread: String, subject: String, lines: [String]) -> Letter {
    let leave = FollowLinks.leave(item.subscriber.id, origin: origin, secret: secret)
    let tail = ["", "The page: \(origin)/status", "To get no more of these, open: \(leave)"]
    return Letter(key: item.key, thread: thread, subject: subject, lines: lines + tail, leave: leave)
  }

  private func confirmAddress(_ subscriber: Subscriber) -> String {
    FollowLinks.confirm(subscriber.id, origin: origin, secret: secret)
  }

  /// The body of a webhook; nil where what it told of is gone.
  func body(_ item: Item, board: StatusBoard?) -> [UInt8]? {
    let leave = FollowLinks.leave(item.subscriber.id, origin: origin, secret: secret)
    switch item.bulletin.subject {
    case .confirm: return FollowWords.confirmBody(address: confirmAddress(item.subscriber))
    case .update: return item.update.flatMap { update in board.flatMap { FollowWords.body(update, $0, origin, leave) } }
    case .maintenance: return item.work.flatMap { work in board.map { FollowWords.body(work, $0, origin, leave) } }
    }
  }
}
