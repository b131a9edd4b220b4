import Engine
import Incidents
import Synchronization

/// The first minute of a process: what fell due while none ran goes out together, so that nobody is woken by ten
/// messages at once. First every incident that is overdue is decided, for a few seconds at most; then pages leave.
final class CatchUp: Sendable {
  /// Real time that the sender waits for the engine, at most.
  private static let patience = Duration.seconds(5)
  private static let length = Duration.seconds(60)

  private let began = ContinuousClock.now
  private let decided = Mutex(false)

  /// The engine has found nothing more that is overdue.
  func engineIsDone() { decided.withLock { $0 = true } }

  var mayPage: Bool { decided.withLock { $0 } || .now - began > Self.patience }

  /// Whether pages to one address are gathered now.
  var gathers: Bool { .now - began < Self.length }

  /// Pages by their address, in the order in which they were due. Outside the first minute each goes alone.
  func parcels(_ pages: [Page]) -> [[Page]] {
    guard gathers else { return pages.map { [$0] } }
    var (parcels, places): ([[Page]], [ContactMethod: Int]) = ([], [:])
    for page in pages {
      // A rung's delay is no part of the address, and what asks for no answer stays by itself.
      let address = ContactMethod(channel: page.method.channel, address: page.method.address)
      guard page.reason.climbs, page.incident != SelfTest.incident, !page.isToChannel else {
        parcels.append([page])
        continue
      }
      if let place = places[address], parcels[place].first?.person == page.person {
        parcels[place].append(page)
      } else {
        places[address] = parcels.count
        parcels.append([page])
      }
    }
    return parcels
  }
}
