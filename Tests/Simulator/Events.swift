import Engine
import Incidents
import Storage

/// What happens, and when. Events of the process bear its life: a crash ends them.
enum Event: Sendable {
  case arrival
  case resolved(alert: Int64, incident: Int64)
  /// The process looks whether something is due; only the look that was planned last counts.
  case look(life: Int, number: Int)
  case store(Plan, version: Int64, life: Int)
  /// A message reaches a person, whatever became of the process.
  case received(Page, attempt: Int64)
  case outcome(Page, DeliveryOutcome, life: Int)
  case answer(incident: Int64, person: String, tries: Int)
  case provider
  case edit
  case crash
  case restart
  case pause
  case release(life: Int)
  /// Nothing happens; the watcher looks after each event.
  case inspect
}

/// Events in order of time; those of one moment in the order in which they were planned.
struct Agenda: Sendable {
  private var heap: [(at: Int64, number: Int, event: Event)] = []
  private var planned = 0

  var next: Timestamp? { heap.first.map { Timestamp(microseconds: $0.at) } }

  mutating func add(_ event: Event, at: Timestamp) {
    planned += 1
    heap.append((at.microseconds, planned, event))
    var child = heap.count - 1
    while child > 0, isEarlier(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func take() -> (at: Timestamp, event: Event)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        let children = [parent * 2 + 1, parent * 2 + 2].filter { $0 < heap.count }
        guard let child = children.min(by: { isEarlier($0, $1) }), isEarlier(child, parent) else { break }
        heap.swapAt(parent, child)
        parent = child
      }
    }
    return (Timestamp(microseconds: first.at), first.event)
  }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool { (heap[a].at, heap[a].number) < (heap[b].at, heap[b].number) }
}
