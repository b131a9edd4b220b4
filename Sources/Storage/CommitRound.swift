import Foundation

/// Everything taken at one go is one commit if at all possible. Where the joint commit is refused because of some of
/// its parts, those parts alone are refused.
struct CommitRound<Work: Sendable> {
  private static var tries: Int { 5 }

  private let database: any Database
  private let planner: GroupCommit<Work>.Planner
  private let meter: CommitMeter
  /// Set for good once a commit's outcome is not known.
  private var unknown: StorageError?

  init(database: any Database, planner: @escaping GroupCommit<Work>.Planner, meter: CommitMeter) {
    self.database = database
    self.planner = planner
    self.meter = meter
  }

  /// Answers every work and order. Returns the error when a commit's outcome is not known.
  mutating func settle(_ works: [Work], _ orders: [CommitOrder]) -> StorageError? {
    settle(works[...], orders[...])
    return unknown
  }

  private mutating func settle(_ works: ArraySlice<Work>, _ orders: ArraySlice<CommitOrder>) {
    var orders = Array(orders)
    while !works.isEmpty || !orders.isEmpty {
      let group = works.isEmpty ? nil : planner(Array(works))
      do throws(StorageError) {
        let outcomes = try commit((group?.statements ?? []) + orders.flatMap(\.statements))
        meter.committed(statements: outcomes.count, works: works.count, orders: orders.count)
        return answer(group, orders, outcomes[...])
      } catch {
        meter.refused()
        group?.undo()
        guard let missed = Self.owner(of: error, orders, from: group?.statements.count ?? 0) else {
          return refuse(works, orders, group, error)
        }
        orders.remove(at: missed.index).reply(.failure(missed.error))
      }
    }
  }

  private func answer(_ group: WorkGroup?, _ orders: [CommitOrder], _ outcomes: ArraySlice<Outcome>) {
    var rest = outcomes
    if let group {
      group.committed(Array(rest.prefix(group.statements.count)))
      rest = rest.dropFirst(group.statements.count)
    }
    for order in orders {
      let own = Array(rest.prefix(order.statements.count))
      rest = rest.dropFirst(order.statements.count)
      order.committed?(own)
      order.reply(.success(own))
    }
  }

  private mutating func refuse(
    _ works: ArraySlice<Work>, _ orders: [CommitOrder], _ group: WorkGroup?, _ error: StorageError
  ) {
    if case .outcomeUnknown = error { unknown = error }
    if !error.isOfOnePart || works.count + orders.count == 1 {
      group?.refused(error)
      for order in orders { order.reply(.failure(error)) }
    } else if !works.isEmpty, !orders.isEmpty {
      settle(works, [])
      settle([], orders[...])
    } else {
      let worksMiddle = works.startIndex + works.count / 2
      settle(works[..<worksMiddle], orders[..<(orders.count / 2)])
      settle(works[worksMiddle...], orders[(orders.count / 2)...])
    }
  }

  /// The order whose guard missed. A lost race is common, so it must not cost the others a commit each: it alone is
  /// refused, and the rest goes on together.
  private static func owner(
    of error: StorageError, _ orders: [CommitOrder], from start: Int
  ) -> (index: Int, error: StorageError)? {
    guard case .conflict(let statement, let expected, let got) = error, statement >= start else { return nil }
    var first = start
    for (index, order) in orders.enumerated() {
      if statement < first + order.statements.count {
        return (index, .conflict(statement: statement - first, expected: expected, got: got))
      }
      first += order.statements.count
    }
    return nil
  }

  /// A busy store is tried again, a few times; by then it is not going to be free.
  private func commit(_ statements: [Statement]) throws(StorageError) -> [Outcome] {
    if let unknown { throw .unavailable("the writer has stopped: \(unknown)") }
    guard !statements.isEmpty else { return [] }
    for attempt in 1..<Self.tries {
      do throws(StorageError) { return try database.commit(statements) } catch {
        guard case .busy = error else { throw error }
        Thread.sleep(forTimeInterval: 0.01 * Double(attempt))
      }
    }
    return try database.commit(statements)
  }
}

extension StorageError {
  /// Whether some part of a joint commit brought it on, so that the rest may go through alone.
  fileprivate var isOfOnePart: Bool {
    switch self {
    case .conflict, .violates, .broken: true
    case .busy, .outcomeUnknown, .unavailable, .full: false
    }
  }
}
