import Testing

@testable import Runbooks

/// What a person found by hand in the five runbooks that lie beside a full checkout.
@Suite(.enabled(if: SharedRunbooks.present, "../shared/runbooks is not there: the five runbooks are not checked"))
struct SharedFindingTests {
  private static let byHand: [String: [String]] = [
    "R001": ["vlossom", "zkintents", "blockchain-dapp"],
    "R002": ["vlossom", "zkintents", "blockchain-dapp"],
    "R003": ["sip-protocol", "usdx-wexel"],
    "R004": ["vlossom", "zkintents", "blockchain-dapp"],
    "R006": ["sip-protocol", "vlossom", "zkintents"],
    "R007": ["vlossom", "zkintents"],
    "R013": ["blockchain-dapp"],
    "R020": [],
    "R021": [],
    "R022": [],
    "R023": ["usdx-wexel", "zkintents", "blockchain-dapp"],
    "R027": ["sip-protocol"],
    "R029": ["sip-protocol", "zkintents"],
    "R031": ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R034": ["vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R037": ["vlossom", "usdx-wexel", "zkintents"],
    "R050": ["vlossom", "usdx-wexel", "zkintents"],
    "R052": ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R055": ["vlossom", "usdx-wexel"],
    "R058": ["usdx-wexel"],
    "R063": ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R064": ["vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R065": ["sip-protocol", "vlossom", "usdx-wexel", "blockchain-dapp"],
    "R071": ["sip-protocol"],
    "R080": ["blockchain-dapp"],
    "R083": ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R084": ["sip-protocol", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R085": ["zkintents"],
    "R087": ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"],
    "R088": ["zkintents"],
    "R089": [],
    "R090": ["usdx-wexel", "zkintents", "blockchain-dapp"],
    "R093": ["usdx-wexel"],
    "R098": ["sip-protocol", "usdx-wexel"],
    "R100": ["zkintents"],
    "R101": ["usdx-wexel", "zkintents", "blockchain-dapp"],
    "R102": ["sip-protocol"],
    "R103": ["vlossom", "usdx-wexel"],
    "R110": ["vlossom", "zkintents"],
    "R112": ["vlossom", "usdx-wexel", "zkintents"],
    "R120": [],
    "R121": ["vlossom"],
  ]

  @Test func theRulesFindWhatAPersonFound() throws {
    var found: [String: Set<String>] = [:]
    for name in SharedRunbooks.names {
      let book = try RunbookReader.read(SharedRunbooks.bytes(name), name: name)
      for finding in Findings.check(book, today: "2026-11-21") { found[finding.rule, default: []].insert(name) }
    }
    for (rule, names) in Self.byHand { #expect(found[rule] ?? [] == Set(names), "\(rule)") }
  }

  @Test(arguments: SharedRunbooks.names)
  func everyFindingHasAPlaceAndARemedy(_ name: String) throws {
    let book = try RunbookReader.read(SharedRunbooks.bytes(name), name: name)
    for finding in Findings.check(book, today: "2026-11-21") {
      #expect((1...book.lines.count).contains(finding.line), "\(finding.rule)")
      #expect(finding.column >= 1 && !finding.hint.isEmpty && finding.message.hasSuffix("."), "\(finding)")
    }
  }
}
