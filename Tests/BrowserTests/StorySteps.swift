import Foundation
import Testing

extension StoryNight {
  /// The alert comes over HTTP; the page says by which line, and its link answers it.
  func pagedAndAnswered() async throws {
    try await send("trigger")
    let page = try await sink.next()
    #expect(page["severity"] as? String == story.severity && page["line"] as? Int == story.paged, "\(page)")
    #expect(page["person"] as? String == "Ana Ruiz" && page["address"] as? String == "ana")
    let incident = try await incident()
    #expect(incident["scenario"] as? String == story.scenario)
    #expect(cadences(of: incident) == [story.cadence].compactMap { $0 })
    try await browser.open(try #require(page["acknowledge_url"] as? String))
    try await browser.click(element(holding: "Acknowledge as Ana", "button"))
    _ = try await self.incident { $0["status"] as? String == "acknowledged" }
  }

  /// Takes a role, ticks the phase's first step, confirms a symptom, writes a note: the room shows each without a reload.
  func workedInTheRoom() async throws {
    try await browser.open(try await room())
    try await browser.run("window.neverReloaded = true")
    #expect(try await texts("h1") == [story.scenario])
    let person = "//*[@id='roles']//div[@class='person'][.//p[contains(., '\(story.role.words)')]]"
    try await browser.click(person + "//button[starts-with(normalize-space(.), 'Take')]")
    _ = try await browser.find(person + "[contains(., 'Ana Ruiz')][contains(., 'since')]")
    if let line = story.role.line { #expect(try await browser.has(person + Self.reference(line))) }
    if let step = story.step { try await tick(step, in: "phases") }
    try await browser.click("//*[@id='said-symptom']/summary")
    try await tick(story.symptom, in: "said-symptom")
    #expect(try await browser.run("return window.neverReloaded") as? Bool == true)
    try await browser.type(Self.words, into: browser.find("//input[@id='note-text']"))
    try await browser.click("//form[contains(@class, 'note-form')]//button")
    _ = try await browser.find("//*[@id='timeline']" + element(holding: Self.words))
  }

  /// The link to a line of the runbook.
  private static func reference(_ line: Int) -> String { "//a[normalize-space(.) = 'runbook L\(line)']" }

  private func tick(_ step: Story.Rule, in part: String) async throws {
    let row = "//*[@id='\(part)']//li[.\(Self.reference(step.line ?? 0))][contains(., \"\(step.words)\")]"
    try await browser.click("(\(row)//button)[1]")
    _ = try await browser.find("\(row)[contains(., 'Ana Ruiz')]//button[@aria-checked='true']")
  }

  /// Inside and outside, by the runbook's own templates: what nobody knows is asked for by name, and nothing that still
  /// asks is posted.
  func toldPeople() async throws {
    let room = try await room()
    if !story.inside.says.isEmpty {
      try await write(story.inside, at: room + "/publish?audience=internal")
      _ = try await browser.find("//*[@id='timeline']" + element(holding: story.inside.says))
    }
    try await write(story.outside, at: room + "/publish") { night in
      try await night.fill("#title", "Some visitors get no answer")
      try await night.fill("select[name^=part-]", "major_outage")
      if night.story.outside.says.isEmpty { try await night.fill("#text", "We are starting the service again.") }
    }
    try await browser.open(tocsin.origin + "/status")
    let page = try await browser.run("return document.body.innerText") as? String ?? ""
    let said = story.outside.says.isEmpty ? "We are starting the service again." : story.outside.says
    #expect(page.contains("Some visitors get no answer") && page.contains(said), "\(page)")
    #expect(!page.contains("Ana Ruiz") && !page.contains(story.scenario), "The world hears no names.")
  }

  private func write(
    _ message: Story.Message, at address: String, _ more: (StoryNight) async throws -> Void = { _ in }
  ) async throws {
    try await browser.open(address)
    #expect(try await texts("label[for^=ask-]") == message.asks)
    try await more(self)
    if !message.asks.isEmpty {
      try await browser.click("//button[@value='publish']")
      _ = try await browser.find("//*[@id='refused'][contains(., 'Still holds')]")
    }
    try await fill("input[id^=ask-]", "about a third of the visitors")
    if message.promises {
      try await browser.click("//button[@value='publish']")
      _ = try await browser.find("//*[@id='refused'][contains(., 'Choose a time')]")
      try await fill("#minutes", "30")
    }
    try await browser.click("//button[@value='publish']")
    _ = try await browser.find("//*[@id='timeline']")
  }

  /// The worst is over: the severity goes down, and with it the cadence; then nothing fires any more, and it ends as the
  /// document wants it.
  func lowered() async throws {
    let id = try #require(try await incident()["id"] as? String)
    let after = try await tocsin.api(
      "POST", "incidents/\(id)/severity", ["severity": story.lower.severity, "actor": "ana"])
    #expect(after["severity"] as? String == story.lower.severity)
    #expect(cadences(of: after) == [story.lower.cadence].compactMap { $0 })
  }

  func resolved() async throws {
    try await send("resolve")
    _ = try await incident { $0["status"] as? String == "monitoring" }
    try await browser.open(try await room())
    #expect(try await !browser.has("//details[@id='verification'][not(@open)]"), "Now is the time for it.")
    try await endIt(reason: nil)
    if case .reason(let quiet) = story.ending {
      let refused = try await browser.text(browser.find("//*[@id='refused']"))
      #expect(refused.contains(quiet.words), "\(refused)")
      #expect(try await browser.has("//*[@id='fold-resolve']" + Self.reference(quiet.line ?? 0)))
      try await endIt(reason: "rolled back, and the owner watches it")
    }
    let incident = try await incident { $0["status"] as? String == "resolved" }
    let end = (incident["timeline"] as? [[String: Any]])?.last { $0["kind"] as? String == "resolved" }
    let detail = end?["detail"] as? String ?? ""
    #expect(story.ending == .ticked ? !detail.contains("ot ticked off") : detail.contains("Quiet for"), "\(detail)")
  }

  /// Ticks everything off in the fold; a refusal opens it by itself.
  private func endIt(reason: String?) async throws {
    try await browser.run("document.getElementById('fold-resolve').open = true")
    try await browser.run(
      "document.querySelectorAll('#fold-resolve input[type=checkbox]').forEach((e) => e.checked = true)")
    if let reason { try await fill("#resolve-reason", reason) }
    try await browser.click("//*[@id='fold-resolve']//button[starts-with(normalize-space(.), 'Resolve')]")
    _ = try await browser.find("//*[@id='refused'] | //h2[. = 'It is over']")
  }

  /// The draft stands in the team's own template; people fill in what the record cannot know, edit it, publish it.
  func reviewed() async throws {
    let room = try await room()
    try await browser.open(room + "/review")
    let lede = try await browser.text(browser.find("//*[contains(@class, 'lede')]"))
    if let line = story.reviewLine { #expect(lede.contains("Due by") && lede.contains("L\(line)"), "\(lede)") }
    let id = try #require(try await incident()["id"] as? String)
    let draft = try await tocsin.api("GET", "incidents/\(id)/review")
    #expect((draft["text"] as? String ?? "").contains(story.review), "\(draft["text"] ?? "")")
    try await fill("[name^=blank-]", Self.words)
    try await browser.click("//form[contains(@action, '/review/fill')]//button[@type='submit']")
    _ = try await browser.find("//*[contains(., 'No place is open')]")
    try await browser.open(room + "/review/edit")
    try await browser.run("document.querySelector('textarea[name=text]').value += '\\n\\nAdded by hand.\\n'")
    try await browser.click("//form[contains(@action, '/review/edit')]//button[@type='submit']")
    try await browser.click("//form[contains(@action, '/review/publish')]//button")
    _ = try await browser.find("//*[contains(., 'Published by Ana Ruiz')]")
    let kept = try await tocsin.api("GET", "incidents/\(id)/review")
    let text = kept["text"] as? String ?? ""
    #expect(kept["state"] as? String == "published" && (kept["open"] as? [String])?.isEmpty == true)
    #expect(text.contains(Self.words) && text.hasSuffix("Added by hand.\n"), "\(text)")
  }
}
