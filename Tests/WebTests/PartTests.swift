import Incidents
import Testing

@testable import Web

@Suite struct PartTests {
  @Test(arguments: [
    (0, "0:00"), (8, "0:08"), (408, "6:48"), (3_599, "59:59"), (11_100, "3:05 h"), (187_200, "2 d 4 h"),
    (172_800, "2 d"), (97_621_200, "1129 d"), (-30, "30 s late"), (-240, "4 min late"), (-7_800, "2 h 10 min late"),
  ])
  func countdowns(seconds: Int, text: String) { #expect(Words.countdown(.seconds(seconds)) == text) }

  @Test(arguments: [(5.0, "5 min"), (60.0, "60 min"), (2_880.0, "48 h"), (7.5, "7.5 min"), (.infinity, "no time")])
  func minutesOfADocument(minutes: Double, text: String) { #expect(Words.minutes(minutes) == text) }

  @Test func rungsTooCloseArePushedApartAndKeepTheirOrder() {
    let scale = LadderScale(minutes: [0, 1, 2, 60], from: 16, length: 240, gap: 40)
    #expect(scale.positions == [16, 56, 96, 256])
    #expect(scale.position(31) > 96 && scale.position(31) < 256)
    let fitted = LadderScale(minutes: [0, 58, 59, 60], from: 0, length: 100, gap: 20, end: 100)
    #expect(fitted.positions == [0, 60, 80, 100])
  }

  @Test func aScaleOfTwoSeveritiesUsesFarLooks() {
    #expect(SeverityMark(name: "High", label: "", rank: 1, scale: 2).accent == "sev-2")
    #expect(SeverityMark(name: "P4", label: "", rank: 7, scale: 9).accent == "sev-3")
  }

  @Test func theDrawingTellsTheWholeLadderInWords() {
    let ladder = LadderDrawing(
      id: "x", severity: SeverityMark(name: "P0", label: "", rank: 0), title: "t",
      stops: [
        .init(minutes: 0, name: "Ana Ruiz", role: "Primary", note: "", line: 7, mark: .paged),
        .init(minutes: 60, name: "CTO", role: "", note: "reaches nobody", line: 9, mark: .hole),
      ])
    #expect(ladder.spoken == "At once: Ana Ruiz, Primary; after 60 min: CTO, reaches nobody.")
  }

  @Test func moreThanFiveAlikeWithinAMinuteBecomeOne() {
    let entries = (0..<9).map { number in
      TimelineEntry(
        id: Int64(number), incident: 1, at: Night.opened + .seconds(number), kind: .alert, actor: "m", text: "seen")
    }
    let list = TimelineList(
      entries: entries, people: [:], citation: Citation(address: "", lines: []), now: Night.opened)
    #expect(list.gathered.map(\.count) == [9])
  }

  @Test func formsAreReadAsBrowsersSendThem() throws {
    let form = try #require(Form(Array("text=a%20b+c%0D%0Ad&x=1&x=2&empty=".utf8)))
    #expect(form["text"] == "a b c\r\nd" && form.text("text") == "a b c\nd" && form["x"] == "1")
    #expect(Form(Array("a=%ZZ".utf8)) == nil && Form(Array("a=%FF".utf8)) == nil && Form(Array("a=%2".utf8)) == nil)
    #expect(Form(Array(repeating: "a=1", count: 100).joined(separator: "&").utf8.map { $0 }) == nil)
  }

  @Test func base64IsReadOnlyAsItIsWritten() {
    for length in 0..<40 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
    }
    #expect(Base64URL.decode("AB") == nil && Base64URL.decode("a=") == nil && Base64URL.decode("a b") == nil)
  }
}
