import App
import Engine
import Foundation
import Incidents
import Runbooks

/// What a check asks beyond the files: nothing unless it is told to.
struct CheckQuestions: Sendable {
  /// Whether each command has to carry a mark.
  var isStrict = false
  /// Addresses that did not answer; nil where nobody asked them.
  var unreachable: [String: WebComplaint]?
  /// What a server knows of the commands' runs.
  var runs: RunRecord?

  /// Names of the places whose value the team file gives.
  var values: Set<String> = []

  func added(to around: DocumentSurroundings) -> DocumentSurroundings {
    var around = around
    around.values = values
    around.isStrict = isStrict
    around.unreachable = unreachable
    around.runs = runs
    return around
  }
}

/// One runbook, a file or a folder, with everything that can be found in it and around it.
struct CheckedRunbook {
  let found: [PlacedFinding]
  let readiness: Readiness
  /// When the document itself is to be reviewed, in a sentence.
  let review: String?

  init(_ path: String, team: String?, at now: Timestamp, _ questions: CheckQuestions = CheckQuestions()) throws {
    var questions = questions
    let beside = RunbookFolder.isFolder(path) ? path + "/README.md" : path
    // What is wrong with the team file is said below.
    if let known = try? TeamText.read(named: team, beside: beside) { questions.values = Set(known.team.values.keys) }
    guard RunbookFolder.isFolder(path) else {
      let bytes = try RunbookFile.bytes(of: path)
      try self.init(path, team: team, at: now, questions.added(to: Surroundings.of(path, bytes)))
      return
    }
    let today = CivilTime(now).date
    var whole = try RunbookFolder.read(path)
    let around = questions.added(to: Surroundings.of(path + "/README.md", []))
    whole.findings = Findings.check(whole, today: today, surroundings: around)
      .filter { !Findings.ofEachPage.contains($0.rule) }
    let pages = try RunbookFolder.pages(path).flatMap { page -> [PlacedFinding] in
      let file = "\(path)/\(page.path)"
      let reading = try RunbookReader.read(page.bytes, name: page.path)
      let around = questions.added(to: Surroundings.of(file, page.bytes))
      return Findings.check(reading, today: today, surroundings: around)
        .filter { Findings.ofEachPage.contains($0.rule) }.map { PlacedFinding(file: file, $0, lines: reading.lines) }
    }
    try self.init(whole, path, team: team, beside: path + "/README.md", at: now, pages)
  }

  /// A file, with what is known of its surroundings.
  init(_ path: String, team: String?, at now: Timestamp, _ around: DocumentSurroundings) throws {
    var runbook = try RunbookFile.read(path)
    runbook.findings = Findings.check(runbook, today: CivilTime(now).date, surroundings: around)
    try self.init(runbook, path, team: team, beside: path, at: now)
  }

  private init(
    _ runbook: Runbook, _ path: String, team name: String?, beside: String, at now: Timestamp,
    _ pages: [PlacedFinding] = []
  ) throws {
    var found: [PlacedFinding] = pages
    var bound: Team?
    do {
      bound = try TeamText.read(named: name, beside: beside)?.team
      found += Holes.findings(runbook, bound, at: now).map { Self.placed($0, path, runbook) }
    } catch let errors as TeamFileErrors {
      found += errors.issues.map { PlacedFinding(file: errors.name, issue: $0) }
    }
    let own = bound.map { TeamAnswers.open(runbook, $0, at: now) } ?? runbook.findings
    self.found = found + own.map { Self.placed($0, path, runbook) }
    readiness = Readiness(runbook, bound, at: now)
    review = RunbookReview.clock(runbook, now: now).map { RunbookReview.sentence($0, now: now) }
  }

  /// A line of a folder's whole is a line of one of its files.
  private static func placed(_ finding: Finding, _ path: String, _ runbook: Runbook) -> PlacedFinding {
    guard let place = runbook.parts.place(of: finding.line) else {
      return PlacedFinding(file: path, finding, lines: runbook.lines)
    }
    var placed = PlacedFinding(file: "\(path)/\(place.file)", finding, lines: runbook.lines)
    placed.line = place.line
    return placed
  }
}
