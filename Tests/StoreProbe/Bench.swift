import Glibc
import Incidents
import SQLiteDriver
import Storage

/// New incidents a second, durable, by how many share a commit: alert, incident, one entry and one page each.
struct Bench {
  private let database: SQLiteDatabase

  init(_ database: SQLiteDatabase) { self.database = database }

  func run(seconds: Int) async throws {
    var next = try await database.read(IncidentQueries.highestIds).first?.overall ?? 0
    for size in [1, 8, 16, 64, 256] {
      let (first, cpu) = (next, cpuMicroseconds)
      let rate = try measure(size, .seconds(seconds), &next)
      let each = (cpuMicroseconds - cpu) / max(1, next - first)
      Probe.say("\(size) a commit: \(Int(rate)) incidents/s, \(Int(rate) / size) commits/s, \(each) µs of CPU each")
    }
  }

  private var cpuMicroseconds: Int64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int64(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000
      + Int64(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  }

  private func measure(_ size: Int, _ time: Duration, _ next: inout Int64) throws -> Double {
    let start = ContinuousClock.now
    let first = next
    while .now - start < time {
      var batch = OpeningBatch(owner: "bench")
      for _ in 0..<size {
        next += 1
        Probe.add(next, to: &batch)
      }
      _ = try database.commit(batch.statements())
    }
    return Double(next - first) / ((ContinuousClock.now - start) / .seconds(1))
  }
}
