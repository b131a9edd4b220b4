import HTTPTypes

/// What a node knows that stands by: it takes alerts and reports into the store's inbox, and sends everybody else on.
package struct StandingBy: Sendable, Hashable {
  /// The node that serves, and where people reach it; empty where it is not known.
  package var name: String
  package var address: String
  /// Whether what comes in can be kept at this moment.
  package var takesAlerts: Bool

  package init(name: String, address: String, takesAlerts: Bool) {
    self.name = name
    self.address = address
    self.takesAlerts = takesAlerts
  }
}

extension Route {
  /// A node that stands by answers here as well.
  var onAnyNode: Route {
    var route = self
    route.isOnAnyNode = true
    return route
  }
}

extension Routes {
  static func onAnyNode(_ routes: [Route]) -> [Route] { routes.map(\.onAnyNode) }
}

extension Failure {
  /// `path` is what was asked for, where it can be asked for on the other node.
  static func standingBy(_ node: StandingBy, path: String?) -> Failure {
    let who = node.name.isEmpty ? "Another node takes over within ten seconds." : "\(node.name) serves."
    let alerts =
      node.takesAlerts ? "Alerts are taken here as well; this is answered there." : "Nothing is taken here now."
    let link: (text: String, target: String)? = path.flatMap { path in
      node.address.isEmpty ? nil : (text: "Open it there", target: node.address + path)
    }
    return Failure(
      .serviceUnavailable, "standing_by",
      Notice(title: "This node stands by", words: "\(who) \(alerts)", link: link), retryAfterSeconds: 5)
  }
}

extension Site {
  /// Throws where this node stands by and the route is for the one that serves, or nothing can be kept here now: an
  /// unknown key is refused for good only by a node that knows them all.
  func admit(_ route: Route, _ method: HTTPRequest.Method, _ path: String) throws {
    guard let node = context.standingBy?() else { return }
    if route.isOnAnyNode, route.rule != .ingestKey || node.takesAlerts { return }
    throw Failure.standingBy(node, path: method == .get || method == .head ? path : nil)
  }
}
