import Incidents
import Intake
import NIOHTTP1

/// The addresses by which alerts come at full rate, and what each takes and answers when all is well. Whatever is not
/// well, or not plain, is left to the router, which alone has the words of refusals.
enum IntakeDoor: Sendable, Hashable {
  case pagerDuty
  /// With the ingest key.
  case alertmanager(String)
  case webhook(String)

  /// nil for every request that the router is to answer.
  static func of(_ head: HTTPRequestHead) -> IntakeDoor? {
    guard head.method == .POST, head.version == .http1_1, let door = at(head.uri, head.headers), isPlain(head, door)
    else { return nil }
    return door
  }

  private static func at(_ uri: String, _ headers: HTTPHeaders) -> IntakeDoor? {
    switch uri {
    case "/v2/enqueue": return .pagerDuty
    case "/api/v2/alerts": return bearer(headers).map { .alertmanager($0) }
    default:
      if let key = part(uri, after: "/am/", before: "/api/v2/alerts") { return .alertmanager(key) }
      return part(uri, after: "/integrations/v1/alertmanager/", before: uri.utf8.last == Self.slash ? "/" : "")
        .map { .webhook($0) }
    }
  }

  private static let slash = UInt8(ascii: "/")

  /// The one part of an address that stands between these.
  private static func part(_ uri: String, after prefix: String, before suffix: String) -> String? {
    guard uri.hasPrefix(prefix), uri.hasSuffix(suffix), uri.utf8.count > prefix.utf8.count + suffix.utf8.count else {
      return nil
    }
    let key = uri.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    let isPlain = key.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "z")).contains($0) && $0 != UInt8(ascii: "?") }
    return isPlain && key.count <= 128 ? String(Substring(key)) : nil
  }

  private static func bearer(_ headers: HTTPHeaders) -> String? {
    guard let value = headers.first(name: "authorization"), value.hasPrefix("Bearer ") else { return nil }
    return String(value.dropFirst(7))
  }

  /// One whole body of known length, not compressed, on a connection that stays.
  private static func isPlain(_ head: HTTPRequestHead, _ door: IntakeDoor) -> Bool {
    guard head.headers.count <= 20 else { return false }
    var size = head.uri.utf8.count
    var length: Int?
    for (name, value) in head.headers {
      size += name.utf8.count + value.utf8.count + 4
      switch name.lowercased() {
      case "content-length": length = Int(value)
      case "content-encoding", "transfer-encoding", "expect", "upgrade": return false
      case "connection": if value.lowercased() != "keep-alive" { return false }
      default: break
      }
    }
    return size <= 16_384 && (length.map { $0 <= door.limit } ?? false)
  }

  /// Bytes of a body.
  private var limit: Int { self == .pagerDuty ? 524_288 : 1_048_576 }

  /// What a body says, where nothing at all is wrong with it.
  func read(_ body: [UInt8], now: Timestamp) -> (key: String, events: [AlertEvent])? {
    guard let batch = try? batch(body, now), !batch.events.isEmpty, batch.problems.isEmpty, batch.omitted == 0 else {
      return nil
    }
    switch self {
    case .pagerDuty: return batch.routingKey.map { ($0, batch.events) }
    case .alertmanager(let key), .webhook(let key): return (key, batch.events)
    }
  }

  private func batch(_ body: [UInt8], _ now: Timestamp) throws(IntakeError) -> IntakeBatch {
    switch self {
    case .pagerDuty: try PagerDutyV2.format.read(body)
    case .alertmanager: try AlertmanagerV2.read(body, now: now)
    case .webhook: try AlertmanagerWebhook.format.read(body)
    }
  }

  func answer(_ receipts: [Receipt]) -> (status: HTTPResponseStatus, body: [UInt8]) {
    switch self {
    case .pagerDuty: (.accepted, PagerDutyV2.Answer.accepted(dedupKey: receipts.first?.dedupKey ?? ""))
    case .alertmanager: (.ok, [])
    case .webhook: (.ok, Array("{}".utf8))
    }
  }
}
