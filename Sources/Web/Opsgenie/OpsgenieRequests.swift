import Incidents
import Synchronization

/// What became of the requests of late: Opsgenie answers each with an identifier by which its clients ask later.
/// The latest few thousand are remembered; after a restart none is.
final class OpsgenieRequests: Sendable {
  struct Outcome: Sendable {
    var action: String
    var isSuccess: Bool
    var status: String
    var alert: String
    var alias: String
    var at: Timestamp
    var integration: Int64
  }

  private static let most = 5_000
  private struct State {
    var outcomes: [String: Outcome] = [:]
    var order: [String] = []
    var oldest = 0
  }
  private let state = Mutex(State())

  /// Returns the request's identifier.
  func note(_ outcome: Outcome) -> String {
    let id = Secrets.newUUID()
    state.withLock { state in
      state.outcomes[id] = outcome
      if state.order.count < Self.most {
        state.order.append(id)
      } else {
        state.outcomes[state.order[state.oldest]] = nil
        state.order[state.oldest] = id
        state.oldest = (state.oldest + 1) % Self.most
      }
    }
    return id
  }

  func outcome(_ id: String) -> Outcome? { state.withLock { $0.outcomes[id] } }
}
