import Foundation
import Testing

@testable import App
@testable import Web

/// A lesson as a branch: a real repository, whose working tree, index and checked-out branch stay as they were.
@Suite struct RunbookBranchTests {
  private static let before = "# Runbook\n\nLast updated: 2025-01-01\n"
  private static let after = "# Runbook\n\nLast updated: 2026-02-14\n"

  /// A repository with one commit; the runbook lies in `docs`.
  private func repository() async throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("branch-\(UUID().uuidString)")
    let docs = folder.appendingPathComponent("docs")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    try Data(Self.before.utf8).write(to: docs.appendingPathComponent("RUNBOOK.md"))
    let git = GitProcess(folder: folder.path)
    let who = [
      "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org", "GIT_COMMITTER_NAME": "Ana",
      "GIT_COMMITTER_EMAIL": "ana@example.org",
    ]
    _ = try await git.demand(["init", "-q"], or: "init")
    _ = try await git.demand(["add", "docs"], or: "add")
    _ = try await git.demand(["commit", "-q", "-m", "First"], environment: who, or: "commit")
    return folder
  }

  private func wish(_ folder: URL, before: String = before) -> LessonBranch {
    LessonBranch(
      runbook: folder.appendingPathComponent("docs/RUNBOOK.md").path, incident: "INC-2026-02-14-01",
      files: [.init(path: "RUNBOOK.md", before: before, after: Self.after)], message: "Runbook: what was learned\n",
      author: "Bo <Lindqvist>")
  }

  @Test func aBranchHoldsTheChangeAndNothingElseMoves() async throws {
    let folder = try await repository()
    defer { try? FileManager.default.removeItem(at: folder) }
    let git = GitProcess(folder: folder.path)
    // What a hook would do must not happen.
    let hook = folder.appendingPathComponent(".git/hooks/reference-transaction")
    try FileManager.default.createDirectory(at: hook.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("#!/bin/sh\ntouch \(folder.path)/hooked\n".utf8).write(to: hook)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    let head = try await git.run(["rev-parse", "HEAD"]).text

    let name = try await RunbookBranch(wish(folder)).make()
    #expect(name == "tocsin/INC-2026-02-14-01")
    #expect(try await git.run(["show", "\(name):docs/RUNBOOK.md"]).text + "\n" == Self.after)
    #expect(
      try await git.run(["log", "-1", "--format=%an, %s, %P", name]).text
        == "Bo Lindqvist, Runbook: what was learned, \(head)")
    #expect(try await git.run(["diff", "--name-only", "HEAD", name]).text == "docs/RUNBOOK.md")
    #expect(try await git.run(["rev-parse", "HEAD"]).text == head)
    #expect(try await git.run(["status", "--porcelain"]).text.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/hooked"))
    #expect(try await RunbookBranch(wish(folder)).make() == "tocsin/INC-2026-02-14-01-2")
  }

  @Test func whatIsNotCommittedIsNotGuessed() async throws {
    let folder = try await repository()
    defer { try? FileManager.default.removeItem(at: folder) }
    await #expect(throws: BranchRefusal.self) { try await RunbookBranch(wish(folder, before: "other\n")).make() }
    let alone = FileManager.default.temporaryDirectory.appendingPathComponent("alone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: alone.appendingPathComponent("docs"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: alone) }
    await #expect(throws: BranchRefusal.self) { try await RunbookBranch(wish(alone)).make() }
    var outside = wish(folder)
    outside.files[0].path = "../escape.md"
    await #expect(throws: BranchRefusal.self) { try await RunbookBranch(outside).make() }
  }
}
