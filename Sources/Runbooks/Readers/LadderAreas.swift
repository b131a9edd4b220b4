import Incidents

/// Whom each area calls: "Database: DBA on-call, then the data lead", "Network: network on-call". No ladder climbs from
/// one area to the next.
enum LadderAreas {
  /// Three items or more, each an area with somebody behind it, and nothing about times, places or severities.
  static func isList(_ collection: [Record], _ scale: SeverityScale) -> Bool {
    guard (3...24).contains(collection.count) else { return false }
    let areas = collection.count { isArea($0, scale) }
    return areas >= 3 && areas == collection.count
  }

  /// A rule for each of those whom an area calls.
  static func rules(_ collection: [Record], _ scale: SeverityScale) -> [EscalationRule] {
    guard isList(collection, scale) else { return [] }
    return collection.flatMap { item in
      People.targets(item.value.text).filter(People.names).map {
        EscalationRule(when: item.name, target: $0, line: item.line)
      }
    }
  }

  private static func isArea(_ item: Record, _ scale: SeverityScale) -> Bool {
    guard item.isItem, !item.name.isEmpty, item.children.isEmpty, item.task == nil, item.value.text.utf8.count <= 120,
      People.names(item.value.text), !People.names(item.nameWords), !LadderReader.isRank(item.name),
      People.step(item.name) == nil, People.splitStep(item.name).step == nil
    else { return false }
    let words = Words(item.text)
    return Durations.all(in: words).isEmpty && !Durations.isImmediate(words)
      && scale.mentioned(in: item.nameWords).isEmpty
      && SeverityNames.read(item.nameWords) == nil && !RungText.isOverdue(words) && !LadderReader.opens(item.name)
      && item.meaning.best([.via, .contacts, .escalation, .onCall, .role, .person, .when, .after, .time]) < 0.5
  }
}
