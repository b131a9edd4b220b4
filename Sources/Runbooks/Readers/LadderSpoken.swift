import Incidents

/// Rungs in sentences whose verb names the person behind it, in languages that word it their own way: "呼叫备班工程师",
/// "ruft der Schichtleiter den Betriebsleiter an".
enum LadderSpoken {
  static func speaks(_ words: Words) -> Bool { words.containsAny(german) || words.containsAny(signs) }

  static func step(_ saying: Saying, _ scale: SeverityScale, _ line: Int) -> LadderReader.Step? {
    if let name = german(saying.words) { return step(name, saying, scale, line, own: false) }
    if !saying.durations.isEmpty, let (name, own) = chinese(saying.text) {
      return step(name, saying, scale, line, own: own)
    }
    return nil
  }

  private static func step(
    _ name: String, _ saying: Saying, _ scale: SeverityScale, _ line: Int, own: Bool
  ) -> LadderReader.Step? {
    var text = RungText(saying, scale)
    if own {
      text.sla = text.sla ?? text.after
      text.after = nil
    }
    let after = text.after ?? (own ? nil : text.sla)
    guard own || after != nil else { return nil }
    let rung = Rung(target: name, afterMinutes: after, severities: text.severities, until: text.until, line: line)
    return LadderReader.Step(rung: rung, tag: nil, text: text, follows: !own && after != nil)
  }

  private static let german: WordSet = [
    "ruft", "rufen", "meldet", "alarmiert", "informiert", "verstandigt", "benachrichtigt", "kontaktiert", "weckt",
  ]
  private static let articles: WordSet = ["den", "die", "das", "dem"]

  /// Behind the verb, the last noun with an article is whom it is about.
  private static func german(_ words: Words) -> String? {
    let list = words.all
    guard let verb = list.firstIndex(where: { german.contains($0) }), let last = list.last(where: { $0.kind == .word }),
      let article = list.indices.last(where: { $0 > verb && articles.contains(list[$0]) }), article + 1 < list.count,
      list[(verb + 1)...].prefix(1).allSatisfy({ $0.text != "sich" })
    else { return nil }
    let end = last.text == "an" ? last.start : Int.max
    let name = People.bare(words.slice(list[article + 1].start, end))
    return name.hasWord && People.names(name) && Words(name).all.count <= 6 ? name : nil
  }

  private static let signs: WordSet = ["呼", "知", "报", "系", "级", "应", "叫", "转"]
  private static let calls = [
    "呼叫", "通知", "上报至", "上报给", "上报", "升级至", "升级到", "升级给", "联系", "转给", "转交", "电话叫醒",
  ]
  private static let receives = ["接到告警", "收到告警", "接到报警", "接警", "首先响应", "先响应"]
  /// Last signs of what people and their groups are called.
  private static let roles = "师员长监理任官组队部人班者总裁导管家"

  /// Who is called, and whether the time is theirs to answer.
  private static func chinese(_ text: String) -> (String, Bool)? {
    guard text.utf8.contains(where: { $0 >= 0xE4 && $0 <= 0xE9 }) else { return nil }
    for verb in receives {
      if let range = text.firstRange(of: verb), let name = person(text[..<range.lowerBound].trimmed) {
        return (name, true)
      }
    }
    let found = calls.compactMap { verb in text.firstRange(of: verb).map { (verb, $0) } }
    guard let verb = found.max(by: { ($0.1.lowerBound, $0.0.count) < ($1.1.lowerBound, $1.0.count) }) else {
      return nil
    }
    return person(text[verb.1.upperBound...].trimmed).map { ($0, false) }
  }

  private static func person(_ text: String) -> String? {
    let name = String(text.prefix { !"，。；、,;：:（( ".contains($0) })
    guard (2...16).contains(name.count), let last = name.last, roles.contains(last) else { return nil }
    return name
  }
}
