import Engine
import Foundation
import Incidents
import Storage
import Web

/// The store as it was found at start: opened, brought to this build's schema, and read for what memory must know.
struct Store {
  let database: any Database
  let highest: HighestIds
  let index: OpenIndex

  /// Throws `StartError`.
  static func open(_ place: StorePlace) async throws -> Store {
    let database = try place.open()
    do { return try await over(database) } catch {
      database.close()
      throw error
    }
  }

  /// Throws `StartError`, and what the database does.
  static func over(_ database: any Database) async throws -> Store {
    do { try await Schema.migrate(database, now: PacedClock.wall()) } catch { throw StartError("\(error)") }
    let (highest, alerts) = try await database.read(IncidentQueries.highestIds, AlertQueries.firingKeys)
    guard let highest = highest.first else { throw StartError("The store does not answer.") }
    let since = PacedClock.wall() - AlertEnds.kept
    let (resolved, ends) = try await database.read(
      IncidentQueries.resolved(since: since), AlertEnds.recent(since: since))
    let merged = try await database.read(MergeQueries.causes)
    return Store(
      database: database, highest: highest,
      index: OpenIndex(
        alerts: alerts, incidents: try await openIncidents(database), merged: merged, resolved: resolved,
        ends: ends.reversed()))
  }

  private static func openIncidents(_ database: any Database) async throws -> [OpenCause] {
    var all: [OpenCause] = []
    while true {
      let part = try await database.read(IncidentQueries.openCauses(after: all.last?.incident ?? 0))
      if part.isEmpty { return all }
      all += part
    }
  }

  /// The clock that everything lives by. A demo's store may hold times ahead of the wall; its clock begins there.
  func clock(pace: Double) async throws -> PacedClock {
    guard pace != 1 else { return PacedClock() }
    let latest = try await database.read(TimelineQueries.latest).first ?? nil
    return PacedClock(pace: pace, notBefore: latest ?? Timestamp(microseconds: 0))
  }

  /// The secret behind links and forms, made at first start.
  func secret() async throws -> [UInt8] {
    if let known = try await database.read(SettingQueries.value("secret")).first { return known }
    let made = Secrets.random(32)
    _ = try database.commit([SettingStatements.setOnce("secret", made)])
    return made
  }

  /// How many incidents of this day have their names already.
  func named(on day: Timestamp, form: String?) async throws -> DayNumbers {
    let prefix = IncidentName.prefix(form, day: day)
    return DayNumbers(day: day, count: try await database.read(IncidentQueries.named(prefix: prefix)).first ?? 0)
  }

  /// Pages that were on their way when the last process ended: nobody knows whether they arrived, so they are sent
  /// again and marked.
  func releaseUnfinished(now: Timestamp) throws -> Int {
    let outcomes = try database.commit([
      Claims.release(claimedBefore: Timestamp(microseconds: .max), now: now)
    ])
    return outcomes.first?.changed ?? 0
  }
}
