import Foundation
import Incidents

@testable import Intake

/// The same bytes on every machine, so that a failing input can be found again by its seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  /// SplitMix64 (Steele, Lea and Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  return [UInt8](try Data(contentsOf: folder.appending(path: "\(name).json")))
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The error of a reading, or nil when the body was taken.
func refusal<T>(_ read: () throws(IntakeError) -> T) -> IntakeError? {
  do {
    _ = try read()
    return nil
  } catch {
    return error
  }
}

func pagerDuty(_ text: String) throws(IntakeError) -> AlertEvent { try PagerDutyV2.read(bytes(text)).event }

/// A trigger with one field replaced: `payload` members and top-level members as JSON text.
func trigger(_ top: [String: String] = [:], payload: [String: String] = [:]) -> String {
  let inner = ["summary": "\"Disk full\"", "source": "\"db-1\"", "severity": "\"critical\""].merging(payload) { $1 }
  var outer = ["routing_key": "\"R1\"", "event_action": "\"trigger\"", "payload": object(inner)]
  outer.merge(top) { $1 }
  return object(outer)
}

private func object(_ members: [String: String]) -> String {
  "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
}
