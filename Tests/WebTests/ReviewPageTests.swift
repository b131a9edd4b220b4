import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incidents
import Runbooks
import Testing

@testable import Web

/// The review of an incident in the browser, without script.
@Suite struct ReviewPageTests {
  private static var runbook: Runbook {
    var runbook = Night.runbook
    runbook.review.present = true
    runbook.review.deadlineHours = 48
    runbook.templates = [
      Template(
        name: "Review", kind: .postmortem,
        body:
          "# Review: [Incident Title]\n\n**Date:**\n\n## Impact\n\n- Users affected: [number]\n\n| Item | Owner |\n|---|---|\n| | |\n\n## Root Cause\n\n[Why]",
        line: 1)
    ]
    return runbook
  }

  private func resolved(_ title: String = "HTTP 502 from the shop") async throws -> (Harbour, Int64) {
    let harbour = try await Harbour(runbook: Self.runbook)
    let event = AlertEvent(action: .trigger, dedupKey: "k", summary: title, source: "monitor", severity: "P0")
    let id = try await harbour.open(event)
    harbour.clock.pass(.minutes(3))
    try await harbour.acts.acknowledge(id, by: "bo", via: "")
    harbour.clock.pass(.minutes(20))
    try await harbour.acts.resolve(id, by: "bo", reason: "rolled back")
    return (harbour, id)
  }

  @Test func openPlacesAreFieldsAndFilledOnesMakeAVersion() async throws {
    let (harbour, id) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let draft = try await bo.get("/incidents/\(id)/review")
      draft.expect(contains: "Two places ask for a person.")
      draft.expect(contains: "name=\"blank-1\"")
      #expect(!draft.text.contains("[number]"), "The field asks in the same words.")
      draft.expect(contains: "disabled")
      #expect(draft.text.contains("None.") && !draft.text.contains("<td></td>"), "An empty row is no item.")
      let kept = try await bo.post(
        "/incidents/\(id)/review/fill", ["base": "0", "blank-0": "120", "blank-1": "A bad image."])
      #expect(kept.status == .seeOther)
      let text = try await bo.get("/incidents/\(id)/review.md").text
      #expect(text.contains("- Users affected: 120\n") && text.contains("\nA bad image.\n"))
      let page = try await bo.get("/incidents/\(id)/review")
      page.expect(contains: "No place is open.")
      page.expect(contains: "Version 2")
      let history = try await bo.get("/incidents/\(id)/review/versions/2")
      history.expect(contains: "- [Why]")
      history.expect(contains: "+ A bad image.")
    }
  }

  @Test func programsGetTheReviewAsOnePageThatNeedsNothingBesideIt() async throws {
    let (harbour, id) = try await resolved("<b>HTTP 502</b>")
    let bearer: HTTPFields = [.authorization: "Bearer \(try harbour.makeToken(.read))"]
    try await harbour.visit { visitor in
      let answer = try await visitor.get("/api/v1/incidents/\(id)/review.html", headers: bearer)
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
      answer.expect(contains: "<style>")
      answer.expect(contains: "Users affected: ")
      #expect(!answer.text.contains("<b>HTTP") && !answer.text.contains("<link"))
      #expect(!answer.text.contains("<h1>"), "the template has a title of its own")
    }
  }

  @Test func aPageWithoutATitleGetsOneAndWideTablesNameTheirCells() async throws {
    let (harbour, id) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let text = "Impact: none.\r\n\r\n| Action | Who | How | Due |\r\n|--|--|--|--|\r\n| Test it | Bo | High | |"
      try await bo.post("/incidents/\(id)/review/edit", ["base": "0", "text": text]).expect(.seeOther)
      let paper = try await bo.get("/incidents/\(id)/review.html")
      paper.expect(contains: "<h1>Review: Shop Down</h1>")
      paper.expect(contains: "<table class=\"cells\">")
      paper.expect(contains: "<td data-name=\"Who\">")
    }
  }

  @Test func aReviewIsPublishedOnceNothingIsOpen() async throws {
    let (harbour, id) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let refused = try await bo.post("/incidents/\(id)/review/publish", ["base": "0"])
      #expect(refused.status == .unprocessableContent)
      refused.expect(contains: "Still holds [number].")
      try await bo.post("/incidents/\(id)/review/edit", ["base": "0", "text": "# Done\r\n\r\nAll of it."]).expect(
        .seeOther)
      try await bo.post("/incidents/\(id)/review/publish", ["base": "2"]).expect(.seeOther)
      let page = try await bo.get("/incidents/\(id)/review")
      page.expect(contains: "Published by Bo Lindqvist")
      try await bo.get("/reviews").expect(contains: "published")
      try await bo.get("/incidents/\(id)").expect(contains: "published the review, version 3")
    }
    let view = try await harbour.database.view(id)
    #expect(view?.incident.promises["review"]?.metBy == "bo")
  }

  @Test func twoWritersLoseNothing() async throws {
    let (harbour, id) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      try await bo.post("/incidents/\(id)/review/edit", ["base": "0", "text": "# Bo's"]).expect(.seeOther)
      let late = try await bo.post("/incidents/\(id)/review/edit", ["base": "0", "text": "# Mine"])
      #expect(late.status == .conflict)
      late.expect(contains: "kept version 2 while you wrote")
      late.expect(contains: "# Mine</textarea>")
      late.expect(contains: "name=\"base\" value=\"2\"")
    }
  }

  @Test func hostileWordsStayWordsInEveryForm() async throws {
    let bad = "<script>alert(1)</script> [x](javascript:1) **b** \u{202E}"
    let (harbour, id) = try await resolved(bad)
    try await harbour.acts.addItem(id, NewItem(text: "=cmd|' /C calc'!A0", owner: bad), by: "bo")
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let markdown = try await bo.get("/incidents/\(id)/review.md").text
      #expect(markdown.contains("\\<script>alert(1)\\</script>"))
      #expect(!markdown.contains("] (javascript") && !markdown.contains("[x](") && !markdown.contains("\u{202E}"))
      for path in ["review", "review.html", "review/edit"] {
        let page = try await bo.get("/incidents/\(id)/\(path)").text
        #expect(!page.contains("<script>alert") && !page.contains("href=\"javascript") && !page.contains("\u{202E}"))
      }
      let csv = try await bo.get("/items.csv")
      #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(csv.text.contains(",\"'=cmd|' /C calc'!A0\","))
    }
  }

  @Test func anActionItemIsChangedAndListed() async throws {
    let (harbour, id) = try await resolved()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      try await bo.post("/items", ["incident": "\(id)", "text": "Test the image", "due": "2026-02-21"]).expect(
        .seeOther)
      let item = RowID.make(incident: id, number: 1)
      let changes = ["text": "Test every image", "owner": "ana", "priority": "high", "state": "started", "due": ""]
      try await bo.post("/items/\(item)", changes).expect(.seeOther)
      let page = try await bo.get("/items")
      page.expect(contains: "Test every image")
      page.expect(contains: ", High, started")
      try await bo.post("/items/\(item)", changes.merging(["state": "dropped"]) { $1 }).expect(.seeOther)
      try await bo.get("/items").expect(contains: "dropped 2026-02-14")
      #expect(
        try await bo.post("/items/\(item)", changes.merging(["due": "soon"]) { $1 }).status == .unprocessableContent)
      try await bo.get("/incidents/\(id)").expect(contains: "changed action item 1")
    }
  }

  @Test func spreadsheetsAreGivenNoFormula() {
    let cells = ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "plain", "a,b", "say \"hi\"", "two\nlines"]
    #expect(
      CSV.text([cells])
        == "\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",\"'\t=1\",\"'  =1\",plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n")
  }
}
