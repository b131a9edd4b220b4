import Incidents

/// What Tocsin knows by itself when a message is written. For messages to the world the inner facts stay empty.
package struct KnownFacts: Sendable, Hashable {
  package var now: Timestamp
  package var opened: Timestamp
  /// When the next word is promised; nil: no promise.
  package var nextBy: Timestamp?
  package var state = ""
  /// Parts that the message is about.
  package var components: [String] = []
  /// Address of the public page.
  package var page = ""
  // Only for messages inside.
  package var name = ""
  package var title = ""
  package var severity = ""
  /// Names of the runbook's severities, any of which may stand in somebody's example.
  package var severities: [String] = []
  package var responder = ""
  package var room = ""

  package init(now: Timestamp, opened: Timestamp, nextBy: Timestamp? = nil) {
    self.now = now
    self.opened = opened
    self.nextBy = nextBy
  }
}
