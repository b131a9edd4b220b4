import Testing

@testable import Runbooks

/// The commands of the five runbooks that lie beside a full checkout.
@Suite(.enabled(if: SharedRunbooks.present, "../shared/runbooks is not there: the five runbooks are not read"))
struct SharedRunbookCommandTests {
  private static let counts: [String: [String: Int]] = [
    "sip-protocol": [
      "1. Website Down (P0)": 16, "2. API Errors Spike (P1)": 8, "3. High Latency / Slow Performance (P2)": 13,
      "4. Database/Storage Issues (P1)": 10, "5. SSL Certificate Issues (P1)": 9, "6. Privacy Features Failing (P1)": 8,
      "7. Wallet Connection Failures (P1)": 5,
    ],
    "vlossom": ["API Down / 5xx Errors": 2, "Paymaster Out of Funds": 0, "Payment Failures": 0],
    "usdx-wexel": [
      "Scenario: API Unavailable": 4, "Scenario: Database Connection Exhausted": 4,
      "Scenario: Blockchain Indexer Lagging": 4, "Scenario: Out of Disk Space": 5,
    ],
    "zkintents": [
      "1. Sequencer Down": 6, "2. High Error Rate": 7, "3. Database Slow Queries": 6, "4. Out of Memory": 6,
      "5. DDoS Attack": 2, "6. Data Breach": 1,
    ],
    "blockchain-dapp": [
      "Scenario 1: Application Won't Start": 6, "Scenario 2: Database Connection Issues": 6,
      "Scenario 3: High Memory/CPU Usage": 5, "Scenario 4: Elevated Error Rate": 2,
      "Scenario 5: CloudFront/S3 Issues": 7,
    ],
  ]

  @Test(arguments: SharedRunbooks.names)
  func eachScenarioHoldsTheCommandsThatAPersonCounts(_ name: String) {
    var found: [String: Int] = [:]
    for fence in SharedRunbooks.fences(name) {
      let actions = Commands.actions(
        in: fence.text, language: fence.language, firstLine: fence.firstLine, phase: .diagnosis)
      found[fence.heading, default: 0] += actions.filter { $0.kind == .command }.count
    }
    for (heading, count) in Self.counts[name] ?? [:] { #expect(found[heading] == count, "\(heading)") }
  }

  /// Text that makes a command destructive, wherever it stands.
  private static let dangers = [
    "system prune", "image prune", "-delete", "FLUSHDB", " DEL ", "compose down", "pg_terminate_backend", "--delete",
    "kubectl delete", "pm2 delete", "rm -", "reset --hard", "DROP ",
  ]

  @Test(arguments: SharedRunbooks.names)
  func nothingDestructiveReadsMilder(_ name: String) {
    for action in SharedRunbooks.actions(name) where action.kind == .command {
      guard let danger = Self.dangers.first(where: { ShellText.contains(action.text, $0) }) else { continue }
      #expect(action.effect == .destructive, "line \(action.line): \(danger)")
    }
  }

  @Test(arguments: SharedRunbooks.names)
  func everyLineNumberPointsAtTheCommand(_ name: String) {
    let lines = (SharedRunbooks.text(name) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    for action in SharedRunbooks.actions(name) {
      guard let first = action.text.split(separator: "\n").first, lines.indices.contains(action.line - 1) else {
        continue
      }
      let start = first.split(separator: " ").first.map(String.init) ?? ""
      let part = start.last == ";" ? String(start.dropLast()) : start
      #expect(ShellText.contains(String(lines[action.line - 1]), part), "line \(action.line)")
    }
  }

  @Test(arguments: SharedRunbooks.names)
  func everyEffectIsTheOneThatAPersonGave(_ name: String) {
    var found: [String: [Int]] = [:]
    for action in SharedRunbooks.actions(name) where action.kind == .command && action.effect != .read {
      found[action.effect.rawValue, default: []].append(action.line)
    }
    #expect(found == GoldenEffects.changing[name])
  }

  @Test func whatWouldHangIsKnown() {
    let hanging = SharedRunbooks.actions("sip-protocol").filter { $0.interactive && !$0.text.hasPrefix("ssh") }
    #expect(hanging.count == 12)
    let redis = SharedRunbooks.actions("blockchain-dapp").filter(\.interactive).map(\.line)
    #expect(redis == [149, 179, 182, 232, 385, 448])
  }
}
