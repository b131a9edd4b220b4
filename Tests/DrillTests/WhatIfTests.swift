import Engine
import Incidents
import Runbooks
import Testing

/// Each switch of a drill, on the example and its people.
@Suite struct WhatIfTests {
  @Test func nobodyAnswersUnlessItIsSaid() throws {
    let night = try Example.drill().play("Shop Down")
    #expect(night.severity == "P0")
    #expect(
      night.pages.map(\.people) == [
        ["Bo Lindqvist"], ["Ana Ruiz"], ["Chidi Okafor"], ["Dana Weiss"], ["Dana Weiss"], ["Edda Marin"],
      ])
    #expect(
      night.text(10, .page)
        == "Ana Ruiz (Secondary On-Call Engineer): nobody answered in 10 min. Next on call by primary.")
    #expect(night.story(.acknowledged, .resolved, .unreachable).isEmpty)
  }

  @Test func anAnswerStopsTheRungsThatItStops() throws {
    let night = try Example.drill().play("Shop Down", ack: 5)
    #expect(night.story(.acknowledged) == ["5 acknowledged Primary On-Call Engineer"])
    #expect(
      night.story(.page) == [
        "0 page Primary On-Call Engineer first L29", "25 page Engineering Manager situation L39",
      ])
    #expect(night.story(.late).isEmpty)
    #expect(night.closing == "Bo Lindqvist has it after 5 min.")
  }

  @Test func whoSleepsIsPagedAndTheNextOneAnswers() throws {
    let drill = try Example.drill()
    let sleeper = try #require(drill.people(named: "bo", at: .night).first?.id)
    let night = try drill.play("Shop Down", ack: 5) { $0.asleep = [sleeper] }
    #expect(night.story(.acknowledged) == ["15 acknowledged Secondary On-Call Engineer"])
    #expect(night.pages.prefix(2).map(\.people) == [["Bo Lindqvist"], ["Ana Ruiz"]])
    #expect(night.story(.late) == ["5 late P0 L15"])
  }

  @Test func aResolutionEndsTheLadderAndStartsTheReview() throws {
    let night = try Example.drill().play("Shop Down", ack: 5, resolve: 20)
    #expect(night.pages.count == 1)
    #expect(
      night.story(.resolved, .verified, .reviewDue) == ["20 resolved", "35 verified L360", "2900 reviewDue P0 L364"])
    #expect(night.story(.updateDue) == ["15 updateDue P0 L74"])
  }

  @Test func aHigherSeverityPagesWhatIsPastDueAtOnce() throws {
    let drill = try Example.drill()
    let night = try drill.play("Timetable Out of Date", "P2") { $0.change = .init(minute: 12, severity: "P0") }
    #expect(night.severity == "P2")
    #expect(night.story(.decision).first == "12 decision P0 severityRaised L15")
    #expect(
      night.story(.page) == [
        "0 page Primary On-Call Engineer first L29", "12 page Secondary On-Call Engineer severityRaised L30",
        "20 page Senior Engineer escalated L31", "25 page Engineering Manager situation L39",
        "30 page Engineering Manager escalated L32", "45 page Managing Director escalated L33",
      ])
  }

  @Test func aSeverityThatRisesInTheSecondClimbIsShownToo() throws {
    let drill = try Example.drill()
    let night = try drill.play("Timetable Out of Date", "P2") { $0.change = .init(minute: 22, severity: "P0") }
    #expect(night.again == 15)
    #expect(night.pages.map(\.minute) == [0, 25, 35, 40, 45, 60])
  }

  @Test func aChannelThatIsDownIsGoneAround() throws {
    let drill = try Example.drill { team in
      for index in team.people.indices where team.people[index].id == "bo" {
        team.people[index].methods = [ContactMethod(channel: "ntfy"), ContactMethod(channel: "mail")]
      }
    }
    let night = try drill.play("Shop Down") { $0.channelsDown = ["ntfy"] }
    #expect(night.story(.page).first == "0 page Primary On-Call Engineer nextMethod L29")
    #expect(night.text(0, .page).hasPrefix("Bo Lindqvist (Primary On-Call Engineer) by mail"))
    #expect(night.holes.isEmpty)
  }

  @Test func withItsOnlyChannelDownARungReachesNobodyAndTheFallbackIsPaged() throws {
    let drill = try Example.drill { team in
      for index in team.people.indices where team.people[index].id == "bo" {
        team.people[index].methods = [ContactMethod(channel: "ntfy")]
      }
    }
    let night = try drill.play("Shop Down") { $0.channelsDown = ["ntfy"] }
    #expect(night.story(.unreachable) == ["0 unreachable Primary On-Call Engineer L29"])
    #expect(night.text(0, .unreachable) == "Bo Lindqvist (Primary On-Call Engineer) is not reached: ntfy is down.")
    #expect(night.story(.page).first == "0 page Primary On-Call Engineer fallback L29")
  }

  @Test func withEveryChannelDownTheDrillSaysSo() throws {
    let night = try Example.drill().play("Shop Down") { $0.channelsDown = ["console"] }
    #expect(night.pages.isEmpty)
    #expect(night.events.contains { $0.text == "No page gets through to anybody." })
  }

  @Test func aRoleThatIsBoundToNobodyIsWhereTheLadderDies() throws {
    let drill = try Example.drill { $0.roles.removeAll { $0.role == "Managing Director" } }
    let night = try drill.play("Shop Down", "P0")
    #expect(night.story(.unreachable) == ["45 unreachable Managing Director L33"])
    #expect(night.story(.page).last == "45 page Managing Director fallback L33")
    #expect(night.closing.hasPrefix("At 00:45 the ladder reaches nobody: Managing Director."))
    #expect(try drill.play("Shop Down", "P1").holes.isEmpty)
  }

  @Test func whoIsOnCallFollowsTheHourAtWhichItOpens() throws {
    let drill = try Example.drill()
    let week = try drill.play("Shop Down") { $0.start = .night + .days(7) }
    #expect(week.pages.prefix(2).map(\.people) == [["Ana Ruiz"], ["Bo Lindqvist"]])
  }

  @Test func furtherClimbsAreShownWhenTheyAreAskedFor() throws {
    let drill = try Example.drill()
    #expect(try drill.play("Shop Down").pages.count == 6)
    #expect(try drill.play("Shop Down") { $0.rounds = 2 }.pages.count == 12)
    let three = try drill.play("Shop Down") { $0.rounds = 3 }
    #expect(three.pages.count == 19)
    #expect(three.pages.last?.reason == .fallback)
  }

  @Test func aReminderByTheNextMethodIsAPageOfItsOwn() throws {
    let drill = try Example.drill { team in
      for index in team.people.indices where team.people[index].id == "bo" {
        team.people[index].methods.append(ContactMethod(channel: "mail", after: .minutes(3)))
      }
    }
    #expect(
      try drill.play("Shop Down").story(.page).prefix(2) == [
        "0 page Primary On-Call Engineer first L29", "3 page Primary On-Call Engineer reminder L29",
      ])
    #expect(try drill.play("Shop Down", ack: 2).pages.filter { $0.reason == .reminder }.isEmpty)
  }

  @Test func aSeverityThatTheRunbookDoesNotHaveIsRefused() throws {
    let drill = try Example.drill()
    #expect(throws: Refusal.unknownSeverity("P9", known: ["P0", "P1", "P2", "P3"])) {
      try drill.play("Shop Down", "P9")
    }
  }

  @Test func aRunbookThatNamesNobodyReachesNobody() throws {
    let night = try Drill(Runbook(), nil).play(DrillQuestion(start: .night))
    #expect(night.story(.unreachable) == ["0 unreachable"])
    #expect(night.closing == "At 00:00 the ladder reaches nobody.")
  }
}
