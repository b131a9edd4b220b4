import Engine
import Incidents
import Storage
import Testing

@testable import App

/// Files that change under a running server.
@Suite struct RereadingTests {
  private let files = ["RUNBOOK.md": Documents.payments, "tocsin.yaml": Documents.team]
  private let slower = Documents.payments.replacing("| 15 min |", with: "| 20 min |")

  @Test func aChangeIsToldAndTheIncidentStaysUntilAPersonMovesIt() async throws {
    let small = try await SmallHouse(files)
    let opened = try await small.alert("too many connections to postgres", key: "db")
    try small.write(slower, to: "RUNBOOK.md")
    #expect(small.house.shelf.look().changed)
    await small.house.reload()
    #expect(!small.house.shelf.look().changed)

    let told = try await small.timeline(opened.id).filter { $0.kind == .runbook }
    #expect(told.map(\.detail) == ["Ladder: rung 2 (Engineering Manager) after 15 → 20 min."])
    let pinned = try await small.incident(opened.id)
    #expect(pinned.runbook == opened.runbook && pinned.nextDue == opened.nextDue)

    try await small.acts.moveRunbook(opened.id, to: nil, by: "ana")
    let moved = try await small.incident(opened.id)
    #expect(moved.runbook == small.house.shelf.current().first?.id && moved.runbook != opened.runbook)
    // The answer is due at 5 minutes before and after; the manager at 20 instead of 15.
    let view = try await small.house.decisions.view(opened.id)
    let ladder = try #require(view).pages.isEmpty ? [] : LadderState.of(try #require(view), now: opened.opened)
    #expect(ladder.map(\.minute) == [0, 20])
    let entries = try await small.timeline(opened.id)
    #expect(entries.first { $0.kind == .opened }?.revision == opened.runbook)
    #expect(entries.last { $0.kind == .runbook }?.revision == nil)
    await #expect(throws: Refusal.pinnedAlready) { try await small.acts.moveRunbook(opened.id, to: nil, by: "ana") }
    await small.end()
  }

  @Test func theSameChangeIsToldOnce() async throws {
    let small = try await SmallHouse(files)
    let opened = try await small.alert("too many connections to postgres")
    try small.write(slower, to: "RUNBOOK.md")
    await small.house.reload()
    await small.house.reload()
    #expect(try await small.timeline(opened.id).count { $0.kind == .runbook } == 1)
    let later = try await small.alert("consumer lag grows")
    #expect(later.runbook != opened.runbook)
    await small.end()
  }

  @Test func aRevisionThatIsNoLongerInForceIsNotMovedTo() async throws {
    let small = try await SmallHouse(files)
    let opened = try await small.alert("too many connections to postgres")
    await #expect(throws: Refusal.notInForce) { try await small.acts.moveRunbook(opened.id, to: 999, by: "ana") }
    await small.end()
  }

  @Test func aFileThatCannotBeReadChangesNothingAndIsSaid() async throws {
    let small = try await SmallHouse(files)
    let before = small.house.shelf.current().map(\.id)
    for (text, said) in [
      ("broken\u{0}", "The runbook changed and cannot be read: RUNBOOK.md is not text"),
      (String(Documents.payments.prefix(30)), "The runbook changed and is not taken: its severities (was line 7)"),
    ] {
      try small.write(text, to: "RUNBOOK.md")
      await small.house.reload()
      let trouble = try #require(small.house.shelf.trouble())
      #expect(trouble.hasPrefix(said), "\(trouble)")
      #expect(trouble.hasSuffix("stays in force."))
      #expect(small.house.shelf.current().map(\.id) == before)
      #expect(!small.house.shelf.look().changed, "What was refused is not tried again until it changes.")
    }
    try small.write(slower, to: "RUNBOOK.md")
    await small.house.reload()
    #expect(small.house.shelf.trouble() == nil)
    #expect(small.house.shelf.current().map(\.id) != before)
    await small.end()
  }

  @Test func aTeamFileIsReadAgainAndABrokenOneIsRefused() async throws {
    let small = try await SmallHouse(files)
    try small.write(Documents.team.replacing("Ana Ruiz", with: "Ana Sousa"), to: "tocsin.yaml")
    await small.house.reload()
    #expect(small.house.shelf.team().person("ana")?.name == "Ana Sousa")
    try small.write("peple: {}\n", to: "tocsin.yaml")
    await small.house.reload()
    #expect(small.house.shelf.trouble()?.hasPrefix("The team file changed and cannot be read: line 1:") == true)
    #expect(small.house.shelf.team().person("ana")?.name == "Ana Sousa")
    await small.end()
  }

  @Test func aFolderIsReadAgainWhenAPageOfItChangesOrComes() async throws {
    let page =
      "# KubePodCrashLooping\n\n## Meaning\n\nA pod crashes.\n\n## Diagnosis\n\n```bash\nkubectl get pods\n```\n"
      + "\n## Mitigation\n\n```bash\nkubectl rollout undo deployment/web\n```\n"
    let small = try await SmallHouse(
      ["runbooks/main.md": Documents.payments, "runbooks/alerts/KubePodCrashLooping.md": page], runbooks: ["runbooks"])
    let url = "https://git.example/runbooks/alerts/KubePodCrashLooping.md"
    let opened = try await small.alert("something odd", labels: ["runbook_url": url])
    #expect(opened.scenario == "KubePodCrashLooping")
    let anchored = try await small.alert(
      "something odd", labels: ["runbook_url": "https://git.example/runbooks/main.md#scenario-2-queue-stuck"])
    #expect(anchored.scenario == "Queue stuck")

    try small.write(
      page.replacing("undo deployment/web", with: "undo deployment/api"), to: "runbooks/alerts/KubePodCrashLooping.md")
    #expect(small.house.shelf.look().changed)
    await small.house.reload()
    #expect(
      try await small.timeline(opened.id).last { $0.kind == .runbook }?.detail
        == "Scenario KubePodCrashLooping: step 2 changed.")
    // The pinned revision is still to be had, file by file.
    let pinned = try #require(try await small.house.shelf.revision(opened.runbook))
    #expect(pinned.runbook.parts.map(\.file) == ["main.md", "alerts/KubePodCrashLooping.md"])
    try small.write("# DiskFull\n", to: "runbooks/alerts/DiskFull.md")
    #expect(small.house.shelf.look().changed)
    await small.end()
  }

  @Test func aLinkedDocumentBelongsToTheRunbook() async throws {
    let linked = Documents.payments + "\nSee [the rollback](rollback.md).\n"
    let rollback =
      "# Rollback procedure\n\n## When to roll back\n\n- Errors above 5%\n\n## Steps\n\n```bash\nhelm rollback shop\n```\n"
    let small = try await SmallHouse(["RUNBOOK.md": linked, "tocsin.yaml": Documents.team])
    #expect(small.house.shelf.current().first?.runbook.rollback == nil)
    try small.write(rollback, to: "rollback.md")
    #expect(small.house.shelf.look().changed)
    await small.house.reload()
    #expect(small.house.shelf.current().first?.runbook.rollback?.criteria.map(\.text) == ["Errors above 5%"])
    await small.end()
  }
}
