import Testing

@testable import Runbooks

/// Sections that a document keeps for the hand.
@Suite struct QuickReferenceTests {
  @Test func aSectionIsKeptWholeWithItsLineAndFencesAreNoHeadings() {
    var runbook = Runbook()
    runbook.lines = """
      # Ops
      ## Emergency Commands

      ```bash
      # stop everything
      docker compose down
      ```
      ### Inside
      more
      ## Contacts
      nobody
      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = QuickReference.sections(of: runbook)
    #expect(found.map(\.title) == ["Emergency Commands"])
    #expect(found.first?.line == 2)
    #expect(found.first?.text.hasPrefix("```bash\n# stop everything") == true)
    #expect(found.first?.text.hasSuffix("### Inside\nmore") == true)
    #expect(found.first?.first == 4)
    #expect(found.first?.actions.last?.text == "docker compose down")
    #expect(found.first?.actions.last?.line == 6)
  }
}
