import Incidents
import Testing

@Suite struct TextMessageTests {
  @Test func partsAreCountedByTheAlphabetThatTheTextNeeds() {
    #expect(TextMessage("").parts == 0)
    #expect(TextMessage(String(repeating: "a", count: 160)).parts == 1)
    let two = TextMessage(String(repeating: "é", count: 161))
    #expect(two.parts == 2 && two.room == 306 && two.length == 161 && two.wide == nil)
    #expect(TextMessage(String(repeating: "€", count: 81)).parts == 2, "a letter of the extension takes two places")
    let wide = TextMessage(String(repeating: "a", count: 70) + "ł")
    #expect(wide.parts == 2 && wide.room == 134 && wide.wide == "ł")
    #expect(TextMessage("🔥").length == 2)
  }
}
