import Foundation
import Testing

/// One night on the demo clock, through a real browser: the ladder climbs, somebody answers, the ladder stops.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct IncidentStoryTests {
  let toIncident = "//a[contains(@href, '/incidents/')]"
  let acknowledge = "//button[starts-with(normalize-space(.), 'Acknowledge')]"

  @Test(.timeLimit(.minutes(4)))
  func `an incident appears by itself, climbs, and stops when it is acknowledged in the page`() async throws {
    let tocsin = try await RunningTocsin()
    defer { tocsin.end() }
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    try await browser.picture(of: "home-first-start")
    try await browser.run("window.neverReloaded = true")

    try await tocsin.alert("story-1")
    _ = try await browser.find(toIncident)
    #expect(try await browser.run("return window.neverReloaded") as? Bool == true, "The page came without a reload.")
    try await browser.picture(of: "home")
    try await browser.click(toIncident)

    // The second rung of the runbook is due after ten minutes: ten seconds here.
    let both = ["Ana Ruiz", "Bo Lindqvist"].map { ".//li[contains(., '\($0) paged')]" }.joined(separator: " and ")
    _ = try await browser.find("//*[@id='timeline'][\(both)]")
    try await browser.picture(of: "incident")
    try await browser.click(acknowledge)
    _ = try await browser.find("//*[@id='timeline']//*[contains(., 'acknowledged')]")
    try await browser.picture(of: "incident-acknowledged")

    // A P0 that lasts 25 minutes brings in the manager although somebody answered; the rung at 20 minutes stays silent.
    _ = try await browser.find("//*[@id='timeline']//*[contains(., 'Dana Weiss paged')]")
    #expect(try await !browser.has("//*[@id='timeline']//*[contains(., 'Chidi Okafor paged')]"))
    try await browser.close()
  }

  @Test(.timeLimit(.minutes(3)))
  func `everything works with JavaScript switched off`() async throws {
    let tocsin = try await RunningTocsin()
    defer { tocsin.end() }
    let browser = try await Browser(script: false)
    try await browser.signIn(to: tocsin)
    try await tocsin.alert("plain-1")
    try await browser.reload()
    try await browser.click(toIncident)
    try await browser.click(acknowledge)
    _ = try await browser.find("//*[@id='timeline']//*[contains(., 'acknowledged')]")
    try await browser.close()
  }

  @Test(.timeLimit(.minutes(3)))
  func `no page scrolls sideways on a narrow screen`() async throws {
    let tocsin = try await RunningTocsin()
    defer { tocsin.end() }
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    try await tocsin.alert("narrow-1")
    try await browser.click(toIncident)
    let incident = try await browser.address()
    for (name, page) in [
      ("home", "/"), ("room", incident), ("review", incident + "/review"), ("runbook", "/runbook"),
      ("ladder", "/ladder"),
      ("incidents", "/incidents"), ("keys", "/keys"),
    ] {
      try await browser.open(page.hasPrefix("/") ? tocsin.origin + page : page)
      if !["home", "room"].contains(name) { try await browser.picture(of: name) }
      try await browser.resize(width: 320, height: 720)
      let widest = try await browser.run("return document.documentElement.scrollWidth") as? Int
      #expect(widest == 320, "\(page) is \(widest ?? 0) wide")
    }
    try await browser.close()
  }
}
