import Foundation
import Runbooks
import Testing

@testable import tocsin

/// A command of a runbook on the machine of whoever is called.
@Suite(.timeLimit(.minutes(1))) struct RunTests {
  private static func action(
    _ text: String, host: String? = nil, effect: String? = nil, captions: String = "", number: Int = 1,
    known: [String: String] = [:]
  ) -> OfferedAction {
    let read = Commands.action(text, line: 57)
    return OfferedAction(
      .object([
        "number": .number(Double(number)), "kind": "command", "text": .text(text), "caption": .text(captions),
        "host": host.map { .text($0) } ?? .null, "effect": .text(effect ?? read.effect.rawValue),
        "effectReason": .text(read.effectReason), "interactive": .bool(read.interactive),
        "suggestion": read.suggestion.map { .text($0) } ?? .null, "line": .number(57),
        "values": .object(known.mapValues { .text($0) }),
        "placeholders": .list(read.placeholders.map { .text($0) }),
      ]))
  }

  private static func filled(
    _ text: String, host: String? = nil, effect: String? = nil, _ values: [String: String] = [:],
    environment: [String: String] = [:]
  ) throws -> FilledCommand {
    try FilledCommand(action(text, host: host, effect: effect), values: values, environment: environment)
  }

  private static func result(_ text: String, seconds: Int = 20, _ environment: [String: String] = [:]) throws
    -> RunProcess.Result
  {
    let base = ["PATH": "/usr/bin:/bin"].merging(environment) { _, own in own }
    return try RunProcess(command: try filled(text, environment: base), seconds: seconds, environment: base).run()
  }

  // MARK: Placeholders

  @Test func aPlaceIsFilledByItsName() throws {
    #expect(
      try Self.filled("kubectl logs <POD_NAME> --tail=5", ["POD_NAME": "web-7f"]).text == "kubectl logs web-7f --tail=5"
    )
  }

  @Test func whatIsOpenIsNamedAndRefused() throws {
    let failure = #expect(throws: Failure.self) { try Self.filled("kubectl logs <POD_NAME>") }
    #expect(failure?.code == .usage && failure?.message.contains("POD_NAME") == true)
    #expect(throws: Failure.self) { try Self.filled("kubectl get pods", ["POD_NAME": "web"]) }
  }

  @Test(arguments: ["web; rm -rf /", "$(id)", "`id`", "a|b", "a'b", "a\"b", "-rf", "a\nb", "a b", "", "a>b", "a&b"])
  func aValueThatAShellCouldReadIsRefused(_ value: String) {
    #expect(throws: Failure.self) { try Self.filled("kubectl logs <POD_NAME>", ["POD_NAME": value]) }
  }

  @Test func aVariableComesFromTheEnvironmentOrIsSetForThisRun() throws {
    let text = "psql $DATABASE_URL -c 'select 1'"
    #expect(throws: Failure.self) { try Self.filled(text) }
    #expect(try Self.filled(text, environment: ["DATABASE_URL": "x"]).variables.isEmpty)
    #expect(throws: Failure.self) { try Self.filled(text, host: "db-1", ["DATABASE_URL": "x"]) }
    let set = try Self.filled(text, ["DATABASE_URL": "postgres://a:b@c/d?e=f&g"])
    #expect(set.text == text && set.variables == ["DATABASE_URL": "postgres://a:b@c/d?e=f&g"])
  }

  @Test func aPlaceThatTheTeamFileKnowsNeedsNoSaying() throws {
    func text(
      _ command: String, host: String? = nil, _ known: [String: String], _ values: [String: String] = [:]
    ) throws -> String {
      try FilledCommand(
        Self.action(command, host: host, known: known), values: values, environment: ["POD": "from-here"]
      ).text
    }
    let command = "kubectl logs <POD> --tail=5"
    #expect(try text(command, ["POD": "web-7f"]) == "kubectl logs web-7f --tail=5")
    #expect(try text(command, ["POD": "web-7f"], ["POD": "web-8"]) == "kubectl logs web-8 --tail=5")
    #expect(try text(command, ["POD": "env:POD"]) == "kubectl logs from-here --tail=5")
    #expect(throws: Failure.self) { try text(command, ["POD": "env:ABSENT"]) }
    #expect(throws: Failure.self) { try text(command, ["POD": "$(id)"]) }
    #expect(try text("psql $DATABASE_URL -c 'select 1'", host: "db-1", ["DATABASE_URL": "x"]).contains("$DATABASE_URL"))
  }

  // MARK: What is asked

  @Test func theGraverOfTwoReadingsHolds() throws {
    #expect(try Self.filled("rm -rf /srv/data", effect: "read").effect == .destructive)
    #expect(try Self.filled("df -h", effect: "write").effect == .write)
  }

  @Test func aLookAsksNothingAndAChangeAsksForTheHost() throws {
    #expect(Confirmation.word(try Self.filled("df -h")) == nil)
    #expect(Confirmation.word(try Self.filled("systemctl restart shop")) == "yes")
    #expect(Confirmation.word(try Self.filled("systemctl restart shop", host: "quay-1")) == "quay-1")
    #expect(Confirmation.word(try Self.filled("frobnicate --now")) == "yes")
    #expect(Confirmation.word(try Self.filled("docker system prune -a -f", host: "quay-1")) == "destroy quay-1")
  }

  @Test func onlyTheWordItselfLetsItRun() throws {
    let command = try Self.filled("docker system prune -a -f")
    for said in [nil, "", "yes", "Destroy", "destroy it"] { #expect(!Confirmation.given(command) { said }) }
    #expect(Confirmation.given(command) { "destroy " })
  }

  @Test func anActionIsChosenByNumberLineOrItsOwnWords() throws {
    let offered = [Self.action("df -h"), Self.action("systemctl status shop", number: 2)]
    #expect(try OfferedAction.chosen("2", from: offered).number == 2)
    #expect(try OfferedAction.chosen("status", from: offered).number == 2)
    #expect(throws: Failure.self) { try OfferedAction.chosen("L57", from: offered) }
    #expect(throws: Failure.self) { try OfferedAction.chosen("nothing", from: offered) }
  }

  @Test func aHostIsReachedWithoutAskingAndWithoutTrustingANewKey() {
    let words = RunProcess.ssh("db-1", "df -h")
    #expect(words.suffix(3) == ["--", "db-1", "df -h"])
    #expect(words.contains("BatchMode=yes") && words.contains("StrictHostKeyChecking=yes"))
  }

  // MARK: With a real shell

  @Test func theOutputAndTheEndCodeComeBack() throws {
    let good = try Self.result("printf 'one\\ntwo\\n'")
    #expect(good.exit == 0 && good.output == "one\ntwo\n" && good.stopped == nil)
    #expect(try Self.result("echo lost >&2; exit 3").exit == 3)
  }

  @Test func nothingCanBeAskedOfAPersonWhileItRuns() throws {
    #expect(try Self.result("cat; echo end").output == "end\n")
  }

  @Test func whatTakesTooLongIsStoppedWithAllItStarted() throws {
    let mark = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
    let result = try Self.result("(sleep 30; touch \(mark.path)) & sleep 30", seconds: 1)
    #expect(
      result.stopped == "It was stopped: its time was over, 1 s." && result.exit != 0 && result.took < .seconds(15))
    #expect(!FileManager.default.fileExists(atPath: mark.path))
  }

  @Test func aFenceOfBashRunsInBash() throws {
    #expect(try Self.result("[[ abc == a* ]] && echo {1..3}").output == "1 2 3\n")
  }

  @Test func whatIsLeftRunningDoesNotHoldUpTheEnd() throws {
    let result = try Self.result("setsid sleep 25 & echo done")
    #expect(result.exit == 0 && result.output == "done\n" && result.stopped == nil && result.took < .seconds(15))
  }

  @Test func muchOutputIsCutInTheMiddle() throws {
    let result = try Self.result("echo first; head -c 6000000 /dev/zero | tr '\\0' x; echo; echo last")
    #expect(result.output.hasPrefix("first\n") && result.output.hasSuffix("last\n"))
    #expect(result.output.contains("bytes left out") && result.output.utf8.count < 3 << 20)
  }

  @Test func secretsAreRemovedFromWhatItPrinted() throws {
    let result = try Self.result(
      "echo $SHOP_TOKEN; echo postgres://app:hunter22@db/x; echo DB_PASSWORD=correcthorse",
      ["SHOP_TOKEN": "tok-98765-secret"])
    #expect(result.removed >= 3)
    for secret in ["tok-98765-secret", "hunter22", "correcthorse"] { #expect(!result.output.contains(secret)) }
    #expect(result.output.contains("postgres://app:[removed: password]@db/x"))
  }
}
