import Engine
import Incidents
import Runbooks
import Storage
import Web

/// What a node that stands by leaves to the one that serves.
extension StandbyActs {
  var trackers: [String] { [] }
  func acknowledge(_ incident: Int64, by actor: String, via: String) async throws { throw StandsBy() }
  func resolve(_ incident: Int64, by actor: String, reason: String?) async throws { throw StandsBy() }
  func reopen(_ incident: Int64, by actor: String) async throws { throw StandsBy() }
  func note(_ incident: Int64, text: String, by actor: String) async throws { throw StandsBy() }
  func postUpdate(_ incident: Int64, text: String, audience: Cadence.Audience, by actor: String) async throws {
    throw StandsBy()
  }
  func preview(
    _ incident: Int64, text: String, audience: Cadence.Audience, by actor: String
  ) async throws -> [ChannelWords] { throw StandsBy() }
  func answer(_ incident: Int64, clock: String, _ answer: ClockAnswer, by actor: String) async throws {
    throw StandsBy()
  }
  func addItem(_ incident: Int64, _ item: NewItem, by actor: String) async throws { throw StandsBy() }
  func finishItem(_ incident: Int64, number: Int, by actor: String) async throws { throw StandsBy() }
  func changeItem(_ incident: Int64, number: Int, _ change: ItemChange, by actor: String) async throws {
    throw StandsBy()
  }
  func publishReview(_ incident: Int64, _ versions: [ReviewVersion], by actor: String) async throws { throw StandsBy() }
  func branch(_ wish: LessonBranch) async throws -> String { throw StandsBy() }
  func export(item: Int64, to tracker: String?, by actor: String) async throws -> ItemExport { throw StandsBy() }
  func publish(_ update: PublicUpdate, by actor: String) async throws { throw StandsBy() }
  func changeSeverity(_ incident: Int64, to severity: String, by actor: String) async throws { throw StandsBy() }
  func changeScenario(_ incident: Int64, to scenario: String?, by actor: String) async throws { throw StandsBy() }
  func forgetScenario(_ incident: Int64, by actor: String) async throws { throw StandsBy() }
  func moveRunbook(_ incident: Int64, to revision: Int64?, by actor: String) async throws { throw StandsBy() }
  func pageNow(_ incident: Int64, step: Int, by actor: String) async throws { throw StandsBy() }
  func record(_ run: CommandRun, by actor: String) async throws { throw StandsBy() }
  func situation(_ incident: Int64, _ words: String, holds: Bool, by actor: String) async throws { throw StandsBy() }
  func handOver(_ incident: Int64, to person: String, by actor: String) async throws { throw StandsBy() }
  func perform(_ what: RoomAct, on incident: Int64, by actor: String) async throws { throw StandsBy() }
  func attach(_ file: Attachment, _ bytes: [UInt8], by actor: String) async throws { throw StandsBy() }
  func merge(_ incident: Int64, into other: Int64, by actor: String) async throws { throw StandsBy() }
  func split(_ alert: Int64, from incident: Int64, by actor: String) async throws -> Int64 { throw StandsBy() }
  func relate(_ incident: Int64, with other: Int64, holds: Bool, by actor: String) async throws { throw StandsBy() }
  func silence(_ wanted: Silence, reaching: Int64?) async throws -> String { throw StandsBy() }
  func expireSilence(_ id: String, reaching: Int64?) async throws { throw StandsBy() }
  func declare(_ wanted: Declaration, by actor: String) async throws -> Int64 { throw StandsBy() }
}
