import App
import ArgumentParser
import Foundation

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs Tocsin on an example team with a fast clock; pages appear in this terminal.",
    discussion: """
      Nothing is kept, and nothing is sent: whatever the team file says, pages only appear here. With --once it plays a whole incident by itself and exits 0 only if it saw every step.

      Example:
        tocsin demo
        tocsin demo --once RUNBOOK.md
      """)

  @Argument(help: "A runbook; else the one under examples/.") var runbook: String?
  @Option(help: "The team file; else tocsin.yaml beside the runbook, else sample people.") var team: String?
  @Option(help: "HOST:PORT to listen on.") var listen: String?
  @Flag(help: "Play one incident from alert to review, then end.") var once = false

  func validate() throws {
    guard listen.map(Serve.isAddress) ?? true else {
      throw ValidationError("--listen is HOST:PORT, such as 127.0.0.1:7070.")
    }
  }

  func run() async throws {
    let path = try runbook ?? Self.example(in: FileManager.default.currentDirectoryPath)
    let reading = try RunbookFile.read(path)
    if let team { _ = try RunbookFile.bytes(of: team) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-demo-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let bound = try TeamText.read(named: team, beside: path)?.team ?? TeamFile.sample(for: reading)
    let people = folder + "/demo-team.yaml"
    try TeamFile.consoleOnly(bound).write(toFile: people, atomically: true, encoding: .utf8)
    let plan = DemoPlan(reading, bound)
    var options = ServerOptions(runbooks: [path], team: people, data: folder)
    options.pace = once ? plan.pace : DemoPlan.usualPace
    options.listen = listen ?? (once ? "127.0.0.1:0" : "127.0.0.1:7070")
    if once {
      try await DemoStage(options: options, plan: plan).play()
    } else {
      try await DemoWelcome(plan: plan, folder: folder, runbook: path).run(options)
    }
  }

  /// The first runbook that stands in a folder of its own under `examples/`.
  static func example(in folder: String) throws(Failure) -> String {
    let examples = URL(fileURLWithPath: folder).appendingPathComponent("examples")
    let teams = (try? FileManager.default.contentsOfDirectory(atPath: examples.path)) ?? []
    for team in teams.sorted() {
      let path = "examples/\(team)/RUNBOOK.md"
      if FileManager.default.fileExists(atPath: URL(fileURLWithPath: folder).appendingPathComponent(path).path) {
        return path
      }
    }
    throw Failure(.missingFile, "There is no examples/*/RUNBOOK.md here. Name a runbook: tocsin demo RUNBOOK.md")
  }
}
