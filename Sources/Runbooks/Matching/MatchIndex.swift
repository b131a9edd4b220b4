import Incidents

/// A runbook's scenarios prepared once, so that ranking an alert costs microseconds.
package struct MatchIndex: Sendable {
  private struct Posting: Sendable {
    var scenario: Int32
    var item: Int32
    var weight: Float
  }

  private var postings: [UInt64: [Posting]] = [:]
  /// Where evidence stands: the title, a symptom, a cause.
  private var items: [Reason] = []
  private var titles: [String] = []
  private var slugs: [[UInt64]] = []
  private let pages: PagePointers
  /// What each title is about beside the trouble: "Authentication" in "Authentication Outage".
  private var subjects: [[UInt64]] = []

  package init(_ runbook: Runbook) {
    pages = PagePointers(runbook)
    var found: [(features: AlertFeatures, scenario: Int, item: Int, share: Float)] = []
    for (i, scenario) in runbook.scenarios.enumerated() {
      titles.append(scenario.title)
      slugs.append(AlertWords.of(scenario.title).map(\.stem))
      subjects.append(Self.subjects(of: scenario.title))
      for piece in Evidence.pieces(of: scenario, services: runbook.services) {
        var features = AlertFeatures()
        features.add(piece.text, share: 1)
        found.append((features, i, items.count, piece.share))
        items.append(Reason(piece.reason, line: piece.line))
      }
    }
    // Where a scenario says a thing best: a title says more than a step.
    var best: [UInt64: [Int: Float]] = [:]
    for entry in found {
      for feature in entry.features.features {
        let said = feature.weight * entry.share
        best[feature.key, default: [:]][entry.scenario] = max(best[feature.key]?[entry.scenario] ?? 0, said)
      }
    }
    let count = Float(max(runbook.scenarios.count, 1))
    for entry in found {
      for feature in entry.features.features {
        // What every scenario says tells them apart the least.
        let sayers = Self.sayers(best[feature.key])
        let rarity = 1 - 0.7 * (sayers - 1) / count
        let only = sayers < 1.3 && ConceptTable.shared.isThing(feature.key)
        let weight = feature.weight * entry.share * rarity * (only ? 1.4 : 1)
        postings[feature.key, default: []].append(
          Posting(scenario: Int32(clamping: entry.scenario), item: Int32(clamping: entry.item), weight: weight))
      }
    }
  }

  private static func subjects(of title: String) -> [UInt64] {
    var features = AlertFeatures()
    features.add(title, share: 1)
    let table = ConceptTable.shared
    return features.features.filter { !table.isConcept($0.key) ? $0.weight >= 1 : table.isThing($0.key) }.map(\.key)
  }

  /// How many scenarios say it: whole for the one that says it loudest, in parts for the others.
  private static func sayers(_ shares: [Int: Float]?) -> Float {
    guard let shares, let most = shares.values.max(), most > 0 else { return 1 }
    return shares.values.reduce(0) { $0 + $1 / most }
  }

  /// Scenarios that fit, best first, each with its reasons; empty when none does.
  package func rank(summary: String, labels: [String: String]) -> [ScenarioMatch] {
    guard !titles.isEmpty else { return [] }
    if let certain = certain(labels) { return [certain] }
    return matches(AlertFeatures(summary, labels), labels, share: 0.45, from: Matching.threshold)
  }

  /// The first of `rank`, without the work of listing the others.
  package func best(summary: String, labels: [String: String]) -> ScenarioMatch? {
    guard !titles.isEmpty else { return nil }
    if let certain = certain(labels) { return certain }
    let alert = AlertFeatures(summary, labels)
    let tallies = tallies(alert, labels)
    let best = tallies.indices.max { (tallies[$0].score, $1) < (tallies[$1].score, $0) }
    return best.flatMap { match($0, tallies[$0], alert, from: Matching.threshold) }
  }

  /// What else it may be where the ranking went wrong: all that shares anything with the alert, best first.
  package func candidates(summary: String, labels: [String: String]) -> [ScenarioMatch] {
    matches(AlertFeatures(summary, labels), labels, share: 0, from: 0.1)
  }

  /// What speaks for one scenario.
  private struct Tally {
    var total: Float = 0
    var kinds = Matching.Kinds()

    /// 0 to 1, in thousandths as people see it.
    var score: Double { Double(Int(Double(total / (total + 3)) * 1000)) / 1000 }
  }

  private func tallies(_ alert: AlertFeatures, _ labels: [String: String]) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: titles.count)
    guard !alert.isGoodNews else { return tallies }
    weigh(alert) { scenario, _, feature, gain in
      tallies[scenario].total += gain
      tallies[scenario].kinds.count(feature, gain)
    }
    let speaks = alert.speaksOfTrouble || Matching.isAlarm(labels)
    for i in tallies.indices where tallies[i].total > 0 {
      tallies[i].total *= Matching.trust(tallies[i].kinds, speaksOfTrouble: speaks)
      // A scenario about a certain thing is less likely where the alert does not name that thing.
      if !subjects[i].isEmpty, !alert.names(anyOf: subjects[i]) { tallies[i].total *= 0.8 }
    }
    return tallies
  }

  /// What each feature gives to each scenario that has it, and the item where it stands best.
  private func weigh(
    _ alert: AlertFeatures, _ take: (_ scenario: Int, _ item: Int32, _ feature: UInt64, _ gain: Float) -> Void
  ) {
    for feature in alert.features {
      guard let entries = postings[feature.key] else { continue }
      var i = 0
      while i < entries.count {
        let scenario = entries[i].scenario
        var best = entries[i]
        var rest: Float = 0
        i += 1
        // Entries of one scenario stand together; the best counts whole, the others a little.
        while i < entries.count, entries[i].scenario == scenario {
          if entries[i].weight > best.weight {
            rest += best.weight
            best = entries[i]
          } else {
            rest += entries[i].weight
          }
          i += 1
        }
        let strength = min(feature.weight, 1.2)
        take(Int(scenario), best.item, feature.key, (best.weight + min(rest * 0.15, best.weight * 0.3)) * strength)
      }
    }
  }

  /// - Parameter share: of the best one's weight.
  private func matches(
    _ alert: AlertFeatures, _ labels: [String: String], share: Float, from least: Double
  ) -> [ScenarioMatch] {
    let tallies = tallies(alert, labels)
    let best = tallies.reduce(0) { max($0, $1.total) }
    let found = tallies.indices.filter { tallies[$0].total >= best * share }
      .compactMap { match($0, tallies[$0], alert, from: least) }
    return found.sorted { ($0.score, $1.scenario) > ($1.score, $0.scenario) }
  }

  private func match(_ i: Int, _ tally: Tally, _ alert: AlertFeatures, from least: Double) -> ScenarioMatch? {
    guard Double(tally.total / (tally.total + 3)) >= least else { return nil }
    return ScenarioMatch(scenario: i, title: titles[i], score: tally.score, why: reasons(i, alert))
  }

  /// The evidence that weighs most.
  private func reasons(_ wanted: Int, _ alert: AlertFeatures) -> [Reason] {
    var gains: [(item: Int32, weight: Float)] = []
    weigh(alert) { scenario, item, _, gain in
      guard scenario == wanted else { return }
      if let same = gains.firstIndex(where: { $0.item == item }) {
        gains[same].weight += gain
      } else {
        gains.append((item, gain))
      }
    }
    return gains.sorted { ($0.weight, $1.item) > ($1.weight, $0.item) }
      .prefix { $0.weight >= 0.25 }.prefix(4).map { items[Int($0.item)] }
  }

  /// A label that points at a page or at a scenario's heading, or names it, decides alone.
  private func certain(_ labels: [String: String]) -> ScenarioMatch? {
    guard !labels.isEmpty else { return nil }
    if Matching.hasPointer(labels), let pointed = pages.match(labels) ?? pointed(labels) { return pointed }
    for name in ["scenario", "alertname"] {
      guard let value = labels[name], let i = titled(Self.page(value)) else { continue }
      return certain(i, "label \(name) names it")
    }
    return nil
  }

  private func pointed(_ labels: [String: String]) -> ScenarioMatch? {
    for name in Matching.pointers {
      guard let value = labels[name], let hash = value.utf8.firstIndex(of: Byte.hash) else { continue }
      let anchor = AlertWords.of(String(value[value.utf8.index(after: hash)...])).map(\.stem)
      if let i = scenario(anchor) { return certain(i, "label \(name) points at this heading") }
    }
    // One page per alert is found by the page's file or by the alert's own name.
    for name in Matching.pointers {
      guard let value = labels[name], let i = titled(Self.page(value)) else { continue }
      return certain(i, "label \(name) names it")
    }
    return nil
  }

  /// The last part of an address without its ending: "DiskFull" of "https://wiki/alerts/DiskFull.md".
  private static func page(_ address: String) -> Substring {
    guard address.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }) else {
      return Substring(address)
    }
    let file = address.split(separator: "/").last { $0 != "index.html" && $0 != "README.md" } ?? ""
    guard let dot = file.lastIndex(of: "."), ["md", "html", "htm"].contains(file[file.index(after: dot)...]) else {
      return file
    }
    return file[..<dot]
  }

  /// The scenario with exactly these words as its title.
  private func titled(_ text: Substring) -> Int? {
    let words = AlertWords.of(String(text)).map(\.stem)
    return words.isEmpty ? nil : slugs.firstIndex(of: words)
  }

  private func certain(_ i: Int, _ why: String) -> ScenarioMatch {
    let line = items.first { $0.text == Evidence.titleReason(titles[i]) }?.line
    return ScenarioMatch(scenario: i, title: titles[i], score: 1, why: [Reason(why, line: line)])
  }

  /// The scenario whose title stands in the anchor as a run of words; the longest title wins.
  private func scenario(_ anchor: [UInt64]) -> Int? {
    var best: Int?
    for (i, slug) in slugs.enumerated() where !slug.isEmpty && slug.count <= anchor.count {
      guard anchor.count - slug.count <= 4, slug.count > (best.map { slugs[$0].count } ?? 0) else { continue }
      let fits = (0...(anchor.count - slug.count)).contains { anchor[$0..<($0 + slug.count)].elementsEqual(slug) }
      if fits { best = i }
    }
    return best
  }
}
