import App
import ArgumentParser
import Engine
import Foundation
import Incidents
import Runbooks

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what is wrong with runbooks and with who is behind their roles.",
    discussion: """
      Exits 1 where there is an error that no baseline holds. The rules are explained in docs/rules.
      `.tocsin-baseline.json` beside a runbook is its baseline.

      Example:
        tocsin check docs/*.md --format github
        tocsin check RUNBOOK.md --write-baseline     begin green; only what is new fails from now on
        tocsin check RUNBOOK.md --fix --diff         what could be put right, as a patch
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

  @Argument(help: "Runbooks.") var runbooks: [String]
  @Option(help: "The team file; else tocsin.yaml beside each runbook.") var team: String?
  @Option(help: "text, json, sarif or github.") var format = Format.text
  @Flag(help: "The same as --format json.") var json = false
  @Option(help: "The baseline; else .tocsin-baseline.json beside each runbook.") var baseline: String?
  @Option(help: "The address of a published docs/rules; SARIF's helpUri leads there.") var pages: String?
  @Flag(help: "Write every finding of today into the baseline.") var writeBaseline = false
  @Flag(help: "Mend damaged letters, docker-compose in commands, and the document's own dates.") var fix = false
  @Flag(help: "Print what --fix would change, and change nothing.") var diff = false

  func run() throws {
    if diff { return try preview() }
    if fix { try repair() }
    var found: [PlacedFinding] = []
    var ready: [CheckReport.Ready] = []
    var reviews: [String] = []
    for path in runbooks {
      let bytes = try RunbookFile.bytes(of: path)
      let checked = try CheckedRunbook(path, team: team, at: PacedClock.wall(), Surroundings.of(path, bytes))
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

  private func preview() throws {
    let patches = try runbooks.map { try Repair.preview(of: $0) }.filter { !$0.isEmpty }
    if patches.isEmpty { Output.complain("Nothing to mend.") } else { Output.write(patches.joined()) }
  }

  private func repair() throws {
    for path in runbooks {
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

/// One runbook with everything that can be found in it and around it.
struct CheckedRunbook {
  let found: [PlacedFinding]
  let readiness: Readiness
  /// When the document itself is to be reviewed, in a sentence.
  let review: String?

  init(_ path: String, team name: String?, at now: Timestamp, _ around: DocumentSurroundings) throws {
    var runbook = try RunbookFile.read(path)
    runbook.findings = Findings.check(runbook, today: CivilTime(now).date, surroundings: around)
    var found: [PlacedFinding] = []
    var bound: Team?
    do {
      bound = try TeamText.read(named: name, beside: path)?.team
      found += Holes.findings(runbook, bound, at: now).map { PlacedFinding(file: path, $0, lines: runbook.lines) }
    } catch let errors as TeamFileErrors {
      found += errors.issues.map { PlacedFinding(file: errors.name, issue: $0) }
    }
    let own = runbook.findings.filter { !Holes.isMended($0, runbook, bound, at: now) }
    self.found = found + own.map { PlacedFinding(file: path, $0, lines: runbook.lines) }
    readiness = Readiness(runbook, bound, at: now)
    review = RunbookReview.clock(runbook, now: now).map { RunbookReview.sentence($0, now: now) }
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
      let own = named != nil ? found : found.filter { Self.path(beside: $0.file) == path }
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
    let folder = runbook.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return runbook.contains("/") ? "\(folder)/\(Baseline.name)" : Baseline.name
  }
}
