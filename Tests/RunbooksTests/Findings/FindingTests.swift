import Incidents
import Testing

@testable import Runbooks

@Suite struct FindingTests {
  private static let today = "2026-11-21"

  /// A runbook with nothing to complain about.
  private static var good: Runbook {
    var book = Runbook()
    book.title = "Incident response"
    book.owner = "Platform"
    book.lastUpdated = "2026-10-01"
    book.nextReview = "2027-01-01"
    book.severities = [
      Severity(name: "P0", rank: 0, responseMinutes: 5, responseText: "5 minutes", line: 10),
      Severity(name: "P1", rank: 1, responseMinutes: 30, responseText: "30 minutes", line: 11),
    ]
    book.cadence = [
      Cadence(severity: "P0", minutes: 15, audience: .external, line: 12),
      Cadence(severity: "P1", minutes: 30, audience: .external, line: 13),
    ]
    book.escalation = [
      Rung(target: "Primary on-call", line: 20), Rung(target: "Secondary on-call", afterMinutes: 5, line: 21),
      Rung(target: "CTO", afterMinutes: 30, line: 22),
    ]
    book.contacts = [
      Contact(role: "On-call rotation", via: ["+49 30 1234561"], placeholder: false, line: 30),
      Contact(role: "Primary On-Call", via: ["+49 30 1234562"], placeholder: false, line: 31),
      Contact(role: "Backup On-Call", via: ["+49 30 1234563"], placeholder: false, line: 32),
      Contact(role: "CTO/Founder", via: ["+49 30 1234564"], placeholder: false, line: 33),
    ]
    book.templates = [Template.State.investigating, .identified, .monitoring, .resolved].enumerated().map {
      Template(
        name: "Status", kind: .statusPage, state: $0.element, body: "We are at it: [issue]. Next update: [time]",
        line: 40 + $0.offset)
    }
    book.templates.append(Template(name: "Team", kind: .internal, body: "Who leads: [name]", line: 45))
    var scenario = Scenario(title: "Down", severity: "P0", line: 50, endLine: 70)
    scenario.symptoms = [Said("503", line: 51)]
    scenario.actions = [
      Action(kind: .command, phase: .diagnosis, text: "docker ps", target: "web", effect: .read, line: 52)
    ]
    scenario.hasFix = true
    scenario.hasVerification = true
    book.scenarios = [scenario]
    book.rollback = Rollback(
      criteria: [Said("Not fixed in 30 minutes", line: 81)], afterwards: [Said("Verify health", line: 83)], line: 80)
    book.healthChecks = ["health", "ready"].map { HealthCheck(kind: .http, target: "https://x.test/\($0)", line: 90) }
    book.quietMinutes = 15
    book.review.present = true
    book.review.deadlineHours = 48
    return book
  }

  /// What a few lines without a document around them cannot keep; their pages' examples try these rules.
  private static let ofWholeTexts: Set = ["R007", "R010", "R028", "R029", "R055", "R065", "R081", "R090", "R124"]

  private func rules(_ change: (inout Runbook) -> Void) -> [String] {
    var book = Self.good
    change(&book)
    return Findings.check(book, today: Self.today).map(\.rule).filter { !Self.ofWholeTexts.contains($0) }
  }

  private func command(_ text: String, _ phase: Action.Phase = .fix, line: Int = 60) -> Action {
    Commands.action(text, line: line, phase: phase)
  }

  @Test func aGoodRunbookHasNoFindings() {
    #expect(Findings.check(Self.good, today: Self.today) == [])
  }

  @Test func anEmptyRunbookIsToldWhatItLacks() {
    let found = Set(Findings.check(Runbook(), today: Self.today).map(\.rule))
    #expect(found.isSuperset(of: ["R001", "R002", "R004", "R020", "R030", "R100", "R110", "R120"]))
  }

  @Test func theDocumentIsChecked() {
    #expect(rules { $0.owner = nil } == ["R001"])
    #expect(rules { $0.lastUpdated = "2026-10" } == ["R002"])
    #expect(rules { $0.lastUpdated = "2026-01-01" } == ["R005"])
    #expect(rules { $0.nextReview = "2026-11-20" } == ["R003"])
    #expect(rules { $0.nextReview = "2026-11-21" } == [])
    #expect(rules { $0.nextReview = "2026-11" } == [])
    #expect(rules { $0.nextReview = "2026-10" } == ["R003"])
    #expect(rules { $0.nextReview = nil } == ["R004"])
    #expect(rules { $0.encodingRepaired = true } == ["R006"])
  }

  @Test func theSeveritiesAreChecked() {
    #expect(
      rules {
        $0.severities[1].responseMinutes = nil; $0.severities[1].responseText = ""
      } == ["R021"])
    #expect(
      rules {
        $0.severities[1].responseMinutes = nil; $0.severities[1].responseText = "Next business day"
      } == [])
    #expect(rules { $0.severities[1].responseMinutes = 2 } == ["R022"])
    #expect(rules { $0.severities[0].responseMinutes = 0 } == ["R023"])
    #expect(rules { $0.scenarios[0].severity = "SEV9" } == ["R025"])
    #expect(
      rules {
        $0.severities[1].ackMinutes = 10; $0.severities[1].ackLine = 5
      } == ["R027"])
  }

  @Test func theLadderIsChecked() {
    #expect(rules { $0.escalation = [] } == ["R030"])
    #expect(rules { $0.escalation[2].target = "[Name]" }.contains("R030"))
    #expect(rules { $0.contacts[3].placeholder = true } == ["R031"])
    #expect(rules { $0.escalation[2].target = "Legal + CTO" } == ["R032"])
    #expect(rules { $0.escalation[2].afterMinutes = nil } == ["R034"])
    #expect(rules { $0.escalation[2].afterMinutes = 3 } == ["R035"])
    #expect(rules { $0.escalation[1].afterMinutes = 20 } == ["R035"])
  }

  @Test func theCommunicationIsChecked() {
    #expect(rules { $0.cadence = [] } == ["R050"])
    #expect(rules { $0.cadence.removeLast() } == ["R050"])
    #expect(rules { $0.cadence[0].minutes = 60 } == ["R051"])
    #expect(rules { $0.templates.remove(at: 3) } == ["R052"])
    #expect(rules { $0.templates[0].body = "Started: 2024-01-15" } == ["R056"])
    #expect(rules { $0.templates[0].body = "IC: @jane.doe" } == ["R056"])
    #expect(rules { $0.templates[0].body = "IC: @your-name at YYYY-MM-DD" } == [])
  }

  @Test func theScenariosAreChecked() {
    #expect(rules { $0.scenarios[0].symptoms = [] } == ["R060"])
    #expect(rules { $0.scenarios[0].actions = [] } == ["R061"])
    #expect(rules { $0.scenarios[0].hasFix = false } == ["R062"])
    #expect(rules { $0.scenarios[0].hasVerification = false } == ["R063"])
    #expect(rules { $0.scenarios[0].severity = nil } == ["R064"])
  }

  @Test func aMissingVerificationIsMilderWhereHealthChecksExist() {
    var book = Self.good
    book.scenarios[0].hasVerification = false
    #expect(Findings.check(book, today: Self.today).map(\.level) == [.warning])
    book.healthChecks = []
    #expect(Findings.check(book, today: Self.today).filter { $0.rule == "R063" }.map(\.level) == [.error])
  }

  @Test func theCommandsAreChecked() {
    let cases: [(String, Action.Phase, [String])] = [
      ("top", .fix, ["R083"]), ("docker compose down", .fix, ["R084"]), ("systemctl restart x", .diagnosis, ["R085"]),
      ("kubectl logs <POD>", .fix, ["R087"]), ("env | grep -E 'JWT_SECRET'", .fix, ["R088"]),
      ("cat .env", .fix, ["R088"]),
      ("kubectl get secret x -o yaml", .fix, ["R088"]), ("env | grep PATH", .fix, []),
      ("env | grep -c SECRET", .fix, []),
      ("curl -k https://x.test", .fix, ["R092"]), ("docker-compose ps", .fix, ["R093"]), ("ssh web", .fix, []),
      ("curl https://x.test/i.sh | bash", .fix, ["R092"]), ("docker system prune", .fix, ["R084"]),
    ]
    for (text, phase, expected) in cases {
      let found = rules { $0.scenarios[0].actions.append(command(text, phase)) }
      #expect(found.filter { !["R090", "R094", "R096", "R098"].contains($0) } == expected, "\(text)")
    }
  }

  @Test func commandsOutsideOfScenariosAreCheckedToo() {
    let found = rules { book in
      book.lines = [
        "## Useful commands", "", "   ```bash", "   # Settings", "   env | grep API_KEY", "   ```", "````markdown",
      ]
      book.lines += ["```bash", "rm -rf x", "```", "````", "```", "rm -rf y", "```"]
    }
    #expect(found == ["R088"])
  }

  @Test func aWarningAboveADestructiveCommandIsEnough() {
    let found = rules { book in
      book.lines = Array(repeating: "", count: 100)
      book.lines[58] = "# CAUTION: stops everything"
      book.scenarios[0].actions.append(command("docker compose down", line: 60))
    }
    #expect(found == [])
  }

  @Test func secretsInTheTextAreFound() {
    let found: [(String, Bool)] = [
      ("export AWS=AKIAIOSFODNN7ABCDEFG", true), ("psql postgres://app:hunter22@db/x", true),
      ("psql postgres://user:$PASSWORD@db/x", false), ("psql postgres://user:password@db/x", false),
      ("PGPASSWORD=correcthorse psql", true), ("PGPASSWORD=$DB_PASSWORD psql", false),
      ("-----BEGIN RSA PRIVATE KEY-----", true), ("see https://x.test/a:b@c", false), ("plain words", false),
    ]
    for (line, expected) in found { #expect((Secrets.literal(in: line) != nil) == expected, "\(line)") }
    #expect(rules { $0.lines = ["postgres://app:hunter22@db/x"] } == ["R089"])
  }

  @Test func goingBackAndLearningAreChecked() {
    #expect(rules { $0.rollback = nil } == ["R100"])
    #expect(rules { $0.rollback?.criteria = [] } == ["R101"])
    #expect(rules { $0.rollback?.afterwards = [] } == ["R103"])
    #expect(
      rules {
        $0.rollback = nil; $0.lines = ["**Option B: Rollback**"]
      } == ["R103", "R101"])
    #expect(rules { $0.healthChecks = [] } == ["R110"])
    #expect(rules { $0.healthChecks.removeLast() } == ["R110"])
    let silent = HealthCheck(kind: .command, target: "docker ps", line: 1)
    #expect(rules { $0.healthChecks = [silent, silent] } == ["R111"])
    #expect(rules { $0.quietMinutes = nil } == ["R112"])
    #expect(rules { $0.review.present = false } == ["R120"])
    #expect(rules { $0.review.deadlineHours = nil } == ["R121"])
  }

  @Test func errorsComeFirstThenLines() {
    let found = Findings.check(Runbook(), today: Self.today)
    #expect(found.map(\.level) == found.map(\.level).sorted())
  }

  @Test func aRuleCanBeSwitchedOffBesideItsLine() {
    let found = rules { book in
      book.lines = Array(repeating: "", count: 100)
      book.lines[58] = "<!-- tocsin ignore R083 the team wants it -->"
      book.scenarios[0].actions += [command("top", line: 60), command("htop", line: 70)]
    }
    #expect(found == ["R083"])
    #expect(
      rules {
        $0.owner = nil; $0.lines = ["<!-- tocsin ignore-file R001 the wiki names the owner -->"]
      } == [])
  }

  @Test func theColumnPointsAtTheMark() {
    var book = Self.good
    book.lines = Array(repeating: "", count: 59) + ["   kubectl logs <POD>"]
    book.scenarios[0].actions.append(command("kubectl logs <POD>"))
    #expect(Findings.check(book, today: Self.today).first { $0.rule == "R087" }?.column == 17)
  }

  @Test func everyRuleHasItsOwnNumberAndSaysWhy() {
    let ids = Findings.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Findings.rules.allSatisfy { $0.id.utf8.count == 4 && $0.why.utf8.count > 10 })
  }
}

@Suite struct ManyFindingsTests {
  /// 40 000 dead links on one line: the list is cut and says so, and the check ends.
  @Test func moreOfTheSameIsCountedAndNotListed() throws {
    let text = "# A\n\n" + String(repeating: "[a](b)", count: 40_000) + "\n"
    let around = DocumentSurroundings(exists: { _ in false }, anchors: { _ in nil })
    let book = try RunbookReader.read(Array(text.utf8), name: "a.md")
    let found = Findings.check(book, today: "2026-11-21", surroundings: around).filter { $0.rule == "R011" }
    #expect(found.count == FindingRule.most + 1)
    #expect(found.contains { $0.message.hasSuffix("more of R011 are not listed.") })
  }
}
