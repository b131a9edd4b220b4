import Channels
import Incidents
import Synchronization

/// The configured channels by name; replaced whole when the team file is read again.
final class ChannelTable: Sendable {
  private let channels: Mutex<[String: any Channel]>

  init(_ channels: [any Channel] = []) {
    self.channels = Mutex(Self.byName(channels))
  }

  func replace(with channels: [any Channel]) { self.channels.withLock { $0 = Self.byName(channels) } }

  func send(_ message: PageMessage, by method: ContactMethod) async -> DeliveryOutcome {
    guard let channel = channels.withLock({ $0[method.channel] }) else {
      return .permanent("there is no channel \(method.channel) in the team file")
    }
    return await channel.send(message, to: method.address)
  }

  /// What `send` would put before the reader; nil where the team file has no such channel.
  func words(_ message: PageMessage, by method: ContactMethod) -> String? {
    channels.withLock { $0[method.channel] }?.words(message, to: method.address)
  }

  private static func byName(_ channels: [any Channel]) -> [String: any Channel] {
    Dictionary(channels.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
  }
}
