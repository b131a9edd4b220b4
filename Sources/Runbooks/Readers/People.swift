/// The one reader of people and roles: who a text names.
enum People {
  /// Nouns that make a phrase a role, singular and folded.
  static let nouns = WordSet(
    [
      "engineer", "lead", "manager", "cto", "ceo", "coo", "ciso", "cio", "cfo", "vp", "director", "head", "officer",
      "founder",
      "team", "oncall", "sre", "dba", "admin", "administrator", "architect", "developer", "dev", "ops", "devops",
      "commander", "owner", "leadership", "executive", "legal", "security", "management", "product", "pm", "support",
      "primary", "secondary", "tertiary", "backup", "responder", "specialist", "expert", "staff", "president",
      "counsel",
      "everyone", "stakeholder", "provider", "vendor", "relation", "pr", "marketing", "operator", "analyst", "chief",
      "principal", "coordinator", "duty", "exec", "infrastructure", "platform", "noc", "soc", "dpo", "compliance", "em",
      "leiter", "ingenieur", "gerente", "ingeniero", "engenheiro", "responsable", "equipo", "equipe", "bereitschaft",
      "lider", "diretor", "chef", "geschaftsfuhrer", "leitung", "teamleitung", "director", "gestor", "coordinador",
      "liaison", "supervisor", "contact",
      "ingenieur", "directeur", "astreinte", "guardia", "plantao", "инженер", "руководитель", "директор", "дежурный",
      "тимлид", "начальник", "администратор", "менеджер", "sư", "trưởng", "giam", "nhom", "工", "员", "人", "师", "监", "理",
      "长", "者", "经", "任", "班", "队",
      "plantonista", "reserva", "coordenador", "supervisora", "jefe", "jefa", "encargado", "tecnico", "tecnica",
      "desarrollador", "desenvolvedor", "especialista", "comandante", "soporte", "suporte", "direccion", "diretoria",
      "presidente", "gerencia", "dsi", "direction", "exploitant", "technicien", "developpeur", "adjoint", "presidence",
      "chefin", "leitstelle", "vorstand", "geschaftsleitung", "dienst", "techniker", "beauftragter", "beauftragte",
      "sicherheitsbeauftragter", "betriebsleitung", "schichtleitung", "entwickler", "abteilung", "koordinator",
      "дежурная", "старший", "смены", "начальника", "разработчик", "техдиректор", "поддержка", "безопасность", "отдел",
      "команда", "лид", "техлид", "руководство", "trưởng", "đốc", "phó", "quản", "kỹ", "trực", "steward", "scribe",
      "captain", "technician", "sme", "partner", "board", "cpo", "cmo", "chairman", "ic", "deputy", "boss", "hotline",
      "helpdesk", "desk", "secretary", "finance", "consultant", "advisor", "deskside", "noc", "superintendent",
      "registrar", "warden", "janitor", "suplente", "substituto", "medico", "chirurgien", "technicienne", "remplacant",
      "stellvertreter", "vertretung", "заместитель", "дежурному", "дежурного", "старшего", "старшему", "оператор",
      "оператора", "оператору", "менеджера", "менеджеру", "инженера", "инженеру", "специалистов", "руководителя",
      "руководителю", "директора",
      "директору",
      "mairie", "crew", "guild", "pilot", "dispatcher", "operations", "facility", "hausmeister",
      "seguranca", "seguridad", "securite", "sicherheit", "astreinte", "dastreinte", "suppleant", "suppleante",
      "krisenstab", "stab", "permanence",
    ].map(Plural.singular))

  /// Words that only say which step of the ladder a rung is.
  private static let steps: WordSet = [
    "level", "tier", "l", "step", "stage", "layer", "stufe", "nivel", "ebene", "escalation", "t", "niveau", "уровень",
    "cap", "n", "rung", "line", "этап", "шаг", "линия", "palier", "degrau", "escalon", "linha", "linea", "ligne", "cấp",
  ]

  /// Ends of words that make a compound a role: "Schichtleiter".
  private static let compounds = [
    "leiter", "leiterin", "leitung", "ingenieur", "bereitschaft", "dienst", "meister", "techniker",
  ].map { Array($0.utf8) }

  private static let duties = ["on call", "on-call", "on duty", "all hands", "all-hands"].map {
    Words($0).all.map(\.text)
  }

  static func names(_ text: String) -> Bool { names(Words(text)) }

  static func names(_ words: Words) -> Bool {
    words.all.contains { (nouns.contains($0) && !isLittle($0, in: words)) || isCompound($0.text) }
      || duties.contains { words.firstIndex(of: $0) != nil } || words.text.utf8.contains(0x40)
  }

  /// "em 30 minutos", "3 pm": small letters are no engineering manager.
  private static func isLittle(_ word: Words.Word, in words: Words) -> Bool {
    guard word.text == "em" || word.text == "pm" else { return false }
    return words.slice(word.start, word.end).first?.isLowercase ?? false
  }

  private static func isCompound(_ word: String) -> Bool {
    guard word.utf8.count >= 6 else { return false }
    return word.withBytes { bytes in
      compounds.contains { ByteSearch.begins(bytes, at: bytes.count - $0.count, with: $0) }
    }
  }

  /// "Level 2", "L1", "Tier 3", "T1", "1": a place in the ladder, no name.
  static func step(_ text: String) -> String? {
    step(Words(text).all[...])
  }

  private static func step(_ all: ArraySlice<Words.Word>) -> String? {
    let words = all.filter { $0.kind != .mark }
    if words.count == 1, words[0].kind == .number { return words[0].text }
    if words.count == 2, words[1].kind == .number, steps.contains(words[0]) { return "l" + words[1].text }
    // "第一级", "一级".
    guard words.last?.text.utf8.first ?? 0 >= 0x80 else { return nil }
    let numerals = ["一", "二", "三", "四", "五", "六"]
    let signs = words.map(\.text).filter { $0 != "第" }
    guard signs.count == 2, signs[1] == "级" || signs[1] == "線" || signs[1] == "线" else { return nil }
    if words.contains(where: { $0.kind == .number }) { return "l" + signs[0] }
    return numerals.firstIndex(of: signs[0]).map { "l\($0 + 1)" }
  }

  /// A place in the ladder in front of a name: "Level 2: Team Lead" → ("l2", "Team Lead").
  static func splitStep(_ text: String) -> (step: String?, name: String) {
    let words = Words(text).all
    var ahead = 0
    // Beyond the first few words nothing is a place in a ladder.
    for (index, word) in words.enumerated() where ahead <= 2 {
      if word.kind != .mark {
        ahead += word.text == "第" ? 0 : 1
        continue
      }
      let mark = text.withBytes { $0[word.start] }
      guard index > 0, marks.contains(mark), let step = step(words[..<index]) else { continue }
      let rest = text.withBytes { String(decoding: $0[word.start...], as: UTF8.self) }
      return (step, rest.stripped(mark == 0x28 || mark == 0xEF ? "()（）： " : ":-–— "))
    }
    return (nil, text)
  }

  /// First bytes of a colon, a dash and a bracket, the wide ones too.
  private static let marks: [UInt8] = [0x3A, 0x2D, 0x28, 0xE2, 0xEF]

  private static let verbs: [[String]] = [
    ["escalate", "to"], ["escalate"], ["notify"], ["page"], ["contact"], ["call"], ["inform"], ["alert"], ["involve"],
    ["engage"], ["loop", "in"], ["bring", "in"], ["immediately"], ["immediate"], ["the"], ["also"], ["then"],
    ["please"], ["to"], ["notificar"], ["avisar"], ["llamar"], ["escalar"], ["acionar"], ["chamar"],
    ["benachrichtigen"],
    ["prevenir"], ["appeler"], ["den"], ["die"], ["das"], ["der"], ["dem"], ["dabord"], ["al"], ["a", "la"], ["ao"],
    ["au"], ["la"], ["aux"],
    ["informer"], ["alerter"],
    ["informieren"], ["anrufen"], ["alarmieren"], ["ligar", "para"], ["gọi"], ["báo", "cho"], ["通", "知"], ["wake"],
    ["add"], ["pull", "in"], ["get"], ["ask"], ["сообщить"], ["оповестить"], ["эскалировать"], ["a"], ["o"], ["el"],
    ["le"], ["para", "o"],
    ["уведомить"], ["вызвать"],
    ["позвонить"],
    ["all"], ["activate"], ["auto"], ["automatically"], ["imediatamente"], ["inmediatamente"], ["immediatement"],
    ["sofort"], ["para"],
  ]
  private static let enders: WordSet = [
    "immediately", "if", "after", "within", "when", "for", "at", "via", "by", "in", "on", "using", "directly", "with",
    "about",
    "through", "as", "and", "or", "unless", "who", "to",
  ]

  /// Whom a text tells to call: verbs in front and conditions behind taken off, several split.
  static func targets(_ text: String) -> [String] {
    var parts = [text]
    for mark in [" + ", "+", " & ", " and ", ", ", " / "] where mark != " / " {
      parts = parts.flatMap { split($0, mark) }
    }
    let whole = parts.allSatisfy { part in part.count { $0 == "(" } == part.count { $0 == ")" } }
    let told = whole ? parts.map(LadderReader.cut) : [LadderReader.cut(text)]
    return told.map(bare).filter { !$0.isEmpty && $0 != "-" && $0.hasWord }
  }

  /// "All hands" are everybody, not hands.
  private static func isAllHands(_ list: [Words.Word], at start: Int) -> Bool {
    list[start].text == "all" && list[(start + 1)...].prefix(2).contains { $0.text.hasPrefix("hand") }
  }

  private static func split(_ text: String, _ mark: String) -> [String] {
    var rest = Substring(text)
    var parts: [String] = []
    while let range = rest.firstRange(of: mark) {
      parts.append(rest[..<range.lowerBound].trimmed)
      rest = rest[range.upperBound...]
    }
    parts.append(rest.trimmed)
    return parts
  }

  /// A name without the verb in front and without what follows it.
  static func bare(_ text: String) -> String {
    let words = Words(text)
    let list = words.all
    var start = 0
    var moved = true
    while moved, start < list.count {
      moved = false
      // "Page the lead", "se llama al suplente": the verb itself is nobody's name.
      if start + 1 < list.count, start == 0, LadderSentences.verbs.contains(list[start]) {
        start += 1
        moved = true
      }
      for verb in verbs where start + verb.count <= list.count {
        if verb.indices.allSatisfy({ list[start + $0].spells(verb[$0]) }), !isAllHands(list, at: start) {
          start += verb.count
          moved = true
          break
        }
      }
      if start < list.count, list[start].text == ":" || list[start].text == "→" {
        start += 1
        moved = true
      }
    }
    guard start < list.count else { return "" }
    let end = (start..<list.count).first { ends(list, at: $0, start: start) } ?? list.count
    guard end > start else { return "" }
    return words.slice(list[start].start, list[end - 1].end).stripped(".,:;*")
  }

  /// "Desenvolvedor(a) de plantão", "lead(s)": the bracket is a part of the word.
  private static func isEnding(_ list: [Words.Word], _ index: Int) -> Bool {
    guard list[index].joined, let inside = list[safe: index + 1], let close = list[safe: index + 2] else {
      return false
    }
    return inside.joined && inside.text.utf8.count <= 3 && close.text == ")"
  }

  /// Whether a name is over before a word: a bracket, a condition, a dash between spaces.
  private static func ends(_ list: [Words.Word], at index: Int, start: Int) -> Bool {
    let word = list[index]
    if word.text == "(" && isEnding(list, index) { return false }
    if ["(", "[", "→", ";", "<", ">"].contains(word.text) { return true }
    // "... (else the secondary)": the bracket was opened before the name.
    if word.text == ")", list[safe: index - 2]?.text != "(" { return true }
    if word.text == "-" { return !word.joined }
    guard index > start, enders.contains(word) else { return false }
    // "On-call" holds an "on".
    let next = list[safe: index + 1]?.text == "-" ? list[safe: index + 2] : list[safe: index + 1]
    if word.text == "on", list[safe: index + 1]?.text == "the", let place = list[safe: index + 2],
      ["rota", "rotation", "shift", "schedule", "roster"].contains(place.text)
    {
      return false
    }
    return !(word.text == "on" && ["call", "duty", "shift"].contains(next?.text ?? ""))
  }
}
