import Testing

@testable import Runbooks

/// How a text is taken apart: every reader of names, times and people looks at these words.
struct WordTests {
  @Test(arguments: [
    ("The P1's can’t wait", ["the", "p", "1", "'", "s", "cant", "wait"]),
    ("1,000 requests, 2.5 s", ["1000", "request", ",", "2.5", "s"]),
    ("1,20 and 1.2.3", ["1", ",", "20", "and", "1.2", ".", "3"]),
    ("L1 -> L2 => L3 → L4", ["l", "1", "→", "l", "2", "→", "l", "3", "→", "l", "4"]),
    ("≤ 5 – ≥ 6", ["<", "5", "-", ">", "6"]), ("Prüfung, Größe, ÉQUIPE", ["prufung", ",", "grosse", ",", "equipe"]),
    ("Дежурный", ["дежурный"]), ("每15分鐘：", ["每", "15", "分", "钟", ":"]),
    (
      "boxes classes statuses status analysis policies dies",
      ["box", "class", "statuse", "status", "analysis", "policy", "die"]
    ),
    ("⚠️ now", ["⚠", "now"]), ("", []), ("\u{200B} \u{3000}", []),
  ]) func aTextIsWords(_ text: String, _ words: [String]) {
    #expect(Words(text).all.map(\.text) == words)
  }

  /// Letters beyond the Western accents are folded by rules; Unicode's own table says what is right.
  @Test func everyLetterIsFoldedAsUnicodeSays() {
    let letters = (UInt32(0x100)...0x2FFF).compactMap { Unicode.Scalar($0) }.filter { $0.isWordlike && !$0.isIdeograph }
    #expect(letters.count > 4_000)
    let wrong = letters.filter { Words(String($0)).all.map(\.text) != [$0.properties.lowercaseMapping] }
    #expect(wrong.isEmpty)
  }

  @Test func aLongWordIsKeptWhole() {
    let long = String(repeating: "straße", count: 300)
    #expect(Words(long).all.map(\.text) == [String(repeating: "strasse", count: 300)])
    #expect(Words(String(repeating: "->", count: 200)).all.count == 200)
  }

  @Test func aWordKnowsItsPlace() {
    let words = Words("été: 15min")
    #expect(words.all.map { words.slice($0.start, $0.end) } == ["été", ":", "15", "min"])
    #expect(words.all.map(\.joined) == [false, true, false, true])
    #expect(words.all[2].number == 15)
  }

  @Test func aNumberStaysBounded() {
    #expect(Words(String(repeating: "9", count: 400)).all.map(\.number) == [1e9])
  }

  @Test func aSetFindsAWordByItsMarkAndATextByItself() {
    let set: WordSet = ["team", "équipe", ""]
    #expect(Words("two TEAMS").all.map { set.contains($0) } == [false, true])
    #expect(set.contains("équipe"))
    #expect(set.contains(""))
    #expect(!set.contains("equipe"))
    let table = WordTable([("a", 1), ("b", 2), ("a", 3)])
    #expect(table["a"] == 1)
    #expect(table["c"] == nil)
  }

  @Test(arguments: [
    ("Page the lead. Then wait; call 1.5 times.", ["Page the lead", "Then wait", "call 1.5 times."]),
    ("先通知。再升级。", ["先通知", "再升级"]), ("; . ", []), ("v1.2", ["v1.2"]),
  ]) func aTextIsSentences(_ text: String, _ sentences: [String]) {
    #expect(Sentences.of(text) == sentences)
  }

  @Test func lettersAreFoundWhateverTheirCase() {
    let letters = Letters(["gdpr", "##"])
    #expect(letters.occur(in: "under the GdPr, 72 h"))
    #expect(letters.occur(in: "INC-##"))
    #expect(!letters.occur(in: "gdp"))
    #expect(!letters.occur(in: ""))
  }

  @Test(arguments: [
    ("Team lead (Ana) after 5 min", "Team lead"), ("CTO: if unresolved", "CTO"), (" (Ana) (Bo)", "(Ana) (Bo)"),
    ("Дежурный оповещается", "Дежурный"), ("", ""),
  ]) func aRemarkIsCutOff(_ text: String, _ name: String) {
    #expect(LadderReader.cut(text) == name)
  }
}
