import Foundation
import Testing

@Suite struct MatchTests {
  @Test func anAlertIsAnsweredWithItsScenarioAndTheLinesBehindIt() throws {
    let match = try Program("match", Fixture.path, "Checkout answers 502", "--json")
    #expect(match.code == 0)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(match.output.utf8))
    #expect(answer.matches.first?.title == "Payments are refused")
    let text = try String(contentsOfFile: Fixture.path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex(of: "- Checkout answers 502")) + 1
    #expect(answer.matches.first?.why.contains("symptom line \(line): Checkout answers 502") == true)
  }

  @Test func eachLineOfInputIsAnsweredByOneLine() throws {
    let input = """
      {"summary": "card gateway times out", "labels": {"service": "checkout"}}

      {"summary": "zebra crossing repainted"}
      """
    let match = try Program(["match", Fixture.path, "--json"], input: input)
    let lines = match.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last == #"{"matches":[]}"#)
  }

  @Test func aLineThatIsNoAlertIsNamed() throws {
    let match = try Program(["match", Fixture.path], input: "{\"summary\": \"card\"}\n{\"summary\": 7}\n")
    #expect(match.code == 65)
    #expect(match.complaint.hasPrefix("Line 2 is not an alert."))
  }

  private struct Answer: Decodable {
    struct Match: Decodable {
      var title: String
      var score: Double
      var why: [String]
    }
    var matches: [Match]
  }
}
