import Engine
import Incidents
import Runbooks
import Testing

/// Every promise with a time in it, seen falling due on a virtual clock.
@Suite struct PromiseNightTests {
  private static func night(
    _ severity: String = "P0", title: String = "Payments answer 502", _ change: (inout Runbook, inout Team) -> Void
  ) -> Night {
    var (runbook, team) = (Payments.runbook, Payments.fullTeam)
    runbook.rollback = nil
    runbook.cadence = []
    change(&runbook, &team)
    var event = Payments.alert
    event.summary = title
    event.labels = ["priority": severity]
    event.severity = ""
    return Night(runbook, team, alert: event)
  }

  private func answer(_ night: inout Night, _ key: String, _ answer: ClockAnswer, by who: String = "ana") throws {
    try night.act { view, now throws(Refusal) in
      try Engine.answer(view, clock: key, answer, by: who, now: now)
    }
  }

  private func clocks(_ night: Night, _ kind: Clock.Kind) -> [Clock] {
    Clocks.running(night.view, now: night.now).filter { $0.kind == kind }
  }

  @Test func peopleInsideAndOutsideAreOwedUpdatesOfTheirOwn() throws {
    var night = Self.night { runbook, _ in
      runbook.cadence = [
        Cadence(severity: "P0", minutes: 15, audience: .internal, line: 20),
        Cadence(severity: "P0", minutes: 30, audience: .external, line: 21),
      ]
    }
    #expect(clocks(night, .updateDue).map(\.what) == ["Internal update due", "External update due"])
    night.pass(3)
    try night.acknowledge("ana")
    night.pass(13)
    #expect(night.said(.updateDue).map(\.text) == ["Internal update due: every 15 min"])
    try night.act { view, now throws(Refusal) in
      try Engine.postUpdate(view, text: "We look.", audience: .internal, by: "ana", now: now)
    }
    #expect(night.said(.update).first?.detail == "To people inside. Next update by 03:43.")
    night.pass(14)
    #expect(night.said(.updateDue).map(\.line) == [20, 21])
    #expect(night.reminders == ["15 ana updateDue", "30 ana updateDue"])
  }

  @Test func aBrokenPromiseIsNotedEachTimeAndPagedTwice() throws {
    var night = Self.night { runbook, _ in runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 20)] }
    night.pass(3)
    try night.acknowledge("ana")
    night.pass(240)
    #expect(night.reminders == ["15 ana updateDue", "30 ana updateDue"])
    #expect(night.said(.updateDue).count == 16)
    try night.act { view, now throws(Refusal) in try Engine.postUpdate(view, text: "word", by: "ana", now: now) }
    night.pass(15)
    #expect(night.reminders.last == "258 ana updateDue")
  }

  @Test func whileNobodyAnswersOnlyTheLadderPages() {
    var night = Self.night { runbook, _ in runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 20)] }
    night.pass(70)
    #expect(night.reminders.isEmpty)
    #expect(night.said(.updateDue).count == 4)
    #expect(clocks(night, .updateDue).first?.state == .late)
  }

  @Test func whoeverAnswersLateHasFiveMinutesForWhatWasDue() throws {
    var night = Self.night { runbook, _ in runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 20)] }
    night.pass(40)
    try night.acknowledge("chidi")
    night.pass(120)
    #expect(night.reminders == ["45 chidi updateDue", "60 chidi updateDue"])
  }

  @Test func theDocumentsCommanderIsToldBeforeWhoeverAnswered() throws {
    var night = Self.night { runbook, team in
      runbook.cadence = [Cadence(severity: "P0", minutes: 15, line: 20)]
      runbook.roles = [Role(name: "Incident Commander (IC)", duties: [], line: 60)]
      team.roles.append(RoleBinding(role: "Incident Commander (IC)", holder: .people(["dana"])))
    }
    try night.acknowledge("ana")
    night.pass(15)
    #expect(night.reminders == ["15 dana updateDue"])
    #expect(
      night.pages.last?.why == "Incident Commander (IC): Update due: every 15 min."
        && night.said(.paged).last?.line == 20)
  }

  @Test func rollbackIsAQuestionThatIsPutOffAndDecided() throws {
    var night = Self.night { runbook, _ in runbook.rollback = Payments.runbook.rollback }
    try night.acknowledge("ana")
    night.pass(30)
    let asked = try #require(clocks(night, .rollbackDecision).first)
    #expect(asked.state == .late && asked.answers == [.rollBack, .goOn] && asked.line == 71)
    #expect(night.reminders == ["30 ana decide"])
    try answer(&night, "rollback", .goOn)
    #expect(clocks(night, .rollbackDecision).first?.due == night.now + .minutes(15))
    night.pass(15)
    #expect(night.said(.rollback).map(\.text).last == "Decide on rollback: put off until 03:57")
    #expect(night.reminders == ["30 ana decide", "45 ana decide"])
    try answer(&night, "rollback", .rollBack)
    night.pass(120)
    #expect(clocks(night, .rollbackDecision).first?.state == .met)
    #expect(night.said(.rollback).last?.text == "Ana Ruiz decided to roll back")
    #expect(night.reminders.count == 2)
    #expect(throws: Refusal.unknownClock("rollback")) { try answer(&night, "rollback", .goOn) }
  }

  @Test func phasesBeginAndRunOver() throws {
    var night = Self.night { runbook, _ in
      runbook.phases = [
        Phase(title: "Triage", startMinutes: 0, endMinutes: 5, items: ["Acknowledge"], line: 40),
        Phase(title: "Investigation", startMinutes: 5, endMinutes: 15, items: ["Logs", "Graphs"], line: 41),
        Phase(title: "Post-mortem", startMinutes: 1_440, line: 42),
        Phase(title: "Of another severity", startMinutes: 1, severities: ["P2"], line: 43),
      ]
    }
    #expect(
      clocks(night, .phase).map(\.what) == [
        "Triage ends", "Investigation ends", "Post-mortem begins",
      ])
    night.pass(4)
    try answer(&night, "phase-end.40", .done)
    night.pass(12)
    #expect(
      night.said(.phase).map(\.text) == [
        "Ana Ruiz ended the phase: Triage", "Phase begins: Investigation, until 03:27",
        "Phase runs over: Investigation was to end after 15 min",
      ])
    #expect(night.said(.phase)[1].detail == "Logs; Graphs")
    #expect(PhaseState.of(night.view, now: night.now).map(\.state) == [.done, .present, .ahead])
    #expect(night.reminders.isEmpty, "A phase is a plan and no promise to anybody.")
    try night.resolve("ana")
    night.pass(1_440)
    #expect(night.said(.phase).last?.line == 42)
  }

  @Test func theEndOfTheWholePlanIsToldAndThatOfOnePhaseIsNot() throws {
    var night = Self.night { runbook, _ in
      runbook.phases = [
        Phase(title: "Triage", startMinutes: 0, endMinutes: 5, line: 100),
        Phase(title: "Mitigation", startMinutes: 5, endMinutes: 30, line: 101),
        Phase(title: "Slow cases", startMinutes: 30, endMinutes: 90, severities: ["P2"], line: 102),
      ]
    }
    try night.acknowledge("ana")
    night.pass(29)
    #expect(night.reminders.isEmpty)
    night.pass(60)
    #expect(night.reminders == ["30 ana planOver", "55 ana planOver"])
    #expect(night.said(.phase).last?.text == "The plan is at its end: Mitigation was to end after 30 min")
    #expect(night.pages.last { $0.reason == .planOver }?.line == 101)
  }

  @Test func theReviewAndTheRunbookAreChasedOnceEach() throws {
    var night = Self.night { runbook, _ in
      runbook.upkeep.afterSeverities = ["P0"]
      runbook.upkeep.afterLine = 95
    }
    try night.acknowledge("ana")
    try night.resolve("ana")
    #expect(clocks(night, .runbookUpdate).first?.assumption?.contains("the review's is assumed") == true)
    night.pass(48 * 60)
    #expect(night.said(.reviewDue).first?.line == 90)
    #expect(night.said(.upkeep).first?.line == 95)
    #expect(night.reminders == ["2880 ana reviewDue"])
    #expect(night.pages.last?.why.contains("Also: Runbook update due") == true)
    try answer(&night, "review", .done)
    night.pass(10 * 24 * 60)
    #expect(night.reminders == ["2880 ana reviewDue", "4320 ana runbookDue"])
    try answer(&night, "upkeep", .done)
    #expect(night.incident.nextDue == nil)
  }

  @Test func theLawsTimeRunsForABreachAndIsChasedADayAhead() throws {
    let notice = LegalNotice(text: "Affected users (within 72 hours per GDPR)", hours: 72, line: 50)
    var night = Self.night(title: "Data breach: unknown session") { runbook, team in
      runbook.notices = [notice]
      team.roles.append(RoleBinding(role: "Legal", holder: .people(["eve"])))
    }
    let clock = try #require(clocks(night, .legalNotice).first)
    #expect(clock.due == night.now + .hours(72) && clock.line == 50 && clock.why == notice.text)
    try night.acknowledge("ana")
    night.pass(48 * 60)
    #expect(Set(night.reminders) == ["2880 ana noticeDue", "2880 eve noticeDue"])
    try night.resolve("ana")
    night.pass(24 * 60)
    #expect(night.said(.notice).map(\.text) == ["Legal notice is late: 3 days passed"])
    try answer(&night, "notice.50", .done, by: "eve")
    #expect(night.said(.notice).last?.text == "Eve Adler gave the notice: \(notice.text)")
    #expect(clocks(night, .legalNotice).first?.state == .met)
  }

  @Test func aPersonMaySayThatANoticeIsOwedOrNot() throws {
    var night = Self.night { runbook, _ in
      runbook.notices = [LegalNotice(text: "Regulator within 24 hours", hours: 24, scenario: "Data Breach", line: 50)]
    }
    #expect(clocks(night, .legalNotice).isEmpty)
    #expect(OfferedNotice.of(night.view).map(\.key) == ["notice.50"])
    night.pass(10)
    try answer(&night, "notice.50", .start)
    #expect(clocks(night, .legalNotice).first?.due == night.now + .hours(24))
    try answer(&night, "notice.50", .notNeeded)
    night.pass(30 * 60)
    #expect(night.reminders.isEmpty)
  }

  @Test func anActionItemRemindsItsOwner() throws {
    var night = Self.night { _, _ in }
    try night.acknowledge("ana")
    try night.act { view, now throws(Refusal) in
      try Engine.addItem(
        view, text: "Alert on pool size", owner: "Bo Lindqvist", due: "2026-02-16", by: "ana", now: now)
    }
    try night.act { view, now throws(Refusal) in
      try Engine.addItem(view, text: "Write it down", owner: "@somebody", due: "", by: "ana", now: now)
    }
    #expect(throws: Refusal.badDue("soon")) {
      try night.act { view, now throws(Refusal) in
        try Engine.addItem(view, text: "x", owner: "", due: "soon", by: "ana", now: now)
      }
    }
    try night.resolve("ana")
    #expect(night.items.map(\.owner) == ["bo", "@somebody"])
    night.pass(4 * 24 * 60)
    let day = 24 * 60
    let due = 2 * day + 17 * 60 - (3 * 60 + 12)
    #expect(
      night.reminders
        == ["\(due) bo actionDue", "2880 ana reviewDue", "4320 ana reviewDue", "\(due + day) bo actionDue"].sorted(
          by: minute))
    try night.act { view, now throws(Refusal) in try Engine.finishItem(view, number: 1, by: "bo", now: now) }
    #expect(night.items.first { $0.number == 1 }?.doneBy == "bo")
    #expect(throws: Refusal.unknownItem(1)) {
      try night.act { view, now throws(Refusal) in try Engine.finishItem(view, number: 1, by: "bo", now: now) }
    }
  }

  private func minute(_ a: String, _ b: String) -> Bool {
    (Int(a.prefix { $0 != " " }) ?? 0) < (Int(b.prefix { $0 != " " }) ?? 0)
  }

  @Test func nextBusinessDayIsAClockByTheTeamsCalendar() {
    func night(_ calendar: BusinessCalendar?, holidays: [Holiday] = []) -> Night {
      Self.night("P2") { runbook, team in
        runbook.severities[2].responseMinutes = nil
        runbook.severities[2].ackMinutes = nil
        runbook.severities[2].responseBusinessDays = 1
        team.calendar = calendar
        team.holidays = holidays
      }
    }
    // The night is a Saturday.
    let assumed = clocks(night(nil), .answer).first
    #expect(assumed.map { CivilTime($0.due).rfc3339 } == "2026-02-16T17:00:00Z")
    #expect(assumed?.assumption?.contains("no calendar") == true)
    // A holiday of the team is no working day, also where the working days themselves are assumed.
    let holidays = [Holiday(day: CivilTime.days(year: 2026, month: 2, day: 16), name: "Rose Monday")]
    let later = clocks(night(nil, holidays: holidays), .answer).first
    #expect(later.map { CivilTime($0.due).rfc3339 } == "2026-02-17T17:00:00Z")
    let berlin = BusinessCalendar(zone: ZoneRules(name: "Europe/Berlin", first: 3_600), opens: 540, closes: 1_050)
    let stated = clocks(night(berlin, holidays: holidays), .answer).first
    #expect(stated.map { CivilTime($0.due).rfc3339 } == "2026-02-17T16:30:00Z")
    #expect(stated?.assumption == nil)
  }

  @Test func practiceOwesNobodyAReview() throws {
    var night = Self.night { runbook, _ in runbook.upkeep.afterLine = 95 }
    var view = night.view
    view.incident.isDrill = true
    try night.act { _, now throws(Refusal) in try Engine.resolve(view, by: "ana", reason: "over", now: now) }
    #expect(night.incident.nextDue == nil)
    #expect(Clocks.running(night.view, now: night.now).allSatisfy { $0.state == .met || $0.state == .stopped })
  }
}
