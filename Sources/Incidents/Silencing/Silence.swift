/// "Do not page for what matches, from then until then": set by a person or a tool before or during known trouble.
///
/// It holds back opening and paging. It never resolves anything, and what still fires when it ends pages at once.
package struct Silence: Sendable, Hashable {
  package enum State: String, Sendable, Hashable { case pending, active, expired }

  /// A UUID in its usual form, lower case.
  package var id: String
  /// All must match.
  package var matchers: [Matcher]
  /// Only alerts of this ingest key; nil for alerts of every key.
  package var integration: Int64?
  package var starts: Timestamp
  package var ends: Timestamp
  package var updated: Timestamp
  package var by: String
  package var comment: String

  package init(
    id: String, matchers: [Matcher], integration: Int64?, starts: Timestamp, ends: Timestamp, updated: Timestamp,
    by: String, comment: String
  ) {
    self.id = id
    self.matchers = matchers
    self.integration = integration
    self.starts = starts
    self.ends = ends
    self.updated = updated
    self.by = by
    self.comment = comment
  }

  /// What a maintenance window of the team file has for an identifier, before its name.
  package static let windowPrefix = "maintenance:"

  /// In a sentence: "the silence of Ana until 10:00" is for people who ask why.
  package var title: String {
    if id.hasPrefix(Self.windowPrefix) { return "the maintenance window \(id.dropFirst(Self.windowPrefix.count))" }
    return "a silence of \(by)" + (comment.isEmpty ? "" : " (\(comment))")
  }

  package func state(at now: Timestamp) -> State {
    if now < starts { return .pending }
    return now < ends ? .active : .expired
  }

  package func covers(_ labels: [String: String], of key: Int64) -> Bool {
    (integration ?? key) == key && !matchers.isEmpty && matchers.allSatisfy { $0.matches(labels) }
  }
}

/// Why a silence is not set, in Alertmanager's words, which its tools show to people.
package enum SilenceRefusal: Error, Sendable, Hashable {
  case invalid(String)
  case notFound

  package var message: String {
    switch self {
    case .invalid(let why): why
    case .notFound: "silence not found"
    }
  }
}

extension Silence {
  /// What is to be stored so that `wanted` holds, the one that holds from now on last. An active silence keeps its
  /// identifier while only its end moves; any other change ends it and begins another, as Alertmanager does.
  package static func set(
    _ wanted: Silence, over known: Silence?, newID: String, now: Timestamp
  ) throws(SilenceRefusal) -> [Silence] {
    var wanted = wanted
    wanted.updated = now
    guard wanted.starts < wanted.ends else {
      throw .invalid("Failed to create silence: start time must be before end time")
    }
    guard wanted.ends > now else { throw .invalid("Failed to create silence: end time can't be in the past") }
    guard !wanted.matchers.allSatisfy(\.matchesEmpty) else {
      throw .invalid("silence invalid: at least one matcher must not match the empty string")
    }
    if let known, wanted.mayReplace(known, now) { return [wanted] }
    wanted.id = newID
    wanted.starts = max(wanted.starts, now)
    guard let known, known.state(at: now) != .expired else { return [wanted] }
    return [known.expired(at: now), wanted]
  }

  private func mayReplace(_ known: Silence, _ now: Timestamp) -> Bool {
    guard known.matchers == matchers, known.integration == integration else { return false }
    switch known.state(at: now) {
    case .pending: return starts >= now
    // Whoever lists silences reads milliseconds, and sends them back.
    case .active: return starts.microseconds / 1_000 == known.starts.microseconds / 1_000
    case .expired: return false
    }
  }

  package func expired(at now: Timestamp) -> Silence {
    var silence = self
    if silence.starts > now { silence.starts = now }
    silence.ends = min(silence.ends, now)
    silence.updated = now
    return silence
  }
}

extension SilenceRefusal {
  /// Without the words that Alertmanager's tools expect in front.
  package var plainly: String {
    let words = message.replacing("Failed to create silence: ", with: "").replacing("silence invalid: ", with: "")
    return words.prefix(1).uppercased() + words.dropFirst() + (words.hasSuffix(".") ? "" : ".")
  }
}
