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

  package init(_ runbook: Runbook) {
    pages = PagePointers(runbook)
    var found: [(features: AlertFeatures, scenario: Int, item: Int, share: Float)] = []
    for (i, scenario) in runbook.scenarios.enumerated() {
      titles.append(scenario.title)
      slugs.append(AlertWords.of(scenario.title).map(\.stem))
      for piece in Evidence.pieces(of: scenario, services: runbook.services) {
        var features = AlertFeatures()
        features.add(piece.text, share: 1)
        found.append((features, i, items.count, piece.share))
        items.append(Reason(piece.reason, line: piece.line))
      }
    }
    var scenarios: [UInt64: Set<Int>] = [:]
    for entry in found {
      for feature in entry.features.features { scenarios[feature.key, default: []].insert(entry.scenario) }
    }
    let count = Float(max(runbook.scenarios.count, 1))
    for entry in found {
      for feature in entry.features.features {
        // What every scenario says tells them apart the least.
        let rarity = 1 - 0.7 * Float((scenarios[feature.key]?.count ?? 1) - 1) / count
        let only = scenarios[feature.key]?.count == 1 && ConceptTable.shared.isThing(feature.key)
        let weight = feature.weight * entry.share * rarity * (only ? 1.4 : 1)
        postings[feature.key, default: []].append(
          Posting(scenario: Int32(clamping: entry.scenario), item: Int32(clamping: entry.item), weight: weight))
      }
    }
  }

  /// Scenarios that fit, best first, each with its reasons; empty when none does.
  package func rank(summary: String, labels: [String: String]) -> [ScenarioMatch] {
    guard !titles.isEmpty else { return [] }
    if let named = pages.match(labels) ?? named(labels) { return [named] }
    var alert = AlertFeatures()
    alert.add(summary, share: 1)
    if !labels.isEmpty {
      for (name, share) in Matching.labels {
        if let value = labels[name] { alert.add(value, share: share) }
      }
    }
    return alert.isGoodNews ? [] : matches(score(alert))
  }

  /// How much one piece of evidence gave to one scenario.
  private struct Gain {
    var item: Int32
    var weight: Float
  }

  private struct Tally {
    var total: Float = 0
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

  private func matches(_ tallies: [Tally]) -> [ScenarioMatch] {
    var result: [ScenarioMatch] = []
    let best = tallies.reduce(0) { max($0, $1.total) }
    for (i, tally) in tallies.enumerated() where tally.total >= best * 0.45 {
      let score = Double(tally.total / (tally.total + 3))
      guard score >= Matching.threshold else { continue }
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
    guard let value = labels["scenario"] else { return nil }
    let words = AlertWords.of(value).map(\.stem)
    guard let i = slugs.firstIndex(of: words) else { return nil }
    return certain(i, "label scenario names it")
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
