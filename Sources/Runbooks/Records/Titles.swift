/// A document has one title. Where several headings are of the first level, the later ones are its sections.
enum Titles {
  static func one(of blocks: [Block]) -> [Block] {
    let tops = blocks.indices.filter { level(blocks[$0]) == 1 }
    guard tops.count >= 2, let first = tops.first else { return blocks }
    // Where something stands under the first as under the others, none of them is the title.
    let name = blocks[first].phrases.map(\.text).joined(separator: " ")
    let isSection = Lexicon.meaning(of: name).best([.severities, .escalation, .contacts, .roles, .templates]) >= 0.9
    var result = blocks
    for index in blocks.indices where index > first || isSection {
      guard let level = level(blocks[index]) else { continue }
      // Levels below the title's own sections stay: "#" over "##" is what people write for both.
      let deeper = index > first ? min(6, level + 1) : 2
      result[index].kind = .heading(level: deeper)
    }
    return result
  }

  private static func level(_ block: Block) -> Int? {
    if case .heading(let level) = block.kind { return level }
    return nil
  }
}
