/// A length of time that a text states.
struct Duration: Sendable, Hashable {
  /// Minutes; the lower end of a range.
  var low: Double
  /// The upper end of a range; nil where there is one figure only.
  var high: Double?
  /// "30+ minutes": no upper end.
  var open = false
  /// Counted in business time.
  var business = false
  /// Stands behind "every", or is "hourly".
  var every = false
  /// Written as a moment: "T+15".
  var moment = false
  /// `<` or `>` before it, where there is one.
  var comparator: String?
  /// Words it covers in the text, end excluded.
  var words: Range<Int>

  /// The figure that a promise is held to: the end of a range.
  var limit: Double { high ?? low }
}

/// The one reader of times: "15 minutes", "<1h", "0-30 min", "T+24h", "every hour", "2 business days".
enum Durations {
  static func all(in text: String) -> [Duration] { all(in: Words(text)) }

  static func all(in words: Words) -> [Duration] {
    let list = words.all
    var found: [Duration] = []
    var index = 0
    while index < list.count {
      if let duration = read(list, at: index) {
        found.append(duration)
        index = max(index + 1, duration.words.upperBound)
      } else {
        index += 1
      }
    }
    return found.count > 1 ? merged(found, list) : found
  }

  /// Whether the text says that something happens at once, with or without a figure.
  static func isImmediate(_ words: Words) -> Bool {
    let list = words.all
    // "No immediate action", "not immediately" say the opposite.
    if list.indices.contains(where: { index in
      DurationWords.immediate.contains(list[index])
        && !(list[safe: index - 1].map { DurationWords.denials.contains($0) } ?? false)
    }) {
      return true
    }
    return DurationWords.immediateSigns.occur(in: words)
  }

  private static func read(_ list: [Words.Word], at index: Int) -> Duration? {
    let word = list[index]
    if word.kind == .word { return spelled(list, at: index) }
    guard word.kind == .number else { return nil }
    // "24/7" is no length of time; nor is the clock time "14:30".
    if isPart(list, index, of: "/") || isPart(list, index, of: ":") { return nil }
    if let moment = moment(list, at: index) { return moment }
    if index > 0, isUnitLess(list[index - 1]), word.joined, !isSign(list[index - 1]) { return nil }
    return figure(list, at: index)
  }

  private static func isUnitLess(_ word: Words.Word) -> Bool { word.kind == .word && !word.text.isEmpty }

  /// One character of a script without spaces: "每15分钟".
  private static func isSign(_ word: Words.Word) -> Bool { word.text.unicodeScalars.first?.isIdeograph ?? false }

  private static func isPart(_ list: [Words.Word], _ index: Int, of mark: String) -> Bool {
    if index + 2 < list.count, list[index + 1].text == mark, list[index + 2].kind == .number, list[index + 2].joined {
      return true
    }
    return index >= 2 && list[index - 1].text == mark && list[index - 2].kind == .number && list[index].joined
  }

  /// "T+15", "T+10-30", "T+24h".
  private static func moment(_ list: [Words.Word], at index: Int) -> Duration? {
    if let start = start(list, at: index) { return start }
    guard index >= 2, list[index - 1].text == "+" || list[index - 1].text == "-", list[index - 2].text == "t" else {
      return nil
    }
    var duration = figure(list, at: index) ?? bare(list, at: index)
    duration.moment = true
    duration.words = (index - 2)..<duration.words.upperBound
    return duration
  }

  /// "T0", "T0 + 10 min".
  private static func start(_ list: [Words.Word], at index: Int) -> Duration? {
    guard index >= 1, list[index - 1].text == "t", list[index].joined, list[index].number == 0 else { return nil }
    var duration = Duration(low: 0, words: (index - 1)..<(index + 1))
    if let plus = list[safe: index + 1], plus.text == "+", let number = list[safe: index + 2], number.kind == .number {
      duration = figure(list, at: index + 2) ?? bare(list, at: index + 2)
    }
    duration.moment = true
    duration.words = (index - 1)..<duration.words.upperBound
    return duration
  }

  /// A moment without a unit is in minutes.
  private static func bare(_ list: [Words.Word], at index: Int) -> Duration {
    if index + 2 < list.count, list[index + 1].text == "-", list[index + 2].kind == .number {
      return Duration(low: list[index].number, high: list[index + 2].number, words: index..<(index + 3))
    }
    return Duration(low: list[index].number, words: index..<(index + 1))
  }

  /// A number, or two, and a unit.
  private static func figure(_ list: [Words.Word], at index: Int) -> Duration? {
    let low = list[index].number
    var next = index + 1
    var high: Double?
    var open = false
    if next < list.count, list[next].text == "+" {
      open = true
      next += 1
    }
    if next + 1 < list.count, DurationWords.between.contains(list[next]), list[next + 1].kind == .number {
      high = list[next + 1].number
      next += 2
      if next < list.count, list[next].text == "+" { next += 1 }
    }
    var business = isBusiness(list, &next)
    if next + 1 < list.count, list[next].text == "-", list[next].joined { next += 1 }
    guard let (unit, length) = unit(list, at: next) else { return nil }
    var end = next + length
    if !business, end < list.count, DurationWords.business.contains(list[end]) { business = true }
    // "1 hour 30 minutes" is one figure.
    var more = 0.0
    if high == nil, end < list.count, list[end].kind == .number, let (small, size) = self.unit(list, at: end + 1),
      small < unit
    {
      more = list[end].number * small
      end += 1 + size
    }
    if end < list.count, list[end].text == "+" {
      open = true
      end += 1
    }
    var duration = Duration(low: low * unit + more, high: high.map { $0 * unit }, words: index..<end)
    duration.open = open
    duration.business = business
    lead(list, index, &duration)
    return duration
  }

  /// Words between a number and its unit: "business", the counting sign of Chinese, "工作" before "日".
  private static func isBusiness(_ list: [Words.Word], _ next: inout Int) -> Bool {
    if next < list.count, DurationWords.counting.contains(list[next]) { next += 1 }
    guard next < list.count, DurationWords.business.contains(list[next]) else { return false }
    // "3 Werktage" is its own unit.
    if DurationWords.units[list[next]] != nil { return true }
    next += 1
    if next < list.count, ["作", "業"].contains(list[next].text) { next += 1 }
    return true
  }

  /// "an hour", "two days", "every hour", "hourly".
  private static func spelled(_ list: [Words.Word], at index: Int) -> Duration? {
    guard DurationWords.beginnings.contains(list[index]) else { return nil }
    let text = list[index].text
    if let minutes = DurationWords.repeating[list[index]] {
      return Duration(low: minutes, every: true, words: index..<(index + 1))
    }
    if let counted = counted(list, at: index) { return counted }
    if let (minutes, length) = DurationWords.phrases.first(list, at: index) {
      return Duration(low: minutes, every: true, words: index..<(index + length))
    }
    // "Через час" counts one.
    if text == "через", let (unit, length) = unit(list, at: index + 1) {
      return Duration(low: unit, words: index..<(index + 1 + length))
    }
    if DurationWords.every.contains(text), text != "per" {
      let next = index + (DurationWords.articles.contains(list[safe: index + 1]?.text ?? "") ? 2 : 1)
      if let (unit, length) = unit(list, at: next) {
        return Duration(low: unit, every: true, words: index..<(next + length))
      }
    }
    guard let number = DurationWords.numbers[list[index]] else { return nil }
    var next = index + 1
    if text == "half", next < list.count, list[next].text == "an" || list[next].text == "a" { next += 1 }
    var business = false
    if next < list.count, DurationWords.business.contains(list[next]) {
      business = true
      next += 1
    }
    guard let (unit, length) = unit(list, at: next), list[next].text.utf8.count > 1 else { return nil }
    var duration = Duration(low: number * unit, words: index..<(next + length))
    duration.business = business
    lead(list, index, &duration)
    return duration
  }

  /// "once an hour", "twice a day", "раз в день", "una vez al día".
  private static func counted(_ list: [Words.Word], at index: Int) -> Duration? {
    guard let (length, times) = DurationWords.often(list, at: index) else { return nil }
    let next = index + length
    if let (unit, size) = unit(list, at: next) {
      return Duration(low: unit / times, every: true, words: index..<(next + size))
    }
    if next < list.count, let unit = DurationWords.repeating[list[next]] {
      return Duration(low: unit / times, every: true, words: index..<(next + 1))
    }
    guard next < list.count, list[next].kind == .number, var duration = figure(list, at: next) else { return nil }
    duration.every = true
    duration.words = index..<duration.words.upperBound
    return duration
  }

  /// Minutes of the unit at a place and the words it takes.
  private static func unit(_ list: [Words.Word], at index: Int) -> (Double, Int)? {
    guard index >= 0, index < list.count, list[index].kind == .word else { return nil }
    if let minutes = DurationWords.units[list[index]] { return (minutes, 1) }
    if list[index].joined, let minutes = DurationWords.joinedUnits[list[index]] { return (minutes, 1) }
    guard list[index].text.utf8.first ?? 0 >= 0x80 else { return nil }
    return DurationWords.signs.first(list, at: index)
  }

  private static func lead(_ list: [Words.Word], _ index: Int, _ duration: inout Duration) {
    guard index > 0 else { return }
    let before = list[index - 1].text
    if before == "<" || before == ">" { duration.comparator = before }
    if DurationWords.every.contains(before) { duration.every = true }
    if index > 1, before == "<" || before == "~" || DurationWords.articles.contains(before),
      DurationWords.every.contains(list[index - 2])
    {
      duration.every = true
    }
  }

  /// "15 minutes - 4 hours" is one range.
  private static func merged(_ found: [Duration], _ list: [Words.Word]) -> [Duration] {
    var result: [Duration] = []
    for duration in found {
      if let last = result.last, last.high == nil, duration.high == nil, last.low < duration.low, !last.every,
        last.words.upperBound + 1 == duration.words.lowerBound,
        ["-", "to", "bis", "~"].contains(list[last.words.upperBound].text)
      {
        result[result.count - 1].high = duration.low
        result[result.count - 1].words = last.words.lowerBound..<duration.words.upperBound
      } else {
        result.append(duration)
      }
    }
    return result
  }
}
