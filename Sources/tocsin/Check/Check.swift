import App
import ArgumentParser
import Foundation
import Runbooks

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what is wrong with runbooks and with who is behind their roles.",
    discussion: """
      Exits 1 where there is an error that no baseline holds. The rules are explained in docs/rules.
      `.tocsin-baseline.json` beside a runbook is its baseline.

      Example:
        tocsin check docs/*.md --format github
        tocsin check runbooks/ --strict              a folder is one runbook; each change carries a mark
        tocsin check RUNBOOK.md --write-baseline     begin green; only what is new fails from now on
        tocsin check RUNBOOK.md --fix --diff         what could be put right, as a patch
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

  @Argument(help: "Runbooks, files or folders.") var runbooks: [String]
  @Option(help: "The team file; else tocsin.yaml beside each runbook.") var team: String?
  @Option(help: "text, json, sarif or github.") var format = Format.text
  @Flag(help: "The same as --format json.") var json = false
  @Option(help: "The baseline; else .tocsin-baseline.json beside each runbook.") var baseline: String?
  @Option(help: "The address of a published docs/rules; SARIF's helpUri leads there.") var pages: String?
  @Flag(help: "Ask each web address that a runbook links to (R012).") var online = false
  @Flag(help: "Ask for a mark on each command that changes something (R086).") var strict = false
  @Option(help: "A server whose record of runs is held against the commands (R099).") var server: String?
  @Option(help: "The data folder of such a server on this machine.") var data: String?
  @Option(help: "Token for the server; also TOCSIN_TOKEN.") var token: String?
  @Flag(help: "Write every finding of today into the baseline.") var writeBaseline = false
  @Flag(help: "Mend damaged letters, docker-compose in commands, and the document's own dates.") var fix = false
  @Flag(help: "Print what --fix would change, and change nothing.") var diff = false

  func run() async throws {
    if diff { return try preview() }
    if fix { try repair() }
    let questions = try await questions()
    var found: [PlacedFinding] = []
    var ready: [CheckReport.Ready] = []
    var reviews: [String] = []
    for path in runbooks {
      let checked = try CheckedRunbook(path, team: team, at: PacedClock.wall(), questions)
      found += checked.found
      reviews += checked.review.map { [$0] } ?? []
      ready.append(CheckReport.Ready(file: path, readiness: checked.readiness))
    }
    if writeBaseline { return try keep(found) }
    let (marked, held) = try BaselineFiles.marked(found, of: runbooks, named: baseline)
    let report = CheckReport(marked, ready: ready, hasBaseline: held, pages: pages)
    let form = json ? .json : format
    let text = try report.written(form, .current())
    if !text.isEmpty { Output.write(text) }
    if form == .text {
      for sentence in reviews { Output.complain(sentence) }
      Output.complain(report.sum)
    }
    if report.failing > 0 { throw Failure(.found, "") }
  }

  private func questions() async throws -> CheckQuestions {
    var questions = CheckQuestions(isStrict: strict)
    if online {
      let addresses = try runbooks.flatMap { path in
        Findings.addresses(try RunbookFolder.isFolder(path) ? RunbookFolder.read(path) : RunbookFile.read(path))
      }
      questions.unreachable = await WebQuestions.unreachable(addresses)
    }
    if server != nil || data != nil {
      var connection = Connection()
      connection.server = server
      connection.token = token
      connection.data = data ?? "./tocsin-data"
      questions.runs = try await KeptRuns.read(from: try connection.client())
    }
    return questions
  }

  /// The files behind what was named: a folder stands for its documents.
  private func files() throws -> [String] {
    try runbooks.flatMap { path in
      try RunbookFolder.isFolder(path) ? RunbookFolder.pages(path).map { "\(path)/\($0.path)" } : [path]
    }
  }

  private func preview() throws {
    let patches = try files().map { try Repair.preview(of: $0) }.filter { !$0.isEmpty }
    if patches.isEmpty { Output.complain("Nothing to mend.") } else { Output.write(patches.joined()) }
  }

  private func repair() throws {
    for path in try files() {
      let count = try Repair.apply(to: path)
      if count > 0 { Output.complain("\(path): \(Count.of(count, "line")) mended.") }
    }
  }

  private func keep(_ found: [PlacedFinding]) throws {
    for (path, count) in try BaselineFiles.write(found, of: runbooks, named: baseline) {
      Output.complain("\(path) holds \(Count.of(count, "finding")). What is new from now on fails the check.")
    }
  }
}

/// Which baseline belongs to which runbook: the one that is named, else the one in its folder.
enum BaselineFiles {
  /// The findings with those marked that a baseline holds, and whether there was one.
  static func marked(
    _ found: [PlacedFinding], of runbooks: [String], named: String?
  ) throws(Failure) -> ([PlacedFinding], Bool) {
    var found = found
    var held = false
    for path in paths(runbooks, named) where named != nil || FileManager.default.fileExists(atPath: path) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      found = try Baseline.read(path).marked(found, folder: folder)
      held = true
    }
    return (found, held)
  }

  /// Writes the baselines and says how many findings each holds.
  static func write(
    _ found: [PlacedFinding], of runbooks: [String], named: String?
  ) throws(Failure) -> [(String, Int)] {
    var written: [(String, Int)] = []
    for path in paths(runbooks, named) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      let inside = folder.standardizedFileURL.path + "/"
      let own =
        named != nil || runbooks.contains(where: { RunbookFolder.isFolder($0) && Self.path(beside: $0) == path })
        ? found.filter { named != nil || URL(fileURLWithPath: $0.file).standardizedFileURL.path.hasPrefix(inside) }
        : found.filter { Self.path(beside: $0.file) == path }
      let entries = own.map { Baseline.entry($0, folder) }
        .sorted { ($0.file, $0.rule, $0.text, $0.message) < ($1.file, $1.rule, $1.text, $1.message) }
      try Baseline(entries).write(to: path)
      written.append((path, entries.count))
    }
    return written
  }

  private static func paths(_ runbooks: [String], _ named: String?) -> [String] {
    guard named == nil else { return [named].compactMap { $0 } }
    var seen: Set<String> = []
    return runbooks.map(path(beside:)).filter { seen.insert($0).inserted }
  }

  private static func path(beside runbook: String) -> String {
    if RunbookFolder.isFolder(runbook) { return "\(runbook)/\(Baseline.name)" }
    let folder = runbook.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return runbook.contains("/") ? "\(folder)/\(Baseline.name)" : Baseline.name
  }
}
