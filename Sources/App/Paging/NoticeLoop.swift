import Channels
import Engine
import Incidents
import Logging
import ServiceLifecycle
import Storage
import Web

/// Tells people of their shifts: before one begins, and when somebody changes one. What is planned is a row under a
/// key of its own, so that a restart neither forgets it nor says it twice.
struct NoticeLoop: Sendable {
  let decisions: Decisions
  let channels: ChannelTable
  let origin: String
  let demo: String?
  /// Real time between two looks.
  let pause: Duration
  let logger: Logger

  /// Tries until a notice is given up.
  private static let attempts = 5

  func run() async {
    var planned: Set<String> = []
    do {
      _ = try await decisions.writer.submit([
        NoticeStatements.release, NoticeStatements.forget(before: decisions.clock.now() - .days(400)),
      ])
    } catch {
      logger.error("notices that were on their way could not be released", metadata: ["error": "\(error)"])
    }
    while true {
      do {
        try await plan(&planned)
        try await sendDue()
      } catch {
        logger.error("notices of shifts could not be looked at", metadata: ["error": "\(error)"])
      }
      let goesOn: Void? = try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
      if goesOn == nil { return }
    }
  }

  /// Stores a notice for each shift that begins soon. `planned` spares the table what it knows.
  private func plan(_ planned: inout Set<String>) async throws {
    let now = decisions.clock.now()
    let news = decisions.shelf.team().comingShifts(now: now).filter { !planned.contains($0.key) }
    guard !news.isEmpty else { return }
    let checklist = decisions.shelf.current().first.map { Handoff.checklist($0.runbook) } ?? []
    let handover = checklist.isEmpty ? "" : " At the hand-over: " + checklist.map(\.text).joined(separator: "; ") + "."
    let notices = news.map { news in
      ShiftNotice(key: news.key, person: news.person, title: news.title, text: news.text + handover, due: news.due)
    }
    _ = try await decisions.writer.submit([NoticeStatements.plan(notices)])
    planned.formUnion(news.map(\.key))
  }

  private func sendDue() async throws {
    let due = try await decisions.database.read(NoticeQueries.due(decisions.clock.now(), limit: 64))
    for notice in due {
      do {
        _ = try await decisions.writer.submit([NoticeStatements.take(notice)])
      } catch StorageError.conflict {
        continue
      }
      let concluded = await send(notice)
      _ = try await decisions.writer.submit([NoticeStatements.conclude(concluded)])
    }
  }

  /// One attempt by the first method that takes it.
  private func send(_ notice: ShiftNotice) async -> ShiftNotice {
    var notice = notice
    notice.attempts += 1
    guard let person = decisions.shelf.team().person(notice.person) else {
      notice.status = .failed
      return notice
    }
    let message = message(notice, to: person)
    for method in person.methods {
      switch await channels.send(message, by: method) {
      case .accepted, .unknown:
        notice.status = .sent
        return notice
      case .permanent: continue
      case .temporary:
        notice.status = notice.attempts < Self.attempts ? .pending : .failed
        notice.due = decisions.clock.now() + .minutes(notice.attempts)
        return notice
      }
    }
    notice.status = .failed
    logger.warning("a notice of a shift reached nobody", metadata: ["person": "\(notice.person)"])
    return notice
  }

  private func message(_ notice: ShiftNotice, to person: Person) -> PageMessage {
    PageMessage(
      key: "tocsin-\(notice.key)", reason: .notice, incident: "On call", title: notice.title, severity: "",
      severityLabel: "", severityRank: 9, summary: notice.text, opened: decisions.clock.now(), person: person.name,
      why: "", line: nil, next: "", acknowledgeURL: nil, incidentURL: "\(origin)/on-call",
      mayBeRepeat: notice.mayBeRepeat, demo: demo)
  }
}
