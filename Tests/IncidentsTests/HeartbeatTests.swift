import Testing

@testable import Incidents

/// What is expected of a job, and what its reports make of it.
struct HeartbeatTests {
  /// 2026-02-14 03:12 UTC, a Saturday.
  private let now = Timestamp(microseconds: 1_771_038_720_000_000)
  private let daily = HeartbeatPlan(slug: "backup", rhythm: .every(.days(1)), grace: .hours(2))

  @Test(arguments: [
    ("0 4 * * *", "2026-02-14T04:00:00Z"), ("12 3 * * *", "2026-02-15T03:12:00Z"),
    ("*/15 * * * *", "2026-02-14T03:15:00Z"),
    ("0 9 * * 1-5", "2026-02-16T09:00:00Z"), ("30 6 1 * *", "2026-03-01T06:30:00Z"),
    ("0 0 29 2 *", "2028-02-29T00:00:00Z"),
    ("0 12 20 * 0", "2026-02-15T12:00:00Z"), ("5,10 3-4 * * *", "2026-02-14T04:05:00Z"),
    ("0 0 * * 7", "2026-02-15T00:00:00Z"),
  ])
  func cronSaysTheNextTime(expression: String, next: String) throws {
    let cron = try #require(Cron(expression))
    #expect(cron.next(after: now).map { CivilTime($0).rfc3339 } == next)
  }

  @Test(arguments: ["", "* * * *", "60 * * * *", "* * 0 * *", "5-1 * * * *", "*/0 * * * *", "a * * * *", "1,, * * * *"])
  func whatIsNoCronExpressionIsRefused(expression: String) { #expect(Cron(expression) == nil) }

  @Test func aDayThatNeverComesHasNoNextTime() { #expect(Cron("0 0 31 2 *")?.next(after: now) == nil) }

  @Test func aReportOwesTheNextOneAndAStartItsEnd() {
    let up = Heartbeat.after(.init(slug: "backup", kind: .success), nil, of: 1, plan: daily, now: now)
    #expect(up.state == .up && up.due == now + .hours(26))
    let started = Heartbeat.after(.init(slug: "backup", kind: .start), up, of: 1, plan: daily, now: now + .hours(1))
    #expect(started.state == .started && started.due == now + .hours(3))
    let failed = Heartbeat.after(.init(slug: "backup", kind: .fail), started, of: 1, plan: daily, now: now)
    #expect(failed.state == .failed && failed.due == nil)
    let said = Heartbeat.after(.init(slug: "backup", kind: .log), started, of: 1, plan: daily, now: now + .hours(9))
    #expect(said == started, "a log line is no sign of life")
  }

  @Test func whatNobodyDescribedOwesNothing() {
    #expect(Heartbeat.after(.init(slug: "x", kind: .success), nil, of: 1, plan: nil, now: now).due == nil)
  }
}
