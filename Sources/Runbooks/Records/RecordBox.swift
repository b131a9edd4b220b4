/// What a record holds.
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
}

/// Holds a record's content. Readers walk records tens of thousands of times: handing on one reference is a tenth of the
/// work of handing on a dozen.
final class RecordBox: Sendable {
  let content: RecordContent

  init(_ content: RecordContent) { self.content = content }

  static let empty = RecordBox(RecordContent(shape: .paragraph, value: Phrase(line: 1), line: 1, endLine: 1))
}
