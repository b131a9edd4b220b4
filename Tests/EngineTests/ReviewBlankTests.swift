import Engine
import Testing

@Suite struct ReviewBlankTests {
  private static let review = """
    # Review: Website \\[down\\] [x](https://example.org)

    **Duration:** 54 min
    **Impact**: [Number] users affected

    ## Root Cause

    [Detailed explanation]

    - [ ] Test the image - Owner: [Name]
    - What went well:
    - Users affected: X
    - Took `a[0]` of <POD_NAME>
    -

    ```
    [not this]
    ```
    """

  @Test func placesForPeopleAreFoundByTheirNamesAndNothingElseIs() {
    let names = ReviewBlanks.find(Self.review).map(\.name)
    #expect(
      names == [
        "Number", "Detailed explanation", "Name", "What went well", "Users affected", "POD_NAME", "Root Cause",
      ])
  }

  @Test func answersTakeTheirPlacesAndEmptyOnesLeaveThem() {
    let text = ReviewBlanks.filled(
      Self.review, [0: "500", 1: "A deploy.\n\nIt had no server.", 2: " ", 3: "Every\nupdate", 4: "12 %", 6: "More"])
    #expect(text.contains("**Impact**: 500 users affected"))
    #expect(text.contains("\nA deploy.\n\nIt had no server.\n"))
    #expect(text.contains("Owner: [Name]"))
    #expect(text.contains("- What went well: Every update\n- Users affected: 12 %\n"))
    #expect(text.contains("\n- More\n"))
    #expect(ReviewBlanks.find(text).map(\.name) == ["Name", "POD_NAME"])
  }

  @Test func anyTextCanBeSearchedAndFilled() {
    for text in ["", "[", "[[[[", "]](", "\\", "`", "<", "{{{", "- ", "**", "é[ü", "[\u{202E}]", "\n\n-"] {
      let blanks = ReviewBlanks.find(text)
      let answers = Dictionary(uniqueKeysWithValues: blanks.indices.map { ($0, "ä") })
      #expect(ReviewBlanks.filled(text, answers).utf8.count >= 0)
    }
  }

  @Test func wordsOfOthersAreInertInMarkdown() {
    let hostile = "<script>[a](javascript:x) **b** `c` &lt; snake_case _d_ \u{202E}x | # e\n# f"
    #expect(
      MarkdownText.inert(hostile)
        == "\\<script>\\[a\\](javascript:x) \\*\\*b\\*\\* \\`c\\` \\&lt; snake_case \\_d\\_ (U+202e)x | # e # f")
    #expect(MarkdownText.plain(MarkdownText.inert("<a> [b] *c*")) == "<a> [b] *c*")
    #expect(MarkdownText.code("a `b` c") == "`` a `b` c ``")
  }

  @Test func aPlaceInATableIsNamedByItsRowAndColumn() {
    let text =
      "| Action | Owner | Due Date |\n|---|---|---|\n| [Task] | @me | YYYY-MM-DD |\n| Alarm | [Name] | TBD |\n\n[Why]"
    #expect(
      ReviewBlanks.find(text).map { "\($0.label): \($0.name)" } == [
        "Action: Task", "Task, Due Date: YYYY-MM-DD", "Alarm, Owner: Name", "Alarm, Due Date: TBD", ": Why",
      ])
  }

  @Test func theLinesOfAMessageAreSentencesInAReview() {
    let update = "**Status:** Investigating\nImpact: (a third)\n\nWe are sorry.\nServices:\n- API\n- [x]\n"
    #expect(
      MarkdownText.message(update)
        == "Status: Investigating. Impact: (a third). We are sorry. Services: API. \\[x\\]")
    #expect(MarkdownText.message(" \n\n").isEmpty)
    #expect(MarkdownText.message(String(repeating: "word\n", count: 1_000), limit: 40).utf8.count <= 44)
  }

  @Test func wordsOfTheRecordWithBracesAskNobody() {
    let line = MarkdownText.inert("curl -w '%{http_code}' <host> [x] {{name}}")
    #expect(ReviewBlanks.find("- 12:04 - Ana ticked off \(line)").isEmpty)
    #expect(MarkdownText.plain(line) == "curl -w '%{http_code}' <host> [x] {{name}}")
  }
}
