/// Working days as documents count them.
enum BusinessDays {
  /// "2 business days" is 2, "24 business hours" is 1.
  static func count(_ duration: Duration) -> Int? {
    guard duration.business else { return nil }
    return min(max(Int((duration.limit / 1440).rounded(.up)), 1), 366)
  }

  /// The first time in the words that is counted in working days.
  static func stated(_ words: Words) -> Int? {
    Durations.all(in: words).first { $0.business && $0.limit >= 1440 }.flatMap(count)
  }

  /// "Next business day" is 1, "same business day" 0; nil where the words name no day.
  static func named(_ words: Words) -> Int? {
    guard words.containsAny(day) else { return nil }
    if words.containsAny(same) { return 0 }
    return words.containsAny(next) ? 1 : nil
  }

  private static let day: WordSet = [
    "day", "werktag", "arbeitstag", "dia", "jour", "giorno", "日", "天", "день", "ngay",
  ]
  private static let same: WordSet = ["same", "selben", "gleichen", "mismo", "mesmo", "meme", "当", "同"]
  private static let next: WordSet = [
    "next", "nachster", "nachsten", "proximo", "siguiente", "prochain", "下", "翌", "следующий",
  ]
}
