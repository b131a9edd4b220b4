import Foundation
import Incidents
import SQLiteDriver
import Storage
import Testing

/// What only a process of its own can show. `StoreProbe` stands beside the test's own executable.
@Suite(.serialized, .enabled(if: ProbeRun.isBuilt, "StoreProbe is not built beside the tests"))
struct ProbeTests {
  @Test func aSecondProcessOnOneFolderIsToldWhoHoldsIt() async throws {
    try await withFolder { folder in
      let holder = try ProbeRun("hold", folder)
      #expect(holder.line() == "ready")
      let error = #expect(throws: OpenError.self) { try SQLiteDatabase.open(folder) }
      #expect(error == .inUse(folder, pid: holder.pid))
      holder.kill()
      try SQLiteDatabase.open(folder).close()
    }
  }

  /// synchronous=FULL, seen from outside: as many flushes as commits, and a few for the folding of the log.
  @Test(.enabled(if: ProbeRun.canTrace, "strace is absent or may not trace here"))
  func everyCommitIsFlushed() async throws {
    try await withFolder { folder in
      let commits = 200
      let log = folder + ".strace"
      defer { try? FileManager.default.removeItem(atPath: log) }
      let run = try ProbeRun(
        "commits", folder, "\(commits)", through: ["strace", "-f", "-qq", "-e", "trace=fdatasync,fsync", "-o", log])
      #expect(run.rest().suffix(1) == ["done \(commits)"])
      let flushes = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        .filter { $0.contains("fdatasync(") || $0.contains("fsync(") }
      #expect(flushes.count >= commits && flushes.count < commits + 50)
    }
  }

  /// A refused flush leaves nobody the wiser: the process is told so, and the next start finds a whole store.
  @Test(.enabled(if: ProbeRun.canTrace, "strace is absent or may not trace here"))
  func aRefusedFlushIsAnUnknownOutcomeAndEndsTheUseOfTheStore() async throws {
    try await withFolder { folder in
      try SQLiteDatabase.open(folder).close()
      let inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=30"]
      let lines = try ProbeRun("commits", folder, "100", through: inject).rest()
      #expect(lines.first == "ready")
      #expect(lines.dropFirst().first?.contains("outcomeUnknown") == true)
      let database = try SQLiteDatabase.open(folder)
      defer { database.close() }
      #expect(try await database.read(SettingQueries.value("n")).count == 1)
    }
  }

  @Test func nothingThatWasAnsweredIsLostByAKill() async throws {
    try await withFolder { folder in
      var durable: [Int64] = []
      for _ in 0..<5 {
        let run = try ProbeRun("hammer", folder)
        let enough = durable.count + 500
        while durable.count < enough, let line = run.line() { Int64(line).map { durable.append($0) } }
        run.kill()
        durable += run.rest().compactMap { Int64($0) }
      }
      let database = try SQLiteDatabase.open(folder)
      defer { database.close() }
      let check =
        "SELECT count(*) FROM incident i JOIN alert a ON a.incident = i.id JOIN page p ON p.id = i.id * 1048576 "
      let stored = try await database.number(check + "WHERE i.id = a.id") ?? 0
      let highest = try await database.number("SELECT max(id) FROM incident") ?? 0
      #expect(durable.count > 1_000)
      #expect(stored >= Int64(durable.count))
      #expect(highest >= durable.max() ?? .max)
      #expect(stored == highest, "whole or absent, in order")
      #expect(try await database.snapshot([("PRAGMA integrity_check", [])]).first?.cells == [.text("ok")])
    }
  }

  /// A limit on the size of files stands for a disk that takes no more.
  @Test func aStoreThatTakesNoMoreRefusesReadsOnAndLosesNothing() async throws {
    try await withFolder { folder in
      let lines = try ProbeRun("fill", folder, "3000000").rest()
      let durable = lines.first?.split(separator: " ").dropFirst(2).first?.dropLast()
      let count = try #require(durable.flatMap { Int($0) })
      #expect(count > 20 && count < 1_000)
      #expect(lines.first?.contains("full(") == true)
      #expect(lines.dropFirst() == ["rows \(count)", "rows \(count + 1)"])
    }
  }

  /// A real full disk, where this machine lets us make one: the ballast lets the next commit through.
  @Test(.enabled(if: ProbeRun.canMount, "a small disk cannot be mounted here"))
  func onAFullDiskTheBallastMakesRoomForTheNextCommit() async throws {
    try await withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let script = #"mount -t tmpfs -o size=8m none "$1" && "$0" fill "$1/data" 900000000"#
      let lines = try ProbeRun(through: ["unshare", "-rm", "sh", "-c", script, ProbeRun.path, folder]).rest()
      let durable = lines.first?.split(separator: " ").dropFirst(2).first?.dropLast()
      let count = try #require(durable.flatMap { Int($0) })
      #expect(lines.first?.contains("full(\"database or disk is full") == true)
      #expect(lines.dropFirst() == ["rows \(count)", "rows \(count + 1)"])
    }
  }
}
