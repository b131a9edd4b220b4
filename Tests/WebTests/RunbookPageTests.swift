import Incidents
import Runbooks
import Testing

@testable import Web

/// The runbook beside its source, and one runbook among several.
@Suite struct RunbookPageTests {
  private static func page(_ runbook: Runbook = Night.runbook, others: [ShelvedRunbook] = []) -> String {
    let shelved = ShelvedRunbook(id: 1, name: "/srv/RUNBOOK.md", digest: "7c1e90d", runbook: runbook)
    let view = RunbookView(
      shelved: shelved, runbooks: RunbookSwitch([shelved] + others, shown: 1, on: "/runbook"), isCurrent: true,
      unreachable: [
        FindingRow(word: "Error", level: .error, fact: "Director reaches nobody", remedy: "Bind it.", line: 10)
      ], holders: ["Primary": "Ana Ruiz"], findings: runbook.findings)
    return HTML { RunbookPage.write(view, into: &$0) }.string
  }

  @Test func everyFactLeadsToItsLineOfTheSamePage() throws {
    let page = Self.page()
    let targets = page.matches(of: #/href="#L(\d+)"/#).map { String($0.1) }
    #expect(Set(["4", "5", "7", "8", "9", "10", "12", "14", "15", "18", "20"]).isSubset(of: Set(targets)))
    for target in Set(targets) { #expect(page.contains("<li id=\"L\(target)\""), "no line \(target)") }
  }

  @Test func aLineSaysWhatWasUnderstoodAndWhatIsWrongWithIt() {
    let page = Self.page()
    #expect(page.contains("Understood as: page Senior 30 min after opening, until resolved"))
    #expect(page.contains("Understood as: a command that writes, fix: restarts one service"))
    #expect(page.contains(#"<li class="remark bad">Director reaches nobody</li>"#))
  }

  @Test func aContactThatTheTeamFileBindsIsNotSaidToReachNobody() {
    var runbook = Night.runbook
    runbook.contacts = [
      Contact(role: "Primary", via: ["[Rotation]"], placeholder: true, line: 8),
      Contact(role: "Director", via: ["+1-XXX"], placeholder: true, line: 9),
    ]
    let page = Self.page(runbook)
    #expect(page.contains("Ana Ruiz by the team file, [Rotation]"))
    #expect(page.components(separatedBy: "Cannot be reached by it").count == 2)
  }

  @Test func whatReachesNobodyStandsFirst() throws {
    let page = Self.page()
    let first = try #require(page.range(of: "Reaches nobody"))
    let severities = try #require(page.range(of: ">Severities<"))
    #expect(first.lowerBound < severities.lowerBound)
  }

  @Test func aCommandShowsItsEffectAndTheReason() {
    let page = Self.page()
    #expect(page.contains("docker compose restart shop"))
    #expect(page.contains("restarts one service"))
  }

  @Test func aFolderShowsItsFilesAndTheirOwnLineNumbers() {
    var runbook = Night.runbook
    runbook.parts = [
      RunbookPart(file: "main.md", firstLine: 1, lineCount: 12, gave: ["severities", "ladder"]),
      RunbookPart(file: "alerts/shop.md", firstLine: 13, lineCount: runbook.lines.count - 12, gave: ["1 scenario"]),
    ]
    let page = Self.page(runbook)
    #expect(page.contains("<b>alerts/shop.md</b>: 1 scenario"))
    #expect(page.contains(#"<li id="L14" class="read"><span>2</span>"#))
    #expect(page.contains("shop.md L2</a>"))
    #expect(page.contains("</span>L7</a>"))
  }

  @Test func severalRunbooksAreOneClickAway() {
    let other = ShelvedRunbook(id: 2, name: "/srv/search.md", digest: "a", runbook: Runbook())
    let page = Self.page(others: [other])
    #expect(page.contains(#"<a href="/runbook?runbook=RUNBOOK.md" aria-current="page">RUNBOOK.md</a>"#))
    #expect(page.contains(#"<a href="/runbook?runbook=search.md">search.md</a>"#))
    #expect(!Self.page().contains("class=\"switch"))
  }

  @Test func declaringOffersEachRunbookWithItsScenarios() {
    let reader = Frame.Reader(name: "Bo", token: "T")
    func form(_ choices: [HistoryView.Choice]) -> String {
      let view = HistoryView(
        rows: [], more: nil, now: Night.opened, reader: reader, severities: ["P0"], choices: choices, error: nil)
      return HTML { HistoryPage.write(view, into: &$0) }.string
    }
    let one = HistoryView.Choice(runbook: "pay.md", scenarios: ["Shop Down"])
    #expect(form([one]).contains(#"<option value="pay.md#Shop Down">Shop Down</option>"#))
    #expect(!form([one]).contains("optgroup"))
    let two = form([one, HistoryView.Choice(runbook: "search.md", scenarios: [])])
    #expect(two.contains(#"<optgroup label="search.md"><option value="search.md">"#))
  }
}

/// An incident whose runbook has changed since it opened.
@Suite struct NewerRevisionTests {
  private let harbour: Harbour

  init() async throws { harbour = try await Harbour() }

  private func room(_ edit: (inout RoomView) -> Void) async throws -> String {
    let site = Site(harbour.context())
    let id = try await harbour.open()
    var view = try await site.roomView(id, reader: Frame.Reader(name: "Bo", token: "T"))
    edit(&view)
    return HTML { RoomPage.write(view, into: &$0) }.string
  }

  @Test func theRoomSaysWhatChangedWithTheLinesOfBothAndOffersToMove() async throws {
    let page = try await room { view in
      view.newer = RoomView.Newer(
        id: 9, read: "2026-02-14 03:30 UTC",
        changes: [RunbookChange("Ladder: rung 2 (Secondary) after 15 → 20 min", before: 8, after: 11)],
        citation: Citation(address: "/runbook?revision=9", lines: []))
    }
    #expect(page.contains("Ladder: rung 2 (Secondary) after 15 → 20 min"))
    #expect(page.contains("/runbook?revision=1#L8") && page.contains("/runbook?revision=9#L11"))
    #expect(page.contains("Move to the revision of 2026-02-14 03:30 UTC"))
    #expect(page.contains(#"name="revision" value="9""#))
  }

  @Test func theRoomSaysNothingWhileTheRunbookIsTheSame() async throws {
    #expect(try await room { _ in }.contains(#"<div id="newer" class="wrap"></div>"#))
  }

  @Test func linesFromBeforeAMoveLeadToTheFormerRevision() async throws {
    let page = try await room { view in
      view.former = [5: Citation(address: "/runbook?revision=5", lines: [])]
      view.entries[0].line = 8
      view.entries[0].revision = 5
    }
    #expect(page.contains("/runbook?revision=5#L8"))
  }

  @Test func whatIsKeptForTheNextTimeCanBeTakenBack() async throws {
    let page = try await room { $0.kept = ["Shop Down, corrected by Ana Ruiz on 2026-02-14"] }
    #expect(page.contains("Kept for the next time: Shop Down, corrected by Ana Ruiz on 2026-02-14."))
    #expect(page.contains("/forget"))
  }
}
