/// The words of time, in every language read; singular as `Plural.singular` leaves them.
enum DurationWords {
  /// Minutes of one unit.
  static let units: WordTable<Double> = table([
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
        "hour", "hr", "hrs", "hora", "stunde", "stunden", "std", "heure", "ora", "ore", "h", "час", "часа", "часов",
        "ч",
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
  static let joinedUnits: WordTable<Double> = ["m": 1, "h": 60, "d": 1440, "w": 10080, "s": 1.0 / 60]
  /// Units of several signs, for scripts without spaces.
  static let signs = PhraseTable<Double>([
    (["分", "钟"], 1), (["分", "间"], 1), (["分"], 1), (["분"], 1),
    (["小", "时"], 60), (["时", "间"], 60), (["시", "간"], 60), (["时"], 60),
    (["天"], 1440), (["日"], 1440), (["일"], 1440), (["周"], 10080), (["秒"], 1.0 / 60),
  ])
  /// Signs between a number and what is counted.
  static let counting: WordSet = ["个", "個"]
  static let numbers: WordTable<Double> = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "half": 0.5,
    "un": 1, "una": 1, "uma": 1, "eine": 1, "einer": 1, "une": 1, "um": 1, "zwei": 2, "do": 2, "deux": 2, "drei": 3,
    "tre": 3, "troi": 3, "два": 2, "две": 2, "три": 3, "cinco": 5, "cinq": 5, "diez": 10, "dez": 10,
    "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "sesenta": 60, "cuatro": 4, "seis": 6, "ocho": 8,
    "doce": 12, "vinte": 20, "trinta": 30, "quarenta": 40, "sessenta": 60, "quatro": 4, "oito": 8, "vingt": 20,
    "trente": 30, "quarante": 40, "soixante": 60, "quatre": 4, "huit": 8, "douze": 12, "vier": 4,
    "sechs": 6, "acht": 8, "zwolf": 12, "funfzehn": 15, "fuenfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40,
    "sechzig": 60, "четыре": 4, "пять": 5, "пяти": 5, "шесть": 6, "восемь": 8, "десять": 10, "десяти": 10,
    "пятнадцать": 15, "пятнадцати": 15, "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40,
    "шестьдесят": 60, "eleven": 11, "eighteen": 18, "fortyfive": 45, "ninety": 90, "fifty": 50,
    "двух": 2, "двое": 2, "трех": 3, "трёх": 3, "четырёх": 4, "четырех": 4, "dune": 1, "dun": 1, "zehn": 10, "dix": 10,
    "funf": 5, "fuenf": 5, "quinze": 15, "ein": 1, "eines": 1, "einem": 1,
  ]
  static let denials: WordSet = ["no", "not", "non", "nicht", "kein", "keine", "sin", "sem", "sans", "не", "без"]

  static let immediate: WordSet = [
    "immediate", "immediately", "instant", "instantly", "now", "asap", "sofort", "sofortig", "imediato", "imediata",
    "imediatamente", "inmediato", "inmediata", "inmediatamente", "immediat", "immediatement", "immediato", "subito",
    "unverzuglich", "сразу", "немедленно", "незамедлительно",
  ]
  static let immediateSigns: WordPhrases = [
    "立即", "即座", "即时", "즉시", "ngay lập", "at once", "right away", "straight away", "without delay", "de inmediato",
    "de imediato", "马上", "san delai", "tout de suite", "ngay khi", "сразу же", "al instante",
  ]
  static let business: WordSet = [
    "business", "working", "werktag", "werktage", "werktagen", "arbeitstag", "arbeitstage", "arbeitstagen", "util",
    "utei", "habil", "habile",
    "ouvre", "ouvrable", "workday", "lavorativo", "lavorativi", "工", "営", "weekday", "рабочий", "рабочих", "рабочего",
    "рабочие", "lam",
  ]
  static let every: WordSet = [
    "every", "each", "per", "cada", "alle", "jede", "jeden", "toute", "tous", "tou", "ogni", "毎", "每", "каждые",
    "каждый", "каждую", "каждое", "mỗi", "todo", "toda", "chaque", "hang",
  ]
  /// What may stand between "every" and the time: "toutes les 20 minutes", "todos os dias".
  static let articles: WordSet = ["the", "les", "las", "los", "os", "as", "other"]
  static let repeating: WordTable<Double> = [
    "hourly": 60, "halfhourly": 30, "fortnightly": 20160, "monthly": 43200, "nightly": 1440, "daily": 1440,
    "weekly": 10080, "stundlich": 60, "taglich": 1440, "ежечасно": 60,
    "ежедневно": 1440, "horaire": 60, "diario": 1440, "diaria": 1440, "diariamente": 1440, "quotidien": 1440,
    "quotidiennement": 1440, "halbstundlich": 30, "wochentlich": 10080, "semanal": 10080, "еженедельно": 10080,
    "hebdomadaire": 10080, "giornaliero": 1440,
  ]
  /// How many times within the unit behind it; "once a", "dos veces al".
  private static let counts = PhraseTable<Double>([
    (["once"], 1), (["twice"], 2), (["раз", "в"], 1), (["дважды", "в"], 2), (["una", "vez"], 1), (["uma", "vez"], 1),
    (["une", "foi"], 1), (["einmal"], 1), (["zweimal"], 2), (["una", "volta"], 1), (["dreimal"], 3),
    (["three", "time"], 3), (["two", "time"], 2), (["four", "time"], 4), (["do", "vece"], 2), (["dua", "veze"], 2),
    (["deux", "foi"], 2), (["tre", "vece"], 3), (["troi", "foi"], 3), (["трижды", "в"], 3), (["due", "volte"], 2),
  ])
  private static let links: WordSet = [
    "a", "an", "per", "every", "each", "al", "ao", "por", "a la", "par", "pro", "am",
  ]

  private static let single: WordSet = [
    "one", "um", "uma", "un", "una", "une", "ein", "eine", "einen", "один", "одно", "одна", "một",
  ]
  private static let perWords: WordSet = ["per", "por", "pro", "par", "al", "ao", "в", "за", "mỗi", "je"]

  /// "One bulletin per day".
  private static func oneEach(_ list: [Words.Word], at index: Int) -> (length: Int, times: Double)? {
    guard single.contains(list[index]), index + 3 < list.count, list[index + 1].kind == .word,
      units[list[index + 1].text] == nil, perWords.contains(list[index + 2]), units[list[index + 3].text] != nil
    else { return nil }
    return (3, 1)
  }

  /// The words of "once a", "twice per" at a place, and how many times they say.
  static func often(_ list: [Words.Word], at index: Int) -> (length: Int, times: Double)? {
    if let each = oneEach(list, at: index) { return each }
    guard let (times, length) = counts.first(list, at: index), index + length < list.count else { return nil }
    let next = index + length
    if repeating[list[next]] != nil { return (length, times) }
    if links.contains(list[next]) { return (length + 1, times) }
    return list[next - 1].text == "в" ? (length, times) : nil
  }

  /// Ways to say how often that are neither a figure nor one word.
  static let phrases = PhraseTable<Double>([
    (["de", "hora", "em", "hora"], 60), (["de", "hora", "en", "hora"], 60), (["dheure", "en", "heure"], 60),
    (["half", "hourly"], 30), (["half", "-", "hourly"], 30),
    (["top", "of", "the", "hour"], 60),
    (["每", "小", "时"], 60), (["每", "半", "小", "时"], 30), (["半", "小", "时", "一", "次"], 30), (["раз", "в", "полчаса"], 30),
    (["каждые", "полчаса"], 30), (["toute", "les", "demi", "-", "heure"], 30), (["cada", "media", "hora"], 30),
    (["a", "cada", "meia", "hora"], 30), (["cada", "meia", "hora"], 30), (["alle", "halbe", "stunde"], 30),
    (["jede", "halbe", "stunde"], 30), (["jede", "viertelstunde"], 15), (["alle", "viertelstunde"], 15),
    (["каждую", "четверть", "часа"], 15), (["every", "quarter", "hour"], 15),
    (["every", "quarter", "of", "an", "hour"], 15),
  ])

  /// Every word that a time without a figure can begin with: most words end the question here.
  static let beginnings = counts.openers.union(["через"]).union(phrases.openers).union(every).union(
    WordSet(repeating.words + numbers.words))

  static let between: WordSet = ["-", "to", "~", "bis", "a", "ate", "until", "and", "至", "到", "～"]

  private static func table(_ rows: [(Double, [String])]) -> WordTable<Double> {
    var units: [String: Double] = [:]
    for (minutes, words) in rows { for word in words { units[Plural.singular(word)] = minutes } }
    return WordTable(units.map { ($0.key, $0.value) })
  }
}
