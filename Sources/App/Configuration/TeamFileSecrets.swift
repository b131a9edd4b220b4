import Yams

extension TeamFileSections {
  /// A secret by reference. The value itself never stands in the file and never in a message.
  mutating func secret(_ node: Node, _ what: String) -> String? {
    guard let reference = report.text(node, what) else { return nil }
    if let name = reference.dropping("env:") { return fromEnvironment(name, at: node, what) }
    if let path = reference.dropping("file:") { return fromFile(path, at: node, what) }
    report.refuse(
      node, "\(what) is a secret written out in the file.",
      hint: "write `env:NAME` for an environment variable or `file:PATH` for a file.")
    return nil
  }

  private mutating func fromEnvironment(_ name: String, at node: Node, _ what: String) -> String? {
    if let value = environment(name), !value.isEmpty { return value }
    report.refuse(
      node, "\(what) is `env:\(clipped(name))`, but that environment variable is not set.",
      hint: "set \(clipped(name)) before the start.")
    return nil
  }

  private mutating func fromFile(_ path: String, at node: Node, _ what: String) -> String? {
    guard let content = try? readFile(path) else {
      report.refuse(
        node, "\(what) is `file:\(clipped(path))`, but that file cannot be read.", hint: "check its path and rights.")
      return nil
    }
    let value = content.prefix { !$0.isNewline }
    guard !value.isEmpty, value.utf8.count <= 4_096 else {
      let state = value.isEmpty ? "begins with an empty line" : "has a first line of more than 4096 bytes"
      report.refuse(node, "\(what) is `file:\(clipped(path))`, but that file \(state).", hint: "put the secret there.")
      return nil
    }
    return String(value)
  }
}

extension String {
  /// What follows `prefix`, or nil where the text does not begin so or ends there.
  fileprivate func dropping(_ prefix: String) -> String? {
    hasPrefix(prefix) && count > prefix.count ? String(dropFirst(prefix.count)) : nil
  }
}
