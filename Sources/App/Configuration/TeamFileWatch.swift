import Channels
import Incidents
import Yams

/// How others learn that this server pages nobody any more.
package struct WatchSetting: Sendable, Hashable {
  /// An address that is called each minute while paging works; a dead man's switch elsewhere. It is a key to it.
  package var heartbeat: Secret?
  package init() {}
}

extension TeamFileSections {
  /// `watch: { heartbeat: env:NAME }`; the address is a secret, for whoever knows it can say that all is well.
  mutating func readWatch(_ node: Node) -> WatchSetting {
    var setting = WatchSetting()
    let section = report.section(node, in: "`watch`", keys: ["heartbeat"])
    if let address = section["heartbeat"] {
      setting.heartbeat = secret(address, "`heartbeat` of `watch`").map { Secret($0) }
    }
    return setting
  }
}
