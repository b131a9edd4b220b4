import Incidents
import Testing

@testable import App

@Suite struct CatchUpTests {
  private func page(
    _ incident: Int64, _ person: String, _ channel: String = "push", _ reason: Page.Reason = .first
  ) -> Page {
    Page(
      id: RowID.make(incident: incident, number: 0), incident: incident, round: 1, rung: 0, person: person,
      method: ContactMethod(channel: channel, address: person, after: .minutes(Int(incident))), reason: reason,
      due: Timestamp(microseconds: 0), why: "", line: nil, created: Timestamp(microseconds: 0))
  }

  @Test func whatOnePersonIsWantedForGoesOutTogether() {
    let pages = [
      page(1, "ana"), page(2, "bo"), page(3, "ana"), page(4, "ana", "mail"), page(5, "ana", "push", .resolved),
    ]
    let parcels = CatchUp().parcels(pages).map { $0.map(\.incident) }
    #expect(parcels == [[1, 3], [2], [4], [5]])
  }

  @Test func nothingIsDropped() {
    let pages = (1...40).map { page($0, ["ana", "bo", "chidi"][Int($0) % 3]) }
    let parcels = CatchUp().parcels(pages)
    #expect(parcels.count == 3)
    #expect(Set(parcels.flatMap { $0 }.map(\.id)) == Set(pages.map(\.id)))
  }

  @Test func pagesWaitForTheEngineToHaveDecidedWhatIsOverdue() {
    let catchUp = CatchUp()
    #expect(catchUp.mayPage == false)
    catchUp.engineIsDone()
    #expect(catchUp.mayPage == true)
  }
}
