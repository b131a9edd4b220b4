import Channels
import Engine
import Incidents
import Logging
import ServiceLifecycle
import Storage
import Web

/// Sends what people outside follow: in its own loop with few hands, so that no page waits for it.
struct BulletinSender: Sendable {
  let press: StatusPress
  let decisions: Decisions
  let hook: StatusHook
  let words: BulletinWords
  let metrics: Metrics
  let logger: Logger

  private static let hands = 8
  /// How long after each attempt the next one is made; after the last, it is given up.
  private static let waits: [Span] = [.minutes(1), .minutes(5), .minutes(30), .hours(2), .hours(8)]

  func run() async {
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }) != nil {
      do {
        while try await round() {}
      } catch {
        logger.error("messages to followers could not be sent", metadata: ["error": "\(error)"])
      }
    }
    await hook.shutdown()
  }

  /// Sends some of what is due; false where nothing was.
  private func round() async throws -> Bool {
    let now = decisions.clock.now()
    guard let due = try await decisions.database.read(BulletinQueries.earliestDue).first, due <= now else {
      try await releaseStale(now)
      return false
    }
    let claim = BulletinStatements.claim(due: now, limit: Self.hands, until: now + .minutes(2))
    let outcomes = try await decisions.writer.submit([claim])
    let bulletins = try outcomes.first.map(BulletinStatements.bulletins(from:)) ?? []
    let concluded = await withTaskGroup(of: [Statement].self) { tasks in
      for bulletin in bulletins { tasks.addTask { await send(bulletin) } }
      return await tasks.reduce(into: [Statement]()) { $0 += $1 }
    }
    if !concluded.isEmpty { _ = try await decisions.writer.submit(concluded) }
    return !bulletins.isEmpty
  }

  /// What a killed server left behind.
  private func releaseStale(_ now: Timestamp) async throws {
    let stale = try await decisions.database.read(BulletinQueries.staleClaims(before: now)).first ?? 0
    guard stale > 0 else { return }
    _ = try await decisions.writer.submit([BulletinStatements.release(claimedBefore: now, now: now)])
  }

  /// One attempt, and what is to be stored about it; nothing where the store does not say whom it is for.
  private func send(_ bulletin: Bulletin) async -> [Statement] {
    let answer: StatusHook.Answer
    do {
      answer = try await attempt(bulletin)
    } catch {
      return []
    }
    metrics.count("bulletins_\(answer.outcome.word)")
    return Self.after(answer, bulletin, now: decisions.clock.now())
  }

  /// A receiver that says the challenge back wants the updates, as if somebody had opened the link.
  static func after(_ answer: StatusHook.Answer, _ bulletin: Bulletin, now: Timestamp) -> [Statement] {
    let confirmed = answer.echoes ? [SubscriberStatements.confirm(bulletin.subscriber, at: now)] : []
    return [concluded(answer.outcome, bulletin, now)] + confirmed
  }

  private static func concluded(_ outcome: DeliveryOutcome, _ bulletin: Bulletin, _ now: Timestamp) -> Statement {
    switch outcome {
    case .accepted(let evidence):
      return BulletinStatements.conclude(bulletin, "sent", evidence: evidence, again: nil, at: now)
    case .permanent(let reason):
      return BulletinStatements.conclude(bulletin, "failed", evidence: reason, again: nil, at: now)
    case .temporary(let reason, _), .unknown(let reason):
      let wait = bulletin.attempts <= waits.count ? waits[max(0, bulletin.attempts - 1)] : nil
      return BulletinStatements.conclude(
        bulletin, wait == nil ? "failed" : "pending", evidence: reason, again: wait.map { now + $0 }, at: now)
    }
  }

  private func attempt(_ bulletin: Bulletin) async throws -> StatusHook.Answer {
    func plain(_ outcome: DeliveryOutcome) -> StatusHook.Answer { StatusHook.Answer(outcome: outcome) }
    let (subscribers, updates, works) = try await decisions.database.read(
      SubscriberQueries.byId(bulletin.subscriber), PublicQueries.update(bulletin.item),
      PublicQueries.maintenance(since: bulletin.created - .days(1)))
    guard let subscriber = subscribers.first, subscriber.ended == nil else { return plain(.permanent("left")) }
    let item = BulletinWords.Item(
      bulletin: bulletin, subscriber: subscriber, update: updates.first,
      work: works.first { $0.id == bulletin.item })
    let title = press.board()?.title ?? ""
    switch subscriber.kind {
    case .webhook:
      guard let body = words.body(item, board: press.board()) else { return plain(.permanent("withdrawn")) }
      let proof = words.proof(subscriber)
      return await hook.send(
        body, key: item.key, secret: proof.signing,
        challenge: bulletin.subject == .confirm ? proof.challenge : nil, to: subscriber.address)
    case .mail:
      guard let letter = words.letter(item, page: title) else { return plain(.permanent("withdrawn")) }
      guard let channel = mailChannel else {
        return plain(.temporary("the team file has no mail channel", retryAfter: nil))
      }
      return plain(await channel.send(letter, to: subscriber.address))
    }
  }

  /// The channel that the team file names for it, as it is now.
  private var mailChannel: SMTPChannel? {
    let configuration = decisions.shelf.snapshot().configuration
    for (name, channel) in configuration.channels where name == configuration.team.status.mail {
      if case .smtp(let settings) = channel { return SMTPChannel(name: name, configuration: settings) }
    }
    return nil
  }
}

extension DeliveryOutcome {
  /// For counters.
  fileprivate var word: String {
    switch self {
    case .accepted: "accepted"
    case .temporary: "temporary"
    case .permanent: "permanent"
    case .unknown: "unknown"
    }
  }
}
