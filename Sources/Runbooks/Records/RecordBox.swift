/// What a record holds. While a record grows it is this alone; a box is made of it when it is whole.
struct RecordContent: Sendable {
  var shape: Record.Shape
  var name = ""
  var nameWords = Words.none
  var value: Phrase
  var text = ""
  var meaning = Meaning()
  var children: [Record] = []
  var task: Bool?
  var code: Block.Code?
  var columns: [String] = []
  var line: Int
  var endLine: Int

  init(_ shape: Record.Shape, line: Int, endLine: Int? = nil) {
    self.shape = shape
    value = Phrase(line: line)
    self.line = line
    self.endLine = endLine ?? line
  }

  /// Gives the record its name, and the meaning of that.
  mutating func call(_ name: String) {
    let words = Words(name)
    call(name, words, meaning: Lexicon.meaning(of: words))
  }

  /// The same where words and meaning are known already.
  mutating func call(_ name: String, _ words: Words, meaning: Meaning) {
    self.name = name
    nameWords = words
    self.meaning = meaning
  }

  mutating func add(_ child: Record) {
    endLine = max(endLine, child.endLine)
    children.append(child)
  }
}

/// Holds a record's content. Readers walk records tens of thousands of times: handing on one reference is a tenth of the
/// work of handing on a dozen.
final class RecordBox: Sendable {
  let content: RecordContent

  init(_ content: RecordContent) { self.content = content }

  static let empty = RecordBox(RecordContent(.paragraph, line: 1))
}
