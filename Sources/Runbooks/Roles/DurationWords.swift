/// The words of time, in every language read; singular as `Words.singular` leaves them.
enum DurationWords {
  /// Minutes of one unit.
  static let units: [String: Double] = table([
    (
      1,
      [
        "minute", "min", "mn", "mins", "minuto", "minuten", "minuti", "minut", "minuta", "минута", "минуты", "минут",
        "минуту", "мин", "phut",
      ]
    ),
    (
      60,
      [
        "hour", "hr", "hora", "stunde", "stunden", "std", "heure", "ora", "ore", "h", "час", "часа", "часов", "ч",
        "giờ", "tiếng",
      ]
    ),
    (
      1440,
      [
        "day", "d", "dia", "tag", "tage", "tagen", "jour", "giorno", "giorni", "день", "дня", "дней", "сутки", "суток",
        "ngay", "werktag", "werktage", "werktagen", "arbeitstag", "arbeitstage", "arbeitstagen", "workday",
      ]
    ),
    (
      10080,
      [
        "week", "wk", "semana", "woche", "wochen", "semaine", "settimana", "settimane", "неделя", "недели", "недель",
        "неделю", "tuần",
      ]
    ),
    (43200, ["month", "monat", "monate", "mes", "meses", "mese", "mesi", "месяц", "месяца", "месяцев", "thang"]),
    (
      1.0 / 60,
      [
        "second", "sec", "sekunde", "sekunden", "segundo", "seconde", "secondo", "secondi", "секунда", "секунды",
        "секунд", "сек", "giay",
      ]
    ),
  ])
  /// Letters that are units only right behind a number.
  static let joinedUnits: [String: Double] = ["m": 1, "h": 60, "d": 1440, "w": 10080, "s": 1.0 / 60]
  /// Units of several signs, for scripts without spaces.
  static let signs: [([String], Double)] = [
    (["分", "钟"], 1), (["分", "鐘"], 1), (["分", "間"], 1), (["分"], 1), (["분"], 1),
    (["小", "时"], 60), (["小", "時"], 60), (["時", "間"], 60), (["시", "간"], 60), (["时"], 60),
    (["天"], 1440), (["日"], 1440), (["일"], 1440), (["周"], 10080), (["週"], 10080), (["秒"], 1.0 / 60),
  ]
  static let numbers: [String: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "half": 0.5,
    "un": 1, "una": 1, "uma": 1, "eine": 1, "einer": 1, "une": 1, "um": 1, "zwei": 2, "do": 2, "deux": 2, "drei": 3,
    "tre": 3, "troi": 3, "два": 2, "две": 2, "три": 3, "cinco": 5, "cinq": 5, "diez": 10, "dez": 10,
    "zehn": 10, "dix": 10, "funf": 5, "fuenf": 5, "quinze": 15, "ein": 1, "eines": 1, "einem": 1,
  ]
  static let immediate: Set<String> = [
    "immediate", "immediately", "instant", "instantly", "now", "asap", "sofort", "sofortig", "imediato", "imediata",
    "imediatamente", "inmediato", "inmediata", "inmediatamente", "immediat", "immediatement", "immediato", "subito",
    "unverzuglich", "сразу", "немедленно", "незамедлительно",
  ]
  static let immediateSigns: [[String]] = [
    ["立", "即"], ["即", "座"], ["即", "时"], ["즉", "시"], ["ngay", "lập"],
  ]
  static let business: Set<String> = [
    "business", "working", "werktag", "werktage", "werktagen", "arbeitstag", "arbeitstage", "arbeitstagen", "util",
    "utei", "habil", "habile",
    "ouvre", "ouvrable", "workday", "lavorativo", "lavorativi", "工", "営", "weekday", "рабочий", "рабочих", "рабочего",
    "рабочие", "lam",
  ]
  static let every: Set<String> = [
    "every", "each", "per", "cada", "alle", "jede", "jeden", "toute", "tous", "tou", "ogni", "毎", "每", "каждые",
    "каждый", "каждую", "каждое", "mỗi", "todo", "toda", "chaque", "hang",
  ]
  /// What may stand between "every" and the time: "toutes les 20 minutes", "todos os dias".
  static let articles: Set<String> = ["the", "les", "las", "los", "os", "as", "other"]
  static let repeating: [String: Double] = [
    "hourly": 60, "daily": 1440, "weekly": 10080, "stundlich": 60, "taglich": 1440, "ежечасно": 60,
    "ежедневно": 1440, "horaire": 60, "diario": 1440, "diaria": 1440, "diariamente": 1440, "quotidien": 1440,
    "quotidiennement": 1440, "halbstundlich": 30, "wochentlich": 10080, "semanal": 10080, "еженедельно": 10080,
    "hebdomadaire": 10080, "giornaliero": 1440,
  ]
  /// How many times within the unit behind it; "once a", "dos veces al".
  private static let counts: [([String], Double)] = [
    (["once"], 1), (["twice"], 2), (["раз", "в"], 1), (["дважды", "в"], 2), (["una", "vez"], 1), (["uma", "vez"], 1),
    (["une", "foi"], 1), (["einmal"], 1), (["zweimal"], 2), (["una", "volta"], 1),
  ]
  private static let links: Set<String> = [
    "a", "an", "per", "every", "each", "al", "ao", "por", "a la", "par", "pro", "am",
  ]

  /// The words of "once a", "twice per" at a place, and how many times they say.
  static func often(_ list: [Words.Word], at index: Int) -> (length: Int, times: Double)? {
    for (words, times) in counts where index + words.count < list.count {
      guard words.indices.allSatisfy({ list[index + $0].text == words[$0] }) else { continue }
      let next = index + words.count
      if links.contains(list[next].text) { return (words.count + 1, times) }
      return words.last == "в" ? (words.count, times) : nil
    }
    return nil
  }

  static let between: Set<String> = ["-", "to", "~", "bis", "a", "ate", "until", "and", "至", "到", "～"]

  private static func table(_ rows: [(Double, [String])]) -> [String: Double] {
    var units: [String: Double] = [:]
    for (minutes, words) in rows { for word in words { units[Words.singular(word)] = minutes } }
    return units
  }
}
