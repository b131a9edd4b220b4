/// R015 to R017: what the reading itself reports. Nothing is left to check; the rules stand here for their number,
/// their level and their page.
enum ReadingRules {
  static let all: [FindingRule] = [
    FindingRule("R015", .warning, why: "What is no UTF-8 cannot be shown.", source: .reading) { _ in [] },
    FindingRule("R016", .warning, why: "A table without end would hide the rest of the document.", source: .reading) {
      _ in []
    },
    FindingRule("R017", .warning, why: "A document without bound would hold up the reading.", source: .reading) { _ in
      []
    },
  ]
}
