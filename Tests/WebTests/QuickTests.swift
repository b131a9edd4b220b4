import Incidents
import Runbooks
import Testing

@testable import Web

/// What the room keeps for the hand: the quick reference as it reads, and places that have to be filled.
@Suite struct QuickTests {
  private static var runbook: Runbook {
    var runbook = Night.runbook
    runbook.lines += """
      ## Quick Reference
      - **Dashboard**: [Grafana](https://grafana.example/d/1), or `kubectl top`
      - see https://docs.example/ops.
      | Service | Port |
      |---------|------|
      | Shop | 5000 |
      ```bash
      # STOP EVERYTHING
      docker compose down
      # ONE OF THEM
      docker compose restart [service]
      ```
      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    runbook.templates = [
      Template(
        name: "Internal", kind: .internal, body: "Impact: [description]\nBy: [description]",
        placeholders: ["[description]"], line: 2)
    ]
    return runbook
  }

  @Test func theQuickReferenceIsReadAndEachOfItsCommandsIsCopiedAlone() async throws {
    let harbour = try await Harbour(runbook: Self.runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let page = try await harbour.signIn(visitor).get("/incidents/\(id)")
      page.expect(contains: "<b>Dashboard</b>: <a href=\"https://grafana.example/d/1\">Grafana</a>, or <code>kubectl")
      page.expect(contains: "see <a href=\"https://docs.example/ops\">https://docs.example/ops</a>.")
      page.expect(contains: "<td> Shop </td>")
      page.expect(contains: ">docker compose down</code>")
      page.expect(contains: "docker compose restart <span class=\"place\"")
      #expect(!page.text.contains("**Dashboard**") && !page.text.contains("```bash"))
    }
  }

  @Test func aCaptionOfSeveralCommandsStandsOnceAndAContactNamesWhoIsBoundToIt() async throws {
    var runbook = Self.runbook
    runbook.lines += ["```bash", "# Look around", "df -h", "free -m", "```"]
    runbook.contacts = [Contact(role: "Primary", via: ["[Phone]"], placeholder: true, line: 8)]
    let harbour = try await Harbour(runbook: runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let page = try await harbour.signIn(visitor).get("/incidents/\(id)")
      #expect(page.text.components(separatedBy: "Look around").count == 2)
      page.expect(contains: "<div class=\"cmd read same\"")
      page.expect(contains: "[Phone], Ana Ruiz by the team file")
      #expect(!page.text.contains("nobody can be reached by it"))
    }
  }

  @Test func aTemplateNamesItsPlacesSoThatTheScriptCanAskForThem() async throws {
    let harbour = try await Harbour(runbook: Self.runbook)
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let page = try await harbour.signIn(visitor).get("/incidents/\(id)")
      for number in 0..<2 {
        page.expect(
          contains:
            "<span class=\"place\" id=\"template-0-place-\(number)\" data-name=\"description\">[description]</span>")
      }
    }
  }

  @Test func placesAreFoundLongestFirstAndVariablesOfAShellAreNone() {
    let html = HTML {
      $0.placed(
        "kill <pod> in <pod-space> of $HOME", ["<pod>", "<pod-space>", "$HOME"], id: "x", values: ["pod": "api & co"])
    }
    #expect(
      html.string
        == "kill <span class=\"place\" id=\"x-place-0\" data-name=\"pod\" data-value=\"api &amp; co\">&lt;pod&gt;</span>"
        + " in <span class=\"place\" id=\"x-place-1\" data-name=\"pod-space\">&lt;pod-space&gt;</span> of $HOME")
  }

  @Test(arguments: [
    ("[a](https://x.example/b) c", "a", "https://x.example/b", " c"),
    ("<https://x.example> c", "https://x.example", "https://x.example", " c"),
    ("https://x.example/b.", "https://x.example/b", "https://x.example/b", "."),
  ])
  func addressesOfTheWebAreLinks(line: String, text: String, target: String, rest: String) throws {
    let link = try #require(InlineLink(at: line[...]))
    #expect(link.text == text && link.target == target && link.rest == rest)
  }

  @Test(arguments: ["[a](javascript:alert(1))", "[a]", "[service] of https://x.example", "httpsx", "<script>"])
  func everythingElseIsNone(line: String) { #expect(InlineLink(at: line[...]) == nil) }
}
