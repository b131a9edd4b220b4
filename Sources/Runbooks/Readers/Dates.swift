/// The one reader of calendar dates: `2025-12-04`, `December 2024`, `21 October 2025`, `02/12/2025`.
enum Dates {
  /// `YYYY-MM-DD`, or `YYYY-MM` where the text has no day; nil where it has no date.
  ///
  /// "02/12/2025" is read in the American order, as most public runbooks have it, unless `dayFirst`.
  static func read(_ text: String, dayFirst: Bool = false) -> String? {
    // The year alone has four.
    guard text.utf8.count(where: \.isDigit) >= 4 else { return nil }
    let words = Words(text).all
    for index in words.indices {
      if let date = numeric(words, index, dayFirst) ?? named(words, index) { return date }
    }
    return nil
  }

  private static let marks: WordSet = ["-", "/", ".", "年", "月"]

  private static func numeric(_ words: [Words.Word], _ index: Int, _ dayFirst: Bool) -> String? {
    guard words[index].kind == .number else { return nil }
    if let date = dotted(words, index) { return date }
    guard index + 2 < words.count, marks.contains(words[index + 1]), words[index + 2].kind == .number else {
      return nil
    }
    let first = words[index].number
    let second = words[index + 2].number
    let third =
      index + 4 < words.count && marks.contains(words[index + 3]) && words[index + 4].kind == .number
      ? words[index + 4].number : nil
    if first >= 1990, first <= 2200 { return form(first, second, third) }
    guard let year = third, year >= 1990, year <= 2200 else { return nil }
    // Day first where it can be nothing else.
    return first > 12 || dayFirst && second <= 12 ? form(year, second, first) : form(year, first, second)
  }

  /// "4.12.2025": the word reader takes "4.12" for one number.
  private static func dotted(_ words: [Words.Word], _ index: Int) -> String? {
    let parts = words[index].text.split(separator: ".")
    guard parts.count == 2, let day = Double(parts[0]), let month = Double(parts[1]),
      words[safe: index + 1]?.text == ".",
      let year = words[safe: index + 2], year.kind == .number, year.joined
    else { return nil }
    return form(year.number, month, day)
  }

  private static func named(_ words: [Words.Word], _ index: Int) -> String? {
    guard words[index].kind == .word, let month = months[words[index].text] else { return nil }
    let after = words[(index + 1)...].filter { $0.kind == .number }.prefix(2)
    // "12 de enero de 2026", "1. Februar 2026": a small word or a full stop may stand between.
    let between = index > 1 ? words[index - 1] : nil
    let back =
      between.map { $0.kind == .word && $0.text.utf8.count <= 3 || [".", "-", "/"].contains($0.text) } ?? false ? 2 : 1
    let before = index >= back && words[index - back].kind == .number ? words[index - back].number : nil
    guard let first = after.first else { return nil }
    if first.number >= 1990, first.number <= 2200 { return form(first.number, month, before) }
    guard after.count == 2, let year = after.last?.number, year >= 1990, year <= 2200 else { return nil }
    return form(year, month, first.number)
  }

  private static func form(_ year: Double, _ month: Double, _ day: Double?) -> String? {
    guard month >= 1, month <= 12, year >= 1990, year <= 2200 else { return nil }
    let start = "\(Int(year))-\(two(month))"
    guard let day else { return start }
    guard day >= 1, day <= 31 else { return nil }
    return start + "-" + two(day)
  }

  private static func two(_ number: Double) -> String {
    let value = Int(number)
    return value < 10 ? "0\(value)" : "\(value)"
  }

  private static let months: [String: Double] = {
    let names = [
      ["january", "jan", "januar", "janvier", "enero", "janeiro", "gennaio", "января", "январь"],
      ["february", "feb", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "февраля", "февраль"],
      ["march", "mar", "marz", "mars", "marzo", "marco", "марта", "март"],
      ["april", "apr", "avril", "abril", "aprile", "апреля", "апрель"],
      ["may", "mai", "mayo", "maio", "maggio", "мая", "май"],
      ["june", "jun", "juni", "juin", "junio", "junho", "giugno", "июня", "июнь"],
      ["july", "jul", "juli", "juillet", "julio", "julho", "luglio", "июля", "июль"],
      ["august", "aug", "aout", "agosto", "августа", "август"],
      ["september", "sep", "sept", "septembre", "septiembre", "setembro", "settembre", "сентября", "сентябрь"],
      ["october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "ottobre", "октября", "октябрь"],
      ["november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь"],
      ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dezembro", "dicembre", "декабря", "декабрь"],
    ]
    var months: [String: Double] = [:]
    for (index, list) in names.enumerated() { for name in list { months[Plural.singular(name)] = Double(index + 1) } }
    return months
  }()
}
