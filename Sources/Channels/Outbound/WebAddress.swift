import Foundation

/// A URL that may be called: http or https, a host, no user name.
struct WebAddress: Sendable, Hashable {
  var host: String

  /// Why it may not be called.
  struct Refusal: Error { var reason: String }

  init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= 4_096, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Refusal(reason: "the address holds spaces or other characters that no URL has")
    }
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased() else {
      throw Refusal(reason: "the address is not a URL")
    }
    guard scheme == "http" || scheme == "https" else {
      throw Refusal(reason: "the address begins with \(scheme.prefix(20)), not with http or https")
    }
    guard url.user == nil, url.password == nil else { throw Refusal(reason: "the address holds a user name") }
    guard let host = url.host, !host.isEmpty else { throw Refusal(reason: "the address has no host") }
    self.host = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }
}
