import Foundation
import Testing

@testable import tocsin

/// What SARIF 2.1.0 demands of a log, property by property; the numbers are those of the specification.
@Suite struct SarifTests {
  private static func log(hasBaseline: Bool = false, pages: String? = nil) throws -> [String: Any] {
    var found = CheckTests.found
    found[0].known = hasBaseline
    found.append(
      PlacedFinding(file: "/srv/a b.md", .init(rule: "R083", level: .error, message: "m", hint: "", line: 0)))
    let text = try CheckReport(found, hasBaseline: hasBaseline, pages: pages)
      .written(.sarif, Terminal(width: 80, colour: false))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func run(_ log: [String: Any]) throws -> [String: Any] {
    try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private static func results(_ log: [String: Any]) throws -> [[String: Any]] {
    try #require(try run(log)["results"] as? [[String: Any]])
  }

  /// 3.13.2, 3.13.4, 3.14.6, 3.18.2, 3.19.8
  @Test func theLogHasItsVersionItsRunAndItsTool() throws {
    let log = try Self.log()
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasPrefix("https://") == true)
    let tool = try #require(try Self.run(log)["tool"] as? [String: Any])
    #expect((tool["driver"] as? [String: Any])?["name"] as? String == "tocsin")
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(try Self.run(log)["columnKind"] as? String ?? ""))
  }

  /// 3.49.3, 3.49.9, 3.50.2 and 3.12.3: each rule has an id of its own, texts, and a level that SARIF knows.
  @Test func everyRuleIsDescribed() throws {
    let driver = try #require((try Self.run(Self.log())["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count && Set(ids).count == ids.count && ids.count >= 60)
    for rule in rules {
      for name in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[name] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["none", "note", "warning", "error"].contains(level ?? ""))
    }
  }

  /// 3.49.12: an absolute address, or none.
  @Test func thePagesAreLinkedWhereTheirAddressIsKnown() throws {
    func uris(_ pages: String?) throws -> [String] {
      let driver = (try Self.run(Self.log(pages: pages))["tool"] as? [String: Any])?["driver"] as? [String: Any]
      return (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["helpUri"] as? String }
    }
    #expect(try uris(nil).isEmpty)
    #expect(try uris("https://docs.example.org/rules").contains("https://docs.example.org/rules/R083.md"))
  }

  /// 3.27.5 to 3.27.12, 3.11.8: rule, level, message and place of each result.
  @Test func everyResultHasItsRuleItsMessageAndItsPlace() throws {
    let log = try Self.log()
    let driver = try #require((try Self.run(log)["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for result in try Self.results(log) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["note", "warning", "error"].contains(result["level"] as? String ?? ""))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let place = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let region = try #require(place["region"] as? [String: Any])
      #expect((region["startLine"] as? Int ?? 0) >= 1 && (region["startColumn"] as? Int ?? 0) >= 1)
    }
  }

  /// 3.4.3, 3.4.4: a relative address has a base that the run defines; an absolute one is a URI.
  @Test func addressesAreValid() throws {
    let log = try Self.log()
    let bases = try #require(try Self.run(log)["originalUriBaseIds"] as? [String: Any])
    let files = try Self.results(log).compactMap { result in
      ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])?["artifactLocation"]
        as? [String: String]
    }
    #expect(files.contains { $0["uri"] == "docs/a,b.md" && $0["uriBaseId"].map { bases[$0] != nil } == true })
    #expect(files.contains { $0["uri"] == "file:///srv/a%20b.md" && $0["uriBaseId"] == nil })
  }

  /// 3.27.17: the same while lines move, different where two findings are alike.
  @Test func fingerprintsOutliveEditsAbove() throws {
    var moved = CheckTests.found
    for index in moved.indices { moved[index].line += 40 }
    #expect(Fingerprints.of(moved) == Fingerprints.of(CheckTests.found))
    #expect(Set(Fingerprints.of([moved[0], moved[0]])).count == 2)
  }

  /// 3.27.24
  @Test func theBaselineIsToldOnlyWhereThereIsOne() throws {
    #expect(try Self.results(Self.log()).allSatisfy { $0["baselineState"] == nil })
    let states = try Self.results(Self.log(hasBaseline: true)).map { $0["baselineState"] as? String }
    #expect(states.first == "unchanged" && states.dropFirst().allSatisfy { $0 == "new" })
  }

  private static let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let python: String? = {
    let venv = root.appendingPathComponent(".build/venv")
    let tools = venv.appendingPathComponent("bin/sarif").path
    return FileManager.default.fileExists(atPath: tools) ? venv.appendingPathComponent("bin/python").path : nil
  }()

  /// The schema that OASIS published with SARIF 2.1.0, from the source of the sarif-om package.
  private static let schema: String? = {
    let path = root.appendingPathComponent(".build/venv/sources/sarif-2.1.0-rtm.4.json").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// What Python says about a log of the damaged runbook, and how it ended.
  private static func asked(_ arguments: (String) -> [String]) throws -> (text: String, code: Int32) {
    let folder = try CheckFolder()
    defer { folder.remove() }
    let log = folder.url.appendingPathComponent("check.sarif")
    try Program("check", folder.runbook, "--format", "sarif").output.write(to: log, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = arguments(log.path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }

  @Test(.enabled(if: SarifTests.python != nil, "sarif-tools is not in .build/venv; script/setup --test puts it there"))
  func aPublicReaderTakesIt() throws {
    let (text, code) = try Self.asked { ["-m", "sarif", "summary", $0] }
    #expect(code == 0)
    #expect(text.contains("error: ") && text.contains("warning: ") && !text.contains("error: 0"))
  }

  /// The schema also refuses a log without a tool, so that a validator which looks at nothing does not pass.
  @Test(.enabled(if: SarifTests.schema != nil, "the schema is not in .build/venv; script/setup --test puts it there"))
  func thePublishedSchemaTakesIt() throws {
    let schema = try #require(Self.schema)
    let program = """
      import json, sys, jsonschema
      validator = jsonschema.Draft4Validator(json.load(open(sys.argv[1])))
      log = json.load(open(sys.argv[2]))
      for error in validator.iter_errors(log): print(error.json_path, error.message[:200])
      print("results", len(log["runs"][0]["results"]))
      del log["runs"][0]["tool"]
      print("refused" if list(validator.iter_errors(log)) else "accepted")
      """
    let (text, code) = try Self.asked { ["-c", program, schema, $0] }
    let lines = text.split(separator: "\n")
    #expect(code == 0 && lines.count == 2, "\(text)")
    #expect(lines.first?.hasPrefix("results ") == true && lines.first != "results 0" && lines.last == "refused")
  }
}
