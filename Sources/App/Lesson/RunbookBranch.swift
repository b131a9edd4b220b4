import Foundation
import Web

/// Makes a branch with one commit in the repository that a runbook lies in. Neither the working tree nor the index nor
/// the branch that is checked out is touched: objects are written, and a new name for them.
struct RunbookBranch {
  let wish: LessonBranch
  private let git: GitProcess

  init(_ wish: LessonBranch) {
    self.wish = wish
    let place = URL(fileURLWithPath: wish.runbook)
    git = GitProcess(folder: (FileTree.isFolder(wish.runbook) ? place : place.deletingLastPathComponent()).path)
  }

  /// The branch's name. Throws `BranchRefusal`.
  func make() async throws -> String {
    let prefix = try await git.demand(
      ["rev-parse", "--show-prefix"], or: "The runbook does not lie in a Git repository. Take the patch."
    ).text
    let head = try await git.demand(
      ["rev-parse", "--verify", "HEAD^{commit}"], or: "The runbook's repository has no commit yet. Take the patch."
    ).text
    let index = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-index-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: index) }
    let own = ["GIT_INDEX_FILE": index]
    _ = try await git.demand(["read-tree", head], environment: own, or: "The repository's last commit cannot be read.")
    for file in wish.files { try await put(file, prefix: prefix, head: head, own) }
    let tree = try await git.demand(["write-tree"], environment: own, or: "The change cannot be written as a tree.")
      .text
    let commit = try await git.demand(
      ["commit-tree", tree, "-p", head, "-F", "-"], input: Array(wish.message.utf8), environment: identity,
      or: "The change cannot be written as a commit."
    ).text
    return try await name(commit)
  }

  private func put(_ file: LessonBranch.File, prefix: String, head: String, _ index: [String: String]) async throws {
    guard !file.path.hasPrefix("/"), !file.path.split(separator: "/").contains("..") else {
      throw BranchRefusal("\(file.path) does not lie in the runbook's folder.")
    }
    let path = prefix + file.path
    let entry = try await git.demand(
      ["ls-tree", "--full-tree", head, "--", path], or: "\(file.path) cannot be found in the last commit."
    ).text
    guard let mode = entry.split(separator: " ").first, mode.hasPrefix("100") else {
      throw BranchRefusal("\(file.path) is not in the last commit. Commit it, or take the patch.")
    }
    let kept = try await git.demand(["cat-file", "blob", "\(head):\(path)"], or: "\(file.path) cannot be read.")
    guard kept.output == Array(file.before.utf8) else {
      throw BranchRefusal("\(file.path) has changes that are not committed. Commit them, or take the patch.")
    }
    let blob = try await git.demand(
      ["hash-object", "-w", "--stdin"], input: Array(file.after.utf8), or: "The change cannot be written."
    ).text
    _ = try await git.demand(
      ["update-index", "--cacheinfo", "\(mode),\(blob),\(path)"], environment: index,
      or: "The change to \(file.path) cannot be written.")
  }

  /// Creates the branch; a name that is taken gets a number.
  private func name(_ commit: String) async throws -> String {
    let plain = wish.incident.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    for number in 1...50 {
      let name = "tocsin/\(plain.isEmpty ? "incident" : plain)" + (number == 1 ? "" : "-\(number)")
      let outcome = try await git.run(["update-ref", "refs/heads/\(name)", commit, ""])
      if outcome.code == 0 { return name }
    }
    throw BranchRefusal("No branch can be made in the runbook's repository. Take the patch.")
  }

  private var identity: [String: String] {
    let author = wish.author.filter { !"<>\n".contains($0) }
    return [
      "GIT_AUTHOR_NAME": author.isEmpty ? "Tocsin" : String(author.prefix(100)), "GIT_AUTHOR_EMAIL": "tocsin@localhost",
      "GIT_COMMITTER_NAME": "Tocsin", "GIT_COMMITTER_EMAIL": "tocsin@localhost",
    ]
  }
}

extension IncidentActs {
  func branch(_ wish: LessonBranch) async throws -> String { try await RunbookBranch(wish).make() }
}
