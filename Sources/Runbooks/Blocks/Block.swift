/// A block of the document as the Markdown parser sees it, with lines in the file as given.
struct Block: Sendable {
  enum Kind: Sendable, Equatable {
    case heading(level: Int)
    case paragraph
    /// Children are items.
    case list(ordered: Bool)
    /// `task` is nil where the item has no checkbox.
    case item(number: Int?, task: Bool?)
    case table(Table)
    case code(Code)
    case quote
    case rule
    /// The line that stays visible of a part that folds, and the end of the part.
    case summary, foldEnd
  }
  struct Table: Sendable, Equatable {
    var columns: [Phrase]
    var rows: [[Phrase]]
  }
  struct Code: Sendable, Equatable {
    /// The first word of the info string, lower-cased; empty where there is none.
    var language: String
    /// The whole info string.
    var info: String
    var text: String
    /// Line of the first line of `text`.
    var firstLine: Int
  }

  var kind: Kind
  /// The inline text of headings and paragraphs, one phrase per line of the source.
  var phrases: [Phrase] = []
  var children: [Block] = []
  var line: Int
  var endLine: Int
}
