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
  private var subjects: [Set<UInt64>] = []

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

  private static func subjects(of title: String) -> Set<UInt64> {
    var features = AlertFeatures()
    features.add(title, share: 1)
    let table = ConceptTable.shared
    return Set(
      features.features.filter { !table.isConcept($0.key) ? $0.weight >= 1 : table.isThing($0.key) }.map(\.key))
  }

  /// How many scenarios say it: whole for the one that says it loudest, in parts for the others.
  private static func sayers(_ shares: [Int: Float]?) -> Float {
    guard let shares, let most = shares.values.max(), most > 0 else { return 1 }
    return shares.values.reduce(0) { $0 + $1 / most }
  }

  /// Scenarios that fit, best first, each with its reasons; empty when none does.
  package func rank(summary: String, labels: [String: String]) -> [ScenarioMatch] {
    guard !titles.isEmpty else { return [] }
    if let named = pages.match(labels) ?? named(labels) { return [named] }
    return matches(tallies(summary, labels), share: 0.45, from: Matching.threshold)
  }

  /// What else it may be where the ranking went wrong: all that shares anything with the alert, best first.
  package func candidates(summary: String, labels: [String: String]) -> [ScenarioMatch] {
    matches(tallies(summary, labels), share: 0, from: 0.1)
  }

  private func tallies(_ summary: String, _ labels: [String: String]) -> [Tally] {
    var alert = AlertFeatures()
    alert.add(summary, share: 1)
    if !labels.isEmpty {
      for (name, share) in Matching.labels {
        if let value = labels[name] { alert.add(value, share: share) }
      }
    }
    guard !alert.isGoodNews else { return [] }
    var tallies = score(alert)
    let speaks = alert.speaksOfTrouble || Matching.isAlarm(labels)
    let said = Set(alert.features.map(\.key))
    for i in tallies.indices {
      tallies[i].total *= Matching.trust(tallies[i].kinds, speaksOfTrouble: speaks)
      // A scenario about a certain thing is less likely where the alert does not name that thing.
      if !subjects[i].isEmpty, subjects[i].isDisjoint(with: said) { tallies[i].total *= 0.8 }
    }
    return tallies
  }

  /// How much one piece of evidence gave to one scenario.
  private struct Gain {
    var item: Int32
    var weight: Float
  }

  private struct Tally {
    var total: Float = 0
    var kinds = Matching.Kinds()
    var gains: [Gain] = []
  }

  private func score(_ alert: AlertFeatures) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: titles.count)
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
        let gain = (best.weight + min(rest * 0.15, best.weight * 0.3)) * strength
        tallies[Int(scenario)].total += gain
        tallies[Int(scenario)].kinds.count(feature.key, gain)
        note(Gain(item: best.item, weight: gain), in: &tallies[Int(scenario)])
      }
    }
    return tallies
  }

  private func note(_ gain: Gain, in tally: inout Tally) {
    if let same = tally.gains.firstIndex(where: { $0.item == gain.item }) {
      tally.gains[same].weight += gain.weight
    } else {
      tally.gains.append(gain)
    }
  }

  /// - Parameter share: of the best one's weight.
  private func matches(_ tallies: [Tally], share: Float, from least: Double) -> [ScenarioMatch] {
    var result: [ScenarioMatch] = []
    let best = tallies.reduce(0) { max($0, $1.total) }
    for (i, tally) in tallies.enumerated() where tally.total >= best * share {
      let score = Double(tally.total / (tally.total + 3))
      guard score >= least else { continue }
      let reasons = tally.gains.sorted { ($0.weight, $1.item) > ($1.weight, $0.item) }
        .prefix { $0.weight >= 0.25 }.prefix(4).map { items[Int($0.item)] }
      result.append(ScenarioMatch(scenario: i, title: titles[i], score: Double(Int(score * 1000)) / 1000, why: reasons))
    }
    return result.sorted { ($0.score, $1.scenario) > ($1.score, $0.scenario) }
  }

  /// A label that points at a scenario's heading, or names it, decides alone.
  private func named(_ labels: [String: String]) -> ScenarioMatch? {
    guard !labels.isEmpty else { return nil }
    for name in Matching.pointers {
      guard let value = labels[name], let hash = value.utf8.firstIndex(of: Byte.hash) else { continue }
      let anchor = AlertWords.of(String(value[value.utf8.index(after: hash)...])).map(\.stem)
      if let i = scenario(anchor) { return certain(i, "label \(name) points at this heading") }
    }
    // One page per alert is found by the page's file or by the alert's own name.
    for name in Matching.pointers + ["scenario", "alertname"] {
      guard let value = labels[name], let i = titled(Self.page(value)) else { continue }
      return certain(i, "label \(name) names it")
    }
    return nil
  }

  /// The last part of an address without its ending: "DiskFull" of "https://wiki/alerts/DiskFull.md".
  private static func page(_ address: String) -> Substring {
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
