/// Severities as bold lines with more bold lines behind each: "**SEV1:**", a list, "**Response:** 15 min", "**SEV2:**" ...
enum SeverityLabels {
  /// The labels of severities, each with the labels behind it as its own; anything else as it is.
  static func nested(_ labels: [Record]) -> [Record] {
    guard labels.count >= 4, labels.allSatisfy({ $0.shape == .label }) else { return labels }
    let named = labels.map { SeverityNames.read($0.nameWords) != nil }
    guard named.first == true, named.count(where: { $0 }) >= 2, named.contains(false), isEven(labels, named) else {
      return labels
    }
    return labels.indices.reduce(into: [Record]()) { result, index in
      if named[index] || result.isEmpty {
        result.append(labels[index])
      } else {
        result[result.count - 1].add(labels[index])
      }
    }
  }

  /// Whether the labels behind the severities repeat: what stands behind the last one only belongs to no severity.
  private static func isEven(_ labels: [Record], _ named: [Bool]) -> Bool {
    var names: [String: Int] = [:]
    for index in labels.indices where !named[index] { names[labels[index].name.lowercased(), default: 0] += 1 }
    return names.values.allSatisfy { $0 >= 2 }
  }
}
