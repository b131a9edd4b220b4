import Engine
import Incidents
import Runbooks

/// Plays what an address asks for. Nobody is paged and nothing is stored.
struct DrillReading {
  let visit: Visit
  let shelved: ShelvedRunbook
  private let drill: Drill
  private let form: DrillForm

  /// More nights than this are not played for one page.
  private static let most = 160

  init(_ visit: Visit) throws {
    let current = visit.context.shelf.current()
    let place = min(max(Int(visit.query("runbook") ?? "") ?? 0, 0), max(current.count - 1, 0))
    guard current.indices.contains(place) else { throw Failure.broken }
    self.visit = visit
    shelved = current[place]
    let team = visit.context.shelf.team()
    drill = Drill(shelved.runbook, team.people.isEmpty ? nil : team)
    form = DrillReading.form(visit, drill, current.map(\.fileName), place)
  }

  func view(reader: Frame.Reader) throws -> DrillView {
    let question = question
    let night: DrillNight
    do { night = try drill.play(question) } catch { throw Failure.bad(error.message) }
    let known = SeverityWords.find(night.severity, in: shelved.runbook.severities)
    let mark = SeverityMark(night.severity, rank: known?.rank ?? 0, in: shelved.runbook)
    return DrillView(
      night: night, ladder: drawing(night, mark, known), mark: mark, all: try all(question), form: form,
      shelved: shelved, reader: reader, hasPeople: drill.hasTeamFile)
  }

  private static func form(_ visit: Visit, _ drill: Drill, _ runbooks: [String], _ place: Int) -> DrillForm {
    let severities = drill.runbook.severities.sorted { $0.rank < $1.rank }
    let number = { (name: String, count: Int) in
      visit.query(name).flatMap { Int($0) }.flatMap { (0..<max(count, 1)).contains($0) ? $0 : nil }
    }
    let minutes = { (name: String) in visit.query(name).flatMap { Int($0) }.map { min(max($0, 0), 20_160) } }
    let titles = drill.titles
    let scenario = number("scenario", titles.count) ?? 0
    let own = drill.runbook.scenarios.first { titles.indices.contains(scenario) && $0.title == titles[scenario] }
    let rated = own?.severity.flatMap { name in severities.firstIndex { $0.name == name } }
    return DrillForm(
      runbooks: runbooks, runbook: place, scenarios: titles, scenario: scenario, severities: severities,
      severity: number("severity", severities.count) ?? rated ?? 0,
      people: drill.hasTeamFile ? drill.team.people : [], channels: drill.hasTeamFile ? drill.channels : [],
      asleep: visit.query("asleep") ?? "", down: visit.query("down") ?? "", acknowledge: minutes("ack"),
      resolve: minutes("resolve"), raise: number("raise", severities.count), raiseAt: minutes("raise-at") ?? 20,
      at: visit.query("at") ?? "")
  }

  private var question: DrillQuestion {
    var question = DrillQuestion(
      scenario: form.scenarios.indices.contains(form.scenario) ? form.scenarios[form.scenario] : nil,
      severity: form.severities.indices.contains(form.severity) ? form.severities[form.severity].name : nil,
      start: start, acknowledgeAfter: form.acknowledge, resolveAfter: form.resolve)
    if let raise = form.raise, form.severities.indices.contains(raise) {
      question.change = DrillQuestion.Change(minute: form.raiseAt, severity: form.severities[raise].name)
    }
    if form.people.contains(where: { $0.id == form.asleep }) { question.asleep = [form.asleep] }
    if form.channels.contains(form.down) { question.channelsDown = [form.down] }
    return question
  }

  /// The moment that was asked for, else this minute.
  private var start: Timestamp {
    let written = form.at.replacing("+", with: "T").replacing(" ", with: "T").split(separator: "T")
    if written.count == 2, let day = BusinessCalendar.day(of: String(written[0])), written[0].utf8.count == 10 {
      let parts = written[1].split(separator: ":").map { Int($0.prefix(2)) ?? -1 }
      if parts.count >= 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) {
        return Timestamp(microseconds: day &* 86_400_000_000) + .minutes(parts[0] * 60 + parts[1])
      }
    }
    return Timestamp(microseconds: floorDivide(visit.now.microseconds, 60_000_000) &* 60_000_000)
  }

  // MARK: what came of it

  private func drawing(_ night: DrillNight, _ mark: SeverityMark, _ severity: Severity?) -> LadderDrawing {
    let told = night.events.filter { $0.kind == .page || $0.kind == .unreachable }
    var stops: [LadderDrawing.Stop] = []
    for event in told.prefix(14) {
      let name = event.people.isEmpty ? event.target ?? "Nobody" : Words.list(event.people)
      let role = event.target ?? ""
      let isHole = event.kind == .unreachable
      stops.append(
        LadderDrawing.Stop(
          minutes: Double(event.minute), name: isHole ? role.isEmpty ? name : role : name,
          role: isHole || role == name ? "" : role, note: isHole ? "reaches nobody" : "", line: event.line,
          mark: isHole ? .hole : .paged))
    }
    return LadderDrawing(
      id: "night", severity: mark, title: "\(night.severity): who is paged in this drill", stops: stops,
      answerBy: severity?.answerTarget?.minutes,
      updates: LadderReading.cadence(night.severity, shelved.runbook))
  }

  private func all(_ asked: DrillQuestion) throws -> [DrillView.Row] {
    guard form.scenarios.count * max(form.severities.count, 1) <= DrillReading.most else { return [] }
    var question = asked
    question.change = nil
    let nights: [DrillNight]
    do { nights = try drill.playAll(question) } catch { throw Failure.bad(error.message) }
    return form.scenarios.map { title in
      let own = nights.filter { $0.scenario == title }
      let pages = own.map { $0.pages.filter { $0.reason != .fallback && $0.reason?.isReminder != true }.count }.reduce(
        0, +)
      let line =
        shelved.runbook.scenarios.first { $0.title == title }?.line
        ?? shelved.runbook.escalationRules.first { $0.when == title }?.line
      return DrillView.Row(
        title: title, line: line, reached: pages, asked: pages + own.map(\.holes.count).reduce(0, +),
        dead: own.filter { !$0.holes.isEmpty }.map(\.severity))
    }
  }
}
