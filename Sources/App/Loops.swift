import Channels
import Engine
import Foundation
import Incidents
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The loops of a running server, each one a service.
extension House {
  func loops(_ site: Site) -> [any Service] { nodes() + paging() + keeping(site) + side(site) }

  /// From what is due to a page on its way.
  private func paging() -> [any Service] {
    let sender = pageSender
    let engine = EngineWatch(
      decisions: decisions, troubles: troubles, catchUp: catchUp, turned: { [systemd] in systemd.pulse() },
      metrics: metrics, logger: logger)
    return [
      due(aftermath.sender, "sender_faults", "the pages that are due could not be claimed") { await sender.run($0) },
      Loop(body: { await sender.sendBorn(aftermath.born) }, stop: { [aftermath] in aftermath.stopBorn() }),
      due(aftermath.engine, "engine_faults", "the incidents that are due could not be read") {
        await $0.run(engine.look)
      },
      Loop(body: { await raise() }, stop: { [aftermath] in aftermath.stopRaises() }),
      Loop(body: { await releaseStaleClaims() }, stop: {}),
      Loop(body: { await hold.run(decisions, aftermath, logger) }, stop: {}),
      Loop(body: { await selfWatch.run() }, stop: {}),
      Loop(body: { await feedSystemd() }, stop: {}),
    ]
  }

  /// What alerts and files become with time.
  private func keeping(_ site: Site) -> [any Service] {
    let silencing = SilenceWatch(decisions: decisions, book: silences)
    let terms = TermWatch(decisions: decisions)
    let heartbeats = HeartbeatWatch(decisions: decisions)
    var all: [any Service] = [
      due(aftermath.silences, "silence_faults", "silences could not be applied") { await $0.run(silencing.look) },
      due(aftermath.heartbeats, "heartbeat_faults", "late heartbeats could not be told") {
        await $0.run(heartbeats.look)
      },
      due(aftermath.terms, "term_faults", "alerts that are over could not be ended") { await $0.run(terms.look) },
      Loop(body: { await noteUsedKeys(site.keys) }, stop: {}),
      Loop(body: { await reread() }, stop: { [rereading] in rereading.stop() }),
      Loop(body: { await watchFiles() }, stop: {}),
    ]
    if options.handlesSignals { all.append(Loop(body: { await rereadOnHangUp() }, stop: {})) }
    return all
  }

  /// What nobody is woken for.
  private func side(_ site: Site) -> [any Service] {
    let page = StatusLoop(press: site.status, decisions: decisions, pace: options.pace, logger: logger)
    let bulletins = BulletinSender(
      press: site.status, decisions: decisions, hook: options.hook ?? StatusHook(),
      words: BulletinWords(origin: origin, secret: secret), metrics: metrics,
      logger: logger)
    return [
      Loop(body: { await notices.run() }, stop: {}),
      Loop(body: { await page.run() }, stop: {}),
      Loop(body: { await bulletins.run() }, stop: {}),
      Loop(body: { await seals.run() }, stop: {}),
    ]
  }

  /// A service that looks whenever something is due.
  private func due(
    _ wake: Wake, _ faults: String, _ trouble: Logger.Message, _ run: @escaping @Sendable (DueLoop) async -> Void
  ) -> Loop {
    let loop = DueLoop(
      wake: wake, clock: clock, metrics: metrics, logger: logger, faults: faults, trouble: trouble)
    return Loop(body: { await run(loop) }, stop: { wake.stop() })
  }

  private var seals: SealLoop {
    SealLoop(
      decisions: decisions, touched: aftermath.feed.touched,
      pause: .milliseconds(Int64(max(5_000 / options.pace, 500))), logger: logger)
  }

  private var notices: NoticeLoop {
    NoticeLoop(
      decisions: decisions, channels: channels, origin: origin, demo: WebContext.demo(pace: options.pace),
      pause: .milliseconds(Int64(max(15_000 / options.pace, 250))), logger: logger)
  }

  var pageMessages: PageMessages {
    PageMessages(origin: origin, secret: secret, demo: WebContext.demo(pace: options.pace))
  }

  var pageSender: PageSender {
    PageSender(
      decisions: decisions, channels: channels,
      messages: pageMessages, slots: slots, wake: aftermath.sender, engine: aftermath.engine,
      changed: aftermath.changed, owner: owner,
      troubles: troubles, selfTest: selfTest, catchUp: catchUp, metrics: metrics, logger: logger)
  }

  /// An alert that joined an open incident asks for more: the higher severity holds.
  private func raise() async {
    for await raise in aftermath.raises {
      do {
        try await decisions.decide(raise.incident) { view, now in
          guard let wanted = view.policy.runbook.severities.first(where: { $0.name == raise.severity }),
            wanted.rank < view.incident.severityRank
          else { return nil }
          return try Engine.changeSeverity(view, to: raise.severity, by: TimelineEntry.tocsin, now: now)
        }
      } catch is Refusal {
        continue
      } catch {
        logger.error(
          "a severity could not be raised", metadata: ["incident": "\(raise.incident)", "error": "\(error)"])
      }
    }
  }

  /// When each key was last used, written once a minute and never once an event.
  private func noteUsedKeys(_ keys: IngestKeys) async {
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }) != nil {
      let used = keys.takeUsed()
      if !used.isEmpty { _ = try? await decisions.writer.submit([KeyStatements.used(used)]) }
    }
  }

  /// A page whose outcome could not be stored, or whose incident could not be read, is sent again once its claim has
  /// run out, marked as a possible repeat. Without this it would wait for a restart.
  private func releaseStaleClaims() async {
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(15)) }) != nil {
      let now = clock.now()
      let release = Claims.release(claimedBefore: now, now: now)
      guard let released = try? await decisions.writer.submit([release]).first, released.changed > 0 else { continue }
      metrics.count("claims_released", by: released.changed)
      logger.warning("claims ran out; the pages are sent again, marked", metadata: ["pages": "\(released.changed)"])
      aftermath.sender.by(now)
    }
  }

  private func rereadOnHangUp() async {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { rereading.ask() }
  }

  /// Runbooks and team file are read again soon after they change. A change is taken once it has stood still for one
  /// interval, so that a file that is being written is not read halfway.
  private func watchFiles() async {
    var last: [String: String] = [:]
    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(2)) }) != nil {
      let (changed, look) = shelf.look()
      if changed, look == last { rereading.ask() }
      last = look
    }
  }
}
