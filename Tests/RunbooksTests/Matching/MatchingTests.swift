import Testing

@testable import Runbooks

@Suite struct MatchingTests {
  private let index = MatchIndex(ScenarioFixtures.shop)

  @Test func alertsFindTheirScenario() {
    var right = 0
    for alert in ScenarioFixtures.shopAlerts {
      let found = index.rank(summary: alert.summary, labels: alert.labels)
      if found.first?.title == alert.scenario {
        right += 1
      } else {
        print("missed: \(alert.summary) \(alert.labels) → \(found.map { "\($0.title) \($0.score)" })")
      }
    }
    #expect(right * 10 >= ScenarioFixtures.shopAlerts.count * 9, "\(right) of \(ScenarioFixtures.shopAlerts.count)")
  }

  @Test func unrelatedAlertsFindNothing() {
    for (summary, labels) in AlertWording.unrelated {
      #expect(index.rank(summary: summary, labels: labels).isEmpty, "\(summary)")
    }
  }

  @Test func reasonsNameTheEvidenceAndItsLine() {
    let found = index.rank(summary: "Kafka consumer lag is 20000", labels: [:])
    #expect(found.first?.why.contains { $0.text == "symptom: Consumer lag above 10,000" && $0.line == 182 } == true)
    #expect(found.allSatisfy { $0.score >= 0 && $0.score <= 1 && !$0.why.isEmpty })
  }

  @Test func anAnchorInTheRunbookLinkDecides() {
    let url = "https://wiki.example/runbook.md#4-search-slow-p2"
    let found = index.rank(summary: "StorefrontDown", labels: ["runbook_url": url])
    #expect(found.map(\.title) == ["Search Slow"])
    #expect(found.first?.score == 1 && found.first?.why.first?.line == 220)
    let other = index.rank(summary: "StorefrontDown", labels: ["runbook_url": "https://wiki.example/#contacts"])
    #expect(other.first?.title == "Storefront Unreachable")
  }

  @Test func aPagePerAlertIsFoundByItsFileOrByTheAlertsName() {
    let url = "https://wiki.example/alerts/TLSCertificateExpired.md"
    for labels in [
      ["runbook_url": url], ["alertname": "TLSCertificateExpired"], ["scenario": "TLS certificate expired"],
    ] {
      let found = index.rank(summary: "StorefrontDown", labels: labels)
      #expect(found.map(\.title) == ["TLS Certificate Expired"] && found.first?.score == 1, "\(labels)")
    }
  }

  @Test func wordsOfOtherLanguagesMeetTheirConcepts() throws {
    var runbook = Runbook()
    runbook.scenarios = [
      ScenarioFixtures.scenario("Base de datos no responde", ["conexión rechazada"], line: 10),
      ScenarioFixtures.scenario("Disco lleno", ["sin espacio"], line: 40),
      ScenarioFixtures.scenario("证书过期", [], line: 70),
      ScenarioFixtures.scenario("Сайт недоступен", [], line: 90),
    ]
    let index = MatchIndex(runbook)
    for (summary, title) in [
      ("PostgresDown", "Base de datos no responde"), ("No space left on device", "Disco lleno"),
      ("x509: certificate has expired", "证书过期"), ("website is down", "Сайт недоступен"),
    ] {
      #expect(index.rank(summary: summary, labels: [:]).first?.title == title, "\(summary)")
    }
  }

  @Test func addressesAndNegationsAreReadAsWhatTheyAre() {
    #expect(AlertWords.of("https://shop.example").map(\.stem) == AlertWords.of("shop example").map(\.stem))
    #expect(AlertWords.of("MetaMask").last?.joined == AlertWords.of("metamask").first?.stem)
    #expect(index.rank(summary: "Certificate is ready", labels: [:]).isEmpty)
    #expect(index.rank(summary: "Certificate is not ready", labels: [:]).first?.title == "TLS Certificate Expired")
  }

  @Test func rankingIsTheSameEachTime() {
    let labels = ["alertname": "SearchLatencyP99", "service": "search", "description": "p99 above 3 s", "job": "x"]
    let first = index.rank(summary: "slow", labels: labels)
    for _ in 0..<20 { #expect(index.rank(summary: "slow", labels: labels) == first) }
  }

  @Test func hostileTextIsRankedWithoutTrouble() {
    for text in [
      "\u{0}", String(repeating: "a", count: 1_000_000), String(repeating: "down ", count: 100_000), "数据库连接失败", "🔥🔥",
      "İıŞ",
    ] {
      _ = index.rank(summary: text, labels: ["alertname": text, "runbook_url": "#" + text.prefix(3_000)])
    }
    #expect(MatchIndex(Runbook()).rank(summary: "down", labels: [:]).isEmpty)
  }

  @Test func camelCaseAndUnderscoresAreTakenApart() {
    #expect(AlertWords.of("HTTPErrorsHigh").map(\.stem) == AlertWords.of("http error high").map(\.stem))
    #expect(AlertWords.of("db_connections-failing").map(\.stem) == AlertWords.of("DB connection failed").map(\.stem))
  }
}
