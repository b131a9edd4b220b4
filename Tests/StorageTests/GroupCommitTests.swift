import Incidents
import Storage
import Testing

/// Work that stands for one event: a key, and where its answer goes.
private struct Event: Sendable {
  var key: String
  var reply: @Sendable (Result<Int64, StorageError>) -> Void
}

/// The smallest planner with an index: known keys are only counted, new ones get a row.
private func countingPlanner() -> GroupCommit<Event>.Planner {
  var index: [String: Int64] = [:]
  var next: Int64 = 0
  return { events in
    var added: [String] = []
    var answers: [Int64] = []
    for event in events {
      if index[event.key] == nil {
        next += 1
        index[event.key] = next
        added.append(event.key)
      }
      answers.append(index[event.key] ?? 0)
    }
    let rows: [[Value]] = added.map { [.text($0), .bytes([1])] }
    return WorkGroup(
      statements: rows.isEmpty ? [] : [Statement("INSERT INTO setting (name, value) VALUES ($1, $2)", rows)],
      committed: { _ in for (event, answer) in zip(events, answers) { event.reply(.success(answer)) } },
      undo: { for key in added { index[key] = nil } },
      refused: { error in for event in events { event.reply(.failure(error)) } })
  }
}

extension GroupCommit where Work == Event {
  fileprivate func send(_ key: String) async throws -> Int64 {
    try await withCheckedThrowingContinuation { continuation in
      do throws(QueueRefusal) {
        try offer(Event(key: key) { continuation.resume(with: $0) })
      } catch { continuation.resume(throwing: error) }
    }
  }
}

private func counting(
  _ database: any Database, capacity: Int = 1_000, unknown: @escaping @Sendable (StorageError) -> Void = { _ in }
) -> GroupCommit<Event> {
  GroupCommit(database: database, capacity: capacity, outcomeUnknown: unknown) { countingPlanner() }
}

@Suite struct GroupCommitTests {
  @Test func manyWorksShareFewCommits() async throws {
    try await withStore { database in
      let gate = Gate()
      let held = Faulty(database, gate: gate)
      let writer = counting(held)
      async let first = writer.send("key-0")
      try await held.begun()
      try await withThrowingTaskGroup(of: Int64.self) { group in
        for number in 1..<200 { group.addTask { try await writer.send("key-\(number % 40)") } }
        try await gate.open { writer.counters.waiting == 199 }
        let answers = try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
        #expect(answers.count == 40)
      }
      #expect(try await first == 1)
      await writer.stop()
      let counters = writer.counters
      #expect(counters.works == 200 && counters.waiting == 0)
      #expect(counters.commits <= 2)
      let stored = try await database.number("SELECT count(*) FROM setting")
      #expect(stored == 40)
    }
  }

  @Test func aBadWorkDoesNotFailItsBatchAndIsForgottenByTheIndex() async throws {
    try await withStore { database in
      let gate = Gate()
      let held = Faulty(database, gate: gate)
      let writer = counting(held)
      try writer.offer(Event(key: "first") { _ in })
      try await held.begun()
      let answers = try await withThrowingTaskGroup(of: (String, Bool).self) { group in
        for key in ["a", "bad\u{0}", "b", "c", "d"] {
          group.addTask { (key, (try? await writer.send(key)) != nil) }
        }
        try await gate.open { writer.counters.waiting == 5 }
        return try await group.reduce(into: [String: Bool]()) { $0[$1.0] = $1.1 }
      }
      #expect(answers == ["a": true, "b": true, "c": true, "d": true, "bad\u{0}": false])
      await #expect(throws: StorageError.self) { try await writer.send("bad\u{0}") }
      await writer.stop()
      let stored = try await database.number("SELECT count(*) FROM setting")
      #expect(stored == 5)
    }
  }

  @Test func anOrderThatLosesItsRaceIsRefusedAloneAndInItsOwnNumbering() async throws {
    try await withStore { database in
      let gate = Gate()
      let held = Faulty(database, gate: gate)
      let writer = counting(held)
      async let first = writer.send("first")
      try await held.begun()
      async let answers = withTaskGroup(of: Result<Int, StorageError>.self) { group in
        for number in 0..<10 {
          group.addTask {
            let guarded = Statement("UPDATE setting SET value = $1 WHERE name = 'absent'", [[.bytes([])]], expect: 1)
            let good = SettingStatements.set("order-\(number)", [1])
            do {
              return .success(try await writer.submit(number == 4 ? [good, guarded] : [good]).count)
            } catch { return .failure(error as? StorageError ?? .broken("\(error)")) }
          }
        }
        return await group.reduce(into: [Result<Int, StorageError>]()) { $0.append($1) }
      }
      try await gate.open { writer.counters.waiting == 10 }
      _ = try await first
      let refused = await answers.compactMap { if case .failure(let error) = $0 { error } else { nil } }
      #expect(refused == [.conflict(statement: 1, expected: 1, got: 0)])
      await writer.stop()
      let stored = try await database.number("SELECT count(*) FROM setting")
      #expect(stored == 10)
      #expect(writer.counters.commits <= 2)
    }
  }

  @Test func moreThanTheCapacityIsRefusedAtOnceAndOrdersHaveTheirOwnRoom() async throws {
    try await withStore { database in
      let gate = Gate()
      let stuck = Faulty(database, gate: gate)
      let writer = counting(stuck, capacity: 2)
      let refused = Counter()
      let answered = Counter()
      try writer.offer(Event(key: "in flight") { _ in answered.raise() })
      try await stuck.begun()
      for number in 0..<5 {
        do throws(QueueRefusal) { try writer.offer(Event(key: "k\(number)") { _ in answered.raise() }) } catch {
          #expect(error == .full)
          refused.raise()
        }
      }
      #expect(refused.value == 3)
      #expect(writer.counters.waiting == 2 && writer.counters.oldest > .zero)
      async let order = writer.submit([SettingStatements.set("order", [1])]).count
      try await gate.open { writer.counters.waiting == 3 }
      let answer = try await order
      #expect(answer == 1)
      await writer.stop()
      #expect(answered.value == 3)
    }
  }

  @Test func stoppingFinishesWhatWaitsAndThenRefuses() async throws {
    try await withStore { database in
      let writer = counting(database)
      let answered = Counter()
      for number in 0..<20 { try writer.offer(Event(key: "k\(number)") { _ in answered.raise() }) }
      await writer.stop()
      #expect(answered.value == 20)
      #expect(throws: QueueRefusal.stopped) { try writer.offer(Event(key: "late") { _ in }) }
      await #expect(throws: QueueRefusal.stopped) { try await writer.submit([]) }
      await writer.stop()
    }
  }

  @Test func aBusyStoreIsTriedAgain() async throws {
    try await withStore { database in
      let faulty = Faulty(database, failures: [.busy("locked"), .busy("locked")])
      let writer = counting(faulty)
      let answer = try await writer.send("a")
      #expect(answer == 1)
      await writer.stop()
      #expect(faulty.attempts == 3)
    }
  }

  @Test func aFullStoreRefusesAllAndGoesOnWhenThereIsRoom() async throws {
    try await withStore { database in
      let writer = counting(Faulty(database, failures: [.full("no room")]))
      await #expect(throws: StorageError.full("no room")) { try await writer.send("a") }
      let answer = try await writer.send("a")
      #expect(answer == 2)
      await writer.stop()
      let stored = try await database.number("SELECT count(*) FROM setting")
      #expect(stored == 1)
    }
  }

  @Test func anUnknownOutcomeIsToldAndNothingIsWrittenAfterIt() async throws {
    try await withStore { database in
      let told = Counter()
      let faulty = Faulty(database, failures: [.outcomeUnknown("flush refused")])
      let writer = counting(faulty, unknown: { _ in told.raise() })
      await #expect(throws: StorageError.outcomeUnknown("flush refused")) { try await writer.send("a") }
      await writer.stop()
      await #expect(throws: QueueRefusal.stopped) { try await writer.submit([SettingStatements.set("b", [1])]) }
      #expect(told.value == 1 && faulty.attempts == 1)
    }
  }

  @Test func whatFollowsACommitRunsBeforeAnythingLaterIsPlanned() async throws {
    try await withStore { database in
      let writer = counting(database)
      let followed = Counter()
      try await writer.submit([SettingStatements.set("a", [1])]) { outcomes in
        if outcomes.map(\.changed) == [1] { followed.raise() }
      }
      #expect(followed.value == 1)
      await writer.stop()
    }
  }
}
