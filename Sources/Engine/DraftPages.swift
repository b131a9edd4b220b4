import Incidents

/// Why somebody is paged.
struct PageCause {
  var rung: Int?
  var reason: Page.Reason
  /// The end of "Bo Lindqvist paged: …"; nil for the first page, which needs no reason.
  var because: String?
  /// The document's words for whom it reaches.
  var role: String
  var until: Until
  var line: Int?
  /// By which schedule the person holds the role at this moment: "on call by primary until …"; may be empty.
  var by = ""
  /// What was assumed for it, where the document does not say it.
  var assumption: String?
  /// "50 min late.", where nobody could page in time; empty else.
  var late = ""
  /// More for the timeline, in sentences.
  var detail = ""

  /// The same as a sentence.
  var holding: String { by.isEmpty ? "" : by.prefix(1).uppercased() + by.dropFirst() + "." }
}

extension Draft {
  /// Pages a person at once by the first contact method, and plans the further ones for later. A person whom this
  /// decision pages already gets the further reason on the same page. False where nothing new is sent.
  @discardableResult
  mutating func page(_ person: Person, _ cause: PageCause) -> Bool {
    if let entry = pagedNow[person.id] {
      addDetail("Also as \(cause.role).", to: entry)
      return false
    }
    guard let method = person.methods.first else { return false }
    let wait = held(person, cause.reason, at: now)
    guard let page = send(method, to: person, cause, due: wait ?? now) else { return false }
    let again = remind(person, cause, from: wait ?? now)
    if let wait {
      noteHeld(person, cause, until: wait)
      return true
    }
    let words = [cause.detail, cause.holding, again].filter { !$0.isEmpty }.joined(separator: " ")
    let because = cause.because.map { ": " + $0 } ?? ""
    pagedNow[person.id] = note(
      .paged, "\(person.name) paged\(because)", detail: words, line: cause.line, page: page)
    return true
  }

  /// One page by one method; the place of the page among the new ones, or nil where it exists already.
  mutating func send(_ method: ContactMethod, to person: Person, _ cause: PageCause, due: Timestamp) -> Int? {
    let page = Page(
      id: 0, incident: incident.id, round: incident.round, rung: cause.rung, person: person.id, method: method,
      reason: cause.reason, due: due, until: cause.until, why: why(cause), line: cause.line,
      assumption: cause.assumption, created: now)
    let identity = PageIdentity(page)
    guard
      !known.contains(where: {
        $0.status != .cancelled && !cancelled.contains($0.id) && PageIdentity($0) == identity
      }),
      !pages.contains(where: { PageIdentity($0) == identity })
    else { return nil }
    pages.append(page)
    admit(person.id)
    return pages.count - 1
  }

  /// The further methods of a person, each at its own time unless somebody acknowledges first.
  private mutating func remind(_ person: Person, _ cause: PageCause, from start: Timestamp) -> String {
    guard incident.acknowledgedAt == nil || cause.until == .resolved, cause.reason.climbs else { return "" }
    var again = cause
    again.reason = .reminder
    // Who is called into an incident that somebody has is asked until this person answers or it is resolved.
    again.until = incident.acknowledgedAt == nil ? .acknowledged : .resolved
    var said = [repage(person, again, from: start)].compactMap { $0 }
    for method in person.methods.dropFirst() where method.after > .zero {
      again.because = "no answer in \(Wording.span(method.after))"
      let due = held(person, .reminder, at: start + method.after) ?? start + method.after
      if send(method, to: person, again, due: due) != nil {
        said.append("by \(method.channel) at \(Wording.clock(due))")
      }
    }
    return said.isEmpty ? "" : "Again \(Wording.list(said)), unless acknowledged."
  }

  private func why(_ cause: PageCause) -> String {
    if cause.reason == .update { return "\(cause.role): \(cause.because ?? "")" }
    let reason = cause.because.map { "\(cause.role): \($0)." } ?? "\(cause.role) is paged first."
    return [reason, cause.holding, cause.late].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whom to page when a rung reaches nobody: the team's fallback, else the first person who can be reached.
  func fallback(besides: Set<String> = []) -> Person? {
    let reachable = team.people.filter { !$0.methods.isEmpty && !besides.contains($0.id) }
    return reachable.first { $0.id == team.fallback } ?? reachable.first
  }
}

/// What makes two pages one: the same person is never paged twice by one method for one reason.
struct PageIdentity: Hashable {
  private let round: Int
  private let rung: Int?
  private let person: String
  private let channel: String
  private let address: String
  private let reason: Page.Reason
  /// A promise falls due again and again, and so is a page repeated and a word posted.
  private let moment: Timestamp?
  /// The minute, for what people may ask for again: asked twice in one minute is asked once.
  private let minute: Int64?

  /// What the ways of telling one person one thing at one moment have in common.
  static func word(_ page: Page) -> [String] {
    [page.person, page.reason.rawValue, "\(page.created.microseconds)", page.why]
  }

  init(_ page: Page) {
    round = page.round
    rung = page.rung
    person = page.person
    channel = page.method.channel
    address = page.method.address
    reason = page.reason
    moment = page.reason.isPromise || page.reason == .update ? page.created : page.reason == .repeated ? page.due : nil
    let asked: Set<Page.Reason> = [.byHand, .handover, .situation]
    minute = asked.contains(page.reason) ? page.created.microseconds / 60_000_000 : nil
  }
}
