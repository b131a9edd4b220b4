import App
import ArgumentParser
import Engine
import Foundation
import Incidents
import Runbooks

struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Plays an incident on a simulated clock: who is paged when, what falls due, where it dies.",
    discussion: """
      Nobody is paged and nothing is kept. Who fills the roles is read from tocsin.yaml beside the runbook; without a
      team file the roles of the document are played. `--all` exits 1 where a scenario reaches nobody. `--live` asks a
      running server to page people for practice, with DRILL in front.

      Example:
        tocsin drill RUNBOOK.md --scenario "database" --severity P0
        tocsin drill RUNBOOK.md --ack-after 5 --asleep ana --resolve-after 60
        tocsin drill RUNBOOK.md --all --json
      """)

  @Argument(help: "The runbook, a file or a folder.") var runbook: String
  @OptionGroup var incident: DrillOptions
  @OptionGroup var whatIf: WhatIfOptions
  @Option(help: "The team file; else tocsin.yaml beside the runbook.") var team: String?
  @Flag(help: "Play every scenario at every severity.") var all = false
  @Flag(help: "Page people for practice: a running server opens a drill.") var live = false
  @Flag(help: "Print one JSON object per event.") var json = false
  @OptionGroup var connection: Connection
  @OptionGroup var speaker: Speaker

  func run() async throws {
    let reading = try RunbookFolder.read(runbook)
    let bound = try TeamText.read(named: team, beside: runbook)?.team
    let drill = Drill(reading, bound)
    var question = DrillQuestion(start: try incident.start())
    try whatIf.apply(to: &question, drill)
    try incident.apply(to: &question, drill, name: runbook)
    if live { return try await playLive(question) }
    do {
      try all ? playAll(drill, question) : playOne(drill, question)
    } catch let refusal as Refusal {
      throw Failure(.usage, refusal.message)
    }
  }

  /// Asks the server to open it; what follows is that server's to do.
  private func playLive(_ question: DrillQuestion) async throws {
    guard !all else { throw Failure(.usage, "--live plays one scenario: leave out --all.") }
    var body: [String: JSONField] = ["title": .text(question.scenario ?? "Practice"), "drill": .bool(true)]
    if let severity = question.severity { body["severity"] = .text(severity) }
    if let title = question.scenario { body["scenario"] = .text(title) }
    let answer = try await connection.client().post("/api/v1/incidents", speaker.signed(body))
    if json { return Output.write(String(decoding: answer, as: UTF8.self)) }
    let opened = IncidentReading(try Answer.decode(JSONField.self, from: answer))
    Output.write(
      "\(opened.name)  DRILL  \(opened.severity)  \(opened.title)\nEnd it with: tocsin incident resolve \(opened.name) --reason \"drill over\""
    )
  }

  private func playOne(_ drill: Drill, _ question: DrillQuestion) throws {
    let night = try drill.play(question)
    let text = DrillText(drill: drill, question: question, name: runbook, terminal: .current())
    Output.write(json ? night.events.map { DrillJSON.line($0) }.joined(separator: "\n") : text.render(night))
  }

  private func playAll(_ drill: Drill, _ question: DrillQuestion) throws {
    guard incident.scenario == nil, incident.severity == nil else {
      throw Failure(.usage, "--all plays every scenario at every severity: leave out --scenario and --severity.")
    }
    let nights = try drill.playAll(question)
    let text = DrillText(drill: drill, question: question, name: runbook, terminal: .current())
    Output.write(
      json
        ? nights.flatMap { night in night.events.map { DrillJSON.line($0, of: night) } }.joined(separator: "\n")
        : text.render(all: nights))
    let dead = nights.filter { !$0.holes.isEmpty }
    guard dead.isEmpty else { throw Failure(.found, DrillText.sum(dead, of: nights.count)) }
    Output.complain("\(Count.of(nights.count, "drill")), each rung of them reaches somebody.")
  }
}
