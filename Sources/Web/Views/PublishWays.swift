import Engine
import Incidents

/// A message on one of the ways that it takes, as its readers will have it before them.
struct PublishWay: Sendable, Hashable, Encodable {
  /// "slack", "status page"
  var place: String
  var words: String
}

extension PublishView {
  /// Every way, as plain text.
  var ways: [PublishWay] {
    guard audience == .external else {
      return [PublishWay(place: "room", words: draft.text)]
        + spoken.map { PublishWay(place: $0.channel, words: $0.words) }
    }
    let page = FollowWords.lines(update) + (touched.isEmpty ? [] : ["", Words.list(touched) + "."])
    let letter = (["Subject: \(mail.subject)", ""] + mail.lines).joined(separator: "\n")
    return [PublishWay(place: "status page", words: page.joined(separator: "\n"))]
      + (mails > 0 ? [PublishWay(place: "mail to \(Words.count(mails, "subscriber"))", words: letter)] : [])
      + [PublishWay(place: "text message", words: shortText)]
  }

  /// What followers would be told.
  var update: PublicUpdate {
    PublicUpdate(
      incident: incident.id, at: now, state: state, title: draft.title, text: draft.text, components: draft.components,
      nextBy: state == .resolved ? nil : nextBy, began: incident.opened)
  }

  var mail: (subject: String, lines: [String]) {
    FollowWords.mail(update, origin: origin, leave: "\(origin)/status/leave/…")
  }

  /// "Website: partial outage", for each part that does not work.
  var touched: [String] {
    parts.compactMap { part in
      guard let state = draft.components[part.component.id], state != .operational else { return nil }
      return "\(part.component.name): \(StatusWords.state(state).lowercased())"
    }
  }

  /// One line: what a phone shows.
  var shortText: String {
    let words = draft.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard audience == .external else { return "[\(incident.severity)] \(incident.headline): \(words)" }
    let next = nextBy.map { state == .resolved ? "" : " Next update by \(CivilTime($0).clock) UTC." } ?? ""
    return "\(StatusWords.state(state)): \(draft.title). \(words)\(next) \(origin)/status"
  }
}
