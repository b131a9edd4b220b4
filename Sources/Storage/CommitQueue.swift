import Foundation
import Synchronization

/// Statements of somebody who is not on the hot path, and who waits for their outcome.
struct CommitOrder: Sendable {
  var statements: [Statement]
  var committed: (@Sendable ([Outcome]) -> Void)?
  var reply: @Sendable (Result<[Outcome], any Error>) -> Void
}

/// The bounded place where work waits for the writer.
final class CommitQueue<Work: Sendable>: Sendable {
  /// What the writer took at one go; its arrays go back and forth, so that neither side allocates.
  struct Taken: Sendable {
    var works: [Work] = []
    var orders: [CommitOrder] = []
    var isEmpty: Bool { works.isEmpty && orders.isEmpty }
  }

  private enum Life { case open, stopping, shut }

  private struct State {
    var waiting = Taken()
    var oldest: ContinuousClock.Instant?
    var life = Life.open
    var sleeping = false
    var ended: [@Sendable () -> Void]? = []
  }

  private let capacity: Int
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)

  init(capacity: Int) { self.capacity = capacity }

  func add(_ work: Work) throws(QueueRefusal) {
    try add { state throws(QueueRefusal) in
      guard state.waiting.works.count < capacity else { throw .full }
      state.waiting.works.append(work)
    }
  }

  func add(_ order: CommitOrder) throws(QueueRefusal) {
    try add { state throws(QueueRefusal) in
      guard state.waiting.orders.count < capacity else { throw .full }
      state.waiting.orders.append(order)
    }
  }

  /// The writer is signalled only when it sleeps: under load nobody makes a system call here.
  private func add(_ append: (inout State) throws(QueueRefusal) -> Void) throws(QueueRefusal) {
    let mustWake = try state.withLock { state throws(QueueRefusal) -> Bool in
      guard state.life == .open else { throw .stopped }
      if state.waiting.isEmpty { state.oldest = .now }
      try append(&state)
      defer { state.sleeping = false }
      return state.sleeping
    }
    if mustWake { wake.signal() }
  }

  /// Waits for work and takes all of it; false when there will be no more.
  func take(_ taken: inout Taken) -> Bool {
    taken.works.removeAll(keepingCapacity: true)
    taken.orders.removeAll(keepingCapacity: true)
    while true {
      let isOpen = state.withLock { state in
        if state.waiting.isEmpty {
          state.oldest = nil
          state.sleeping = state.life == .open
        } else {
          swap(&state.waiting, &taken)
        }
        return state.life == .open
      }
      if !taken.isEmpty { return true }
      guard isOpen else { return false }
      wake.wait()
    }
  }

  /// Takes no more; what waits is still served. `ended` is called once the writer has finished.
  func stop(_ ended: @escaping @Sendable () -> Void) {
    let (isOver, mustWake) = state.withLock { state in
      if state.life == .open { state.life = .stopping }
      let isOver = state.ended == nil
      state.ended?.append(ended)
      defer { state.sleeping = false }
      return (isOver, state.sleeping)
    }
    if mustWake { wake.signal() }
    if isOver { ended() }
  }

  /// Takes no more, now and for good.
  func shut() { state.withLock { $0.life = .shut } }

  func ended() {
    let waiting = state.withLock { state in
      state.life = .shut
      defer { state.ended = nil }
      return state.ended ?? []
    }
    for tell in waiting { tell() }
  }

  var length: Int { state.withLock { $0.waiting.works.count + $0.waiting.orders.count } }

  /// How long ago the oldest of what waits, or of what is being written, came in.
  var oldestAge: Duration { state.withLock { $0.oldest.map { .now - $0 } ?? .zero } }
}
