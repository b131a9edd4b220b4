import Channels
import Yams

extension TeamFileSections {
  static func addressExample(ofKind kind: String) -> String? { ChannelKind(rawValue: kind)?.addressExample }

  mutating func readChannels(_ node: Node) -> [(name: String, configuration: ChannelConfiguration)] {
    report.entries(of: node, in: "`channels`").compactMap { entry in
      // Contacts may refer to a channel whose own settings are wrong: one mistake, one message.
      channelKinds[entry.key] = channelKinds[entry.key] ?? ""
      guard identifier(entry, "a channel"), entry.key != "after" else {
        if entry.key == "after" { report.refuse(entry.keyNode, "A channel cannot be called `after`.") }
        return nil
      }
      guard let kind = kind(of: entry.value, channel: entry.key) else { return nil }
      channelKinds[entry.key] = kind.rawValue
      return settings(entry.value, of: kind, name: entry.key).map { (entry.key, $0) }
    }
  }

  private mutating func kind(of node: Node, channel: String) -> ChannelKind? {
    let kinds = ChannelKind.allCases.map(\.rawValue)
    guard let kindNode = node.mapping?["kind"] else {
      report.refuse(
        node, "Channel `\(channel)` has no kind.", hint: "add `kind:` and one of \(kinds.joined(separator: ", ")).")
      return nil
    }
    guard let word = report.text(kindNode, "The kind of channel `\(channel)`") else { return nil }
    if let kind = ChannelKind(rawValue: word) { return kind }
    let near = Spelling.nearest(to: word, among: kinds).map { "did you mean `\($0)`?" }
    report.refuse(
      kindNode, "There is no kind of channel `\(clipped(word))`.",
      hint: near ?? "known kinds: \(kinds.joined(separator: ", ")).")
    return nil
  }

  private mutating func settings(_ node: Node, of kind: ChannelKind, name: String) -> ChannelConfiguration? {
    let section = report.section(node, in: "channel `\(name)` of kind \(kind.rawValue)", keys: ["kind"] + kind.keys)
    switch kind {
    case .console: return .console
    case .smtp: return smtp(section, node, name: name)
    case .ntfy:
      let server = url(section, "server", node, name: name)
      let token = optionalSecret(section, "token", name: name)
      return server.map { .ntfy(server: $0, token: token) }
    case .slack:
      return required(section, "url", node, name: name).flatMap { urlNode in
        let url = secret(urlNode, "`url` of channel `\(name)`")
        return url.flatMap { checkedURL($0, at: urlNode, "url", name: name) ? .slack(url: $0) : nil }
      }
    case .webhook:
      let url = url(section, "url", node, name: name)
      let secret = optionalSecret(section, "secret", name: name)
      return url.map { .webhook(url: $0, secret: secret) }
    }
  }

  private mutating func smtp(_ section: [String: Node], _ node: Node, name: String) -> ChannelConfiguration? {
    let host = requiredText(section, "host", node, name: name)
    let from = requiredText(section, "from", node, name: name)
    let security = section["tls"].map { tls($0, name: name) } ?? .starttls
    let port = section["port"].map { report.integer($0, "`port` of channel `\(name)`", in: 1...65_535) }
    let user = section["username"].flatMap { report.text($0, "`username` of channel `\(name)`") }
    let password = optionalSecret(section, "password", name: name)
    if (section["username"] == nil) != (section["password"] == nil) {
      report.refuse(
        node, "Channel `\(name)` has only one of `username` and `password`.", hint: "give both, or neither.")
    }
    guard let host, let from, let security, let port = port ?? (security == .implicit ? 465 : 587) else { return nil }
    // A PEM file of authorities beside the system's, for a mail server with a certificate of its own house.
    let authorities = section["ca"].flatMap { report.text($0, "`ca` of channel `\(name)`") }
    return .smtp(
      host: host, port: port, tls: security, from: from, username: user, password: password, trustRoots: authorities)
  }

  private mutating func tls(_ node: Node, name: String) -> ChannelConfiguration.TLS? {
    guard let word = report.text(node, "`tls` of channel `\(name)`") else { return nil }
    switch word {
    case "starttls": return .starttls
    case "implicit": return .implicit
    case "none": return ChannelConfiguration.TLS.none
    default:
      report.refuse(node, "`tls` cannot be `\(clipped(word))`.", hint: "write `starttls`, `implicit` or `none`.")
      return nil
    }
  }

  private mutating func required(_ section: [String: Node], _ key: String, _ node: Node, name: String) -> Node? {
    if let found = section[key], !report.isEmpty(found) { return found }
    report.refuse(section[key] ?? node, "Channel `\(name)` has no `\(key)`.", hint: "add `\(key):`.")
    return nil
  }

  private mutating func requiredText(_ section: [String: Node], _ key: String, _ node: Node, name: String) -> String? {
    required(section, key, node, name: name).flatMap { report.text($0, "`\(key)` of channel `\(name)`") }
  }

  private mutating func optionalSecret(_ section: [String: Node], _ key: String, name: String) -> String? {
    section[key].flatMap { secret($0, "`\(key)` of channel `\(name)`") }
  }

  /// An address that may be written out or, where it is private, referred to like a secret.
  private mutating func url(_ section: [String: Node], _ key: String, _ node: Node, name: String) -> String? {
    guard let urlNode = required(section, key, node, name: name),
      let written = report.text(urlNode, "`\(key)` of channel `\(name)`")
    else { return nil }
    let refers = written.hasPrefix("env:") || written.hasPrefix("file:")
    guard let text = refers ? secret(urlNode, "`\(key)` of channel `\(name)`") : written else { return nil }
    return checkedURL(text, at: urlNode, key, name: name) ? text : nil
  }

  private mutating func checkedURL(_ text: String, at node: Node, _ key: String, name: String) -> Bool {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    let clean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    if let scheme, clean, text.count > scheme.count { return true }
    report.refuse(
      node, "`\(key)` of channel `\(name)` is not an address of the web.",
      hint: "it begins with `https://` or `http://`.")
    return false
  }
}
