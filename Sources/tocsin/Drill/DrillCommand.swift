import App
import ArgumentParser
import Engine
import Incidents
import Runbooks

struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Plays an incident on a simulated clock: who is paged when, what falls due, where it dies.",
    discussion: """
      Nobody is paged and nothing is kept. Who fills the roles is read from tocsin.yaml beside the runbook; without a
      team file the roles of the document are played. `--all` exits 1 where a scenario reaches nobody.

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
  @Flag(help: "Print one JSON object per event.") var json = false

  func run() throws {
    let reading = try RunbookFolder.read(runbook)
    let bound = try TeamText.read(named: team, beside: runbook)?.team
    let drill = Drill(reading, bound)
    var question = DrillQuestion(start: try incident.start())
    try whatIf.apply(to: &question, drill)
    try incident.apply(to: &question, drill, name: runbook)
    do {
      try all ? playAll(drill, question) : playOne(drill, question)
    } catch let refusal as Refusal {
      throw Failure(.usage, refusal.message)
    }
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
