import Incidents

/// Phases as clocks: where one ends and the next begins at the same moment, one clock tells both, so that the first
/// clocks of an incident are not filled with the same minute twice.
enum PhaseClocks {
  static func told(_ promises: [Promise]) -> [Promise] {
    let ends = promises.filter { $0.kind == .phase && !$0.passes && $0.state.met == nil }
    return promises.compactMap { promise in
      guard promise.kind == .phase else { return promise }
      if promise.passes { return ends.contains { $0.due == promise.due } ? nil : promise }
      guard promise.state.met == nil else { return promise }
      let next = promises.filter { $0.kind == .phase && $0.passes && $0.due == promise.due }
      var told = promise
      if let first = next.first { told.why = "then \(first.what.dropping(" begins"))" }
      return told
    }
  }
}

extension String {
  fileprivate func dropping(_ end: String) -> String { hasSuffix(end) ? String(dropLast(end.count)) : self }
}
