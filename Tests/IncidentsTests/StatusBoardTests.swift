import Incidents
import Testing

/// What the public page says, out of what was published and nothing else.
@Suite struct StatusBoardTests {
  /// 2026-02-14T12:00:00Z
  static let now = Timestamp(microseconds: 1_771_070_400_000_000)
  static func ago(_ minutes: Int) -> Timestamp { now - .minutes(minutes) }
  static let website = StatusComponent(id: "website", name: "Website")
  static let api = StatusComponent(id: "api", name: "API")
  static let always = [Presence(from: now - .days(200), to: now)]

  static func update(
    _ id: Int64, incident: Int64 = 1, _ minutes: Int, _ state: PublicState,
    _ components: [String: ComponentState] = [:], next: Timestamp? = nil
  ) -> PublicUpdate {
    PublicUpdate(
      id: id, incident: incident, at: ago(minutes), state: state, title: "Tickets fail", text: "We look.",
      components: components, nextBy: next, began: ago(minutes + 10))
  }

  static func board(
    _ updates: [PublicUpdate] = [], maintenance: [Maintenance] = [], presence: [Presence] = always
  ) -> StatusBoard {
    StatusBoard(
      StatusFacts(
        title: "Harbour", components: [website, api], updates: updates, maintenance: maintenance, presence: presence),
      now: now)
  }

  @Test func withoutAWordEverythingWorks() {
    let board = Self.board()
    #expect(board.sentence == "Everything works." && board.indicator == "none")
    #expect(board.verdict == "All Systems Operational")
    #expect(board.parts.allSatisfy { $0.days.uptime == 10_000 && $0.days.number(of: .worked) == 90 })
  }

  @Test func aWordPutsItsPartsDownUntilItIsResolved() {
    let open = Self.board([Self.update(1, 30, .investigating, ["website": .major], next: Self.now + .minutes(5))])
    #expect(open.sentence == "Website is down." && open.indicator == "critical")
    #expect(open.part("website")?.state == .major && open.part("website")?.since == Self.ago(40))
    #expect(open.part("api")?.state == .operational && open.nextBy == Self.now + .minutes(5))
    let over = Self.board([
      Self.update(1, 30, .investigating, ["website": .major]), Self.update(2, 10, .resolved),
    ])
    #expect(over.sentence == "Everything works." && over.open.isEmpty && over.incidents.count == 1)
    #expect(over.part("website")?.days.total(\.down) == .minutes(30))
    #expect(over.incidents.first?.impact == .critical)
  }

  @Test func theSentenceNamesEachKindOfTrouble() {
    let both = Self.board([
      Self.update(1, 30, .identified, ["website": .major, "api": .degraded])
    ])
    #expect(both.sentence == "Website is down, API is degraded." && both.verdict == "Partial System Outage")
    let unnamed = Self.board([Self.update(1, 30, .investigating)])
    #expect(unnamed.sentence == "Tickets fail." && unnamed.indicator == "minor")
  }

  @Test func whatWeDidNotWatchIsUnknownAndLeftOut() throws {
    let away = [
      Presence(from: Self.now - .days(60), to: Self.now - .days(10)), Presence(from: Self.now - .days(7), to: Self.now),
    ]
    let days = try #require(Self.board(presence: away).part("api")).days
    #expect(days.number(of: .unknown) >= 30 && days.uptime == 10_000)
    #expect(days.known == Span.days(57))
    let never = try #require(Self.board(presence: []).part("api")).days
    #expect(never.uptime == nil && never.number(of: .unknown) == 90)
  }

  @Test func aRestartIsNoGapAndPublishedTroubleOutweighsOne() throws {
    let restarted = [
      Presence(from: Self.now - .days(200), to: Self.ago(100)), Presence(from: Self.ago(98), to: Self.now),
    ]
    #expect(try #require(Self.board(presence: restarted).part("api")).days.total(\.unknown) == .zero)
    let away = [Presence(from: Self.now - .days(200), to: Self.ago(60))]
    let down = Self.board([Self.update(1, 30, .investigating, ["api": .partial])], presence: away)
    let days = try #require(down.part("api")).days
    #expect(days.total(\.down) == .minutes(40) && days.total(\.unknown) == .minutes(20))
  }

  @Test func uptimeIsRoundedAgainstUs() throws {
    let short = Self.board([
      Self.update(1, 30, .investigating, ["api": .major]), Self.update(2, 29, .resolved),
    ])
    let uptime = try #require(short.part("api")?.days.uptime)
    #expect(uptime == 9_999 && short.part("api")?.days.days.last?.kind == .down)
  }

  @Test func announcedWorkIsNeitherUpNorDown() throws {
    let work = Maintenance(
      id: 5, title: "New nodes", text: "", components: ["api"], starts: Self.ago(20), ends: Self.now + .minutes(20),
      announced: Self.ago(900))
    let board = Self.board(maintenance: [work])
    #expect(board.part("api")?.state == .maintenance && board.indicator == "maintenance")
    #expect(board.sentence == "API is under maintenance." && board.running == [work])
    #expect(board.part("api")?.days.total(\.maintenance) == .minutes(20) && board.part("api")?.days.uptime == 10_000)
    var off = work
    off.cancelled = Self.ago(30)
    #expect(Self.board(maintenance: [off]).part("api")?.state == .operational)
  }

  @Test func everyMinuteOfNinetyDaysIsOneKind() {
    let board = Self.board(
      [
        Self.update(1, 3_000, .investigating, ["api": .major]), Self.update(2, 2_000, .resolved),
        Self.update(3, incident: 2, 2_500, .investigating, ["api": .degraded]),
      ], presence: [Presence(from: Self.ago(9_000), to: Self.ago(4_000))])
    for part in board.parts {
      let all = part.days.total(\.worked) + part.days.total(\.degraded) + part.days.total(\.down)
      let sum = all + part.days.total(\.maintenance) + part.days.total(\.unknown)
      #expect(sum == Span.days(89) + .hours(12))
    }
  }

  @Test func hostileNumbersDoNotEndTheProcess() {
    let ends = [Timestamp(microseconds: .min), Timestamp(microseconds: .max)]
    for at in ends {
      var update = Self.update(1, 30, .investigating, ["api": .major], next: at)
      update.at = at
      update.began = at
      let work = Maintenance(id: 1, title: "", text: "", components: ["api"], starts: at, ends: at, announced: at)
      let board = StatusBoard(
        StatusFacts(
          title: "", components: [Self.api], updates: [update], maintenance: [work],
          presence: [Presence(from: at, to: ends[1])]), now: Self.now)
      #expect(board.parts.count == 1)
    }
  }
}
