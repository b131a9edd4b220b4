/// Severities named by a colour, by a level, or by Chinese signs: "🔴", "Stufe 1", "一级".
extension SeverityNames {
  private static let colours: [[String]] = [
    ["🔴", "🟥"], ["🟠", "🟧"], ["🟡", "🟨"], ["🟢", "🟩"], ["🔵", "🟦", "⚪", "⬜", "⚫"],
  ]
  private static let everyColour = WordSet(colours.joined())

  /// Words for a place in a scale that is elsewhere a place in a ladder.
  private static let levelWords: WordSet = [
    "level", "stufe", "nivel", "niveau", "mức", "уровень", "cấp", "livello", "degre", "grado", "grau",
  ]

  /// Chinese and Japanese names, worst first.
  private static let han: [[String]] = [
    ["特别重大", "一级", "特大", "致命", "紧急", "严重", "红色", "最高", "緊急"],
    ["重大", "二级", "重要", "橙色", "高级", "高"],
    ["较大", "三级", "中等", "黄色", "中级", "普通", "中"],
    ["一般", "四级", "轻微", "蓝色", "低级", "低"],
    ["五级", "提示"],
  ]
  private static let hanEnds: WordSet = [
    "", "级", "级别", "事件", "故障", "等级", "级故障", "级事件", "事故", "级事故", "告警", "优先级", "预警",
  ]

  /// Whether a key of a severity is a colour or a Chinese name of two signs or more.
  static func isSign(_ key: String) -> Bool {
    everyColour.contains(key) || key.unicodeScalars.count >= 2 && key.unicodeScalars.allSatisfy(\.isIdeograph)
  }

  static func isLevel(_ key: String) -> Bool {
    guard let digit = key.last, digit.isNumber else { return false }
    return levelWords.contains(String(key.dropLast()))
  }

  /// Ideographs ahead of a code: "一级（S1）".
  static func isSigns(_ ahead: [Words.Word]) -> Bool {
    !ahead.isEmpty && ahead.count <= 6
      && ahead.allSatisfy { $0.text.unicodeScalars.allSatisfy(\.isIdeograph) }
  }

  /// The coloured sign that a text begins with.
  static func colour(_ words: Words) -> String? {
    guard let first = words.all.first, first.kind == .mark, everyColour.contains(first) else { return nil }
    return first.text
  }

  /// "Level 1", "Stufe 2" at a place.
  static func levelCode(_ list: [Words.Word], at index: Int) -> (key: String, number: Int, range: Range<Int>)? {
    guard list[index].kind == .word, levelWords.contains(list[index]), let digit = list[safe: index + 1],
      digit.kind == .number, digit.text.utf8.count == 1
    else { return nil }
    return (list[index].text + digit.text, Int(digit.number), index..<(index + 2))
  }

  /// "Level 1 - Critical", "Dringend (Stufe 1)". "Level 1: on-call engineer" is a rung.
  static func levelled(_ words: Words) -> SeverityName? {
    let list = words.all
    guard let at = list.indices.prefix(6).first(where: { levelCode(list, at: $0) != nil }),
      let code = levelCode(list, at: at)
    else { return nil }
    let ahead = list[..<at]
    guard ahead.allSatisfy({ $0.kind == .mark }) || ahead.last?.text == "(" else { return nil }
    let (label, rest) = labelAndRest(words, code.range)
    guard !People.names(label), label.utf8.count < 60, !(label + rest).hasWord || !People.names(rest) else {
      return nil
    }
    let name = words.slice(list[at].start, list[at + 1].end)
    return SeverityName(
      name: name, label: label, keys: [code.key, label.lowercased()].filter { !$0.isEmpty }, rest: rest, coded: true)
  }

  /// "Outage (S1)": where severities stand, any words may stand before the code.
  static func bracketed(_ text: String) -> SeverityName? {
    guard let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), let last = text.last, ")）".contains(last),
      let code = read(String(text[text.index(after: open)...].dropLast())), code.coded, code.rest.isEmpty
    else { return nil }
    let label = text[..<open].trimmed
    guard label.hasWord, label.utf8.count <= 60, Words(label).all.count <= 4 else { return nil }
    return SeverityName(
      name: code.name, label: label, keys: code.keys + [label.lowercased()], rest: "", coded: true)
  }

  /// A colour and nothing else, or a Chinese name.
  static func signed(_ words: Words) -> SeverityName? {
    let list = words.all
    if let colour = colour(words), !list.contains(where: { $0.kind == .word }) {
      return SeverityName(name: colour, label: "", keys: [colour], rest: "", coded: true)
    }
    guard list.first(where: { $0.kind != .mark })?.text.utf8.first ?? 0 >= 0xE0 else { return nil }
    let signs = list.drop { $0.kind == .mark }.prefix { $0.text.unicodeScalars.allSatisfy(\.isIdeograph) }
    guard !signs.isEmpty, signs.count <= 8 else { return nil }
    let run = signs.map(\.text).joined()
    guard
      let name = han.joined().filter({ run.hasPrefix($0) && hanEnds.contains(String(run.dropFirst($0.count))) })
        .max(by: { $0.count < $1.count })
    else { return nil }
    let rest = words.slice(list[signs.endIndex - 1].end, Int.max).stripped("()（）:：-–— ")
    let coded = name.hasSuffix("级") || list.count == signs.count
    return SeverityName(name: name, label: "", keys: [name], rest: rest, coded: coded)
  }

  /// The grade of a colour or Chinese name; nil of any other key.
  static func signGrade(_ key: String) -> Int? {
    colours.firstIndex { $0.contains(key) } ?? han.firstIndex { $0.contains(key) }
  }
}
