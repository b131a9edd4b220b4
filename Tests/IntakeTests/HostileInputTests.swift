import Testing

@testable import Intake

/// Each test runs over every format: what matters is that the process lives and that a refusal says where.
@Suite struct HostileInputTests {
  private func attempt(_ format: IntakeFormat, _ body: [UInt8]) -> IntakeError? {
    refusal { () throws(IntakeError) in try format.read(body) }
  }

  @Test func everyFormatReadsItsFixture() throws {
    for format in IntakeFormats.all {
      let batch = try format.read(try fixture(format.name))
      #expect(!batch.events.isEmpty || !batch.changes.isEmpty, "\(format.name)")
    }
  }

  @Test func aBodyCutAtAnyByteIsRefused() throws {
    for format in IntakeFormats.all {
      let body = Array(String(decoding: try fixture(format.name), as: UTF8.self).trimmingSuffix("\n").utf8)
      for length in 0..<body.count {
        #expect(attempt(format, Array(body.prefix(length))) != nil, "\(format.name) cut at \(length)")
      }
    }
  }

  @Test func aBodyWithOneByteChangedNeverTraps() throws {
    var generator = SeededGenerator(seed: 4_711)
    for format in IntakeFormats.all {
      let body = try fixture(format.name)
      for index in body.indices {
        var damaged = body
        damaged[index] = UInt8.random(in: 0...255, using: &generator)
        if let error = attempt(format, damaged) { #expect(error.message.utf8.count < 1_000) }
      }
    }
  }

  @Test func everyValueReplacedByEveryTypeNeverTraps() throws {
    let values = ["5", "1e309", "-1e309", "true", "null", "[]", "{}", "\"\"", "[[[[]]]]", "\"\\ud800\"", "nul"]
    for format in IntakeFormats.all {
      let body = try fixture(format.name)
      for range in valueRanges(body) {
        for value in values {
          _ = attempt(
            format, Array(body[..<range.lowerBound]) + bytes(value) + Array(body[range.upperBound...]))
        }
      }
    }
  }

  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 1)
    let alphabet = bytes(#"{}[]",:\u0dtrfalsenu1e.-+ "# + "\"\n\u{0}é")
    for round in 0..<3_000 {
      let body = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        round.isMultiple(of: 2)
          ? UInt8.random(in: 0...255, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
      }
      for format in IntakeFormats.all { #expect(attempt(format, body) != nil) }
    }
  }

  @Test func splicedFixturesNeverTrap() throws {
    var generator = SeededGenerator(seed: 99)
    for format in IntakeFormats.all {
      let body = try fixture(format.name)
      for _ in 0..<500 {
        let cut = Int.random(in: 0..<body.count, using: &generator)
        let from = Int.random(in: 0..<body.count, using: &generator)
        let to = Int.random(in: from...min(body.count, from + 200), using: &generator)
        _ = attempt(format, Array(body[..<cut]) + Array(body[from..<to]) + Array(body[cut...]))
      }
    }
  }

  @Test func depthAndSizeAreRefused() throws {
    for format in IntakeFormats.all {
      for opening in [
        "[", "{\"a\":", "{\"payload\":{\"custom_details\":{\"a\":" + String(repeating: "[", count: 99_000),
      ] {
        #expect(attempt(format, bytes(String(repeating: opening, count: opening.utf8.count > 99 ? 1 : 100_000))) != nil)
      }
      let huge = [UInt8](repeating: 0x20, count: IntakeFormats.bodyLimit + 1)
      #expect(attempt(format, huge) == .tooLarge(bytes: huge.count, limit: IntakeFormats.bodyLimit))
    }
  }

  @Test func aHugeStringIsReadWithinItsBounds() throws {
    let huge = String(repeating: "x", count: 900_000)
    #expect(try pagerDuty(trigger(["dedup_key": "\"k\"", "unknown": "\"\(huge)\""])).dedupKey == "k")
    #expect(try pagerDuty(trigger(payload: ["summary": "\"\(huge)\""])).summary.count == 1_024)
    #expect(try pagerDuty(trigger(payload: ["class": "\"\(huge)\""])).labels["class"]?.utf8.count == 1_024)
    #expect(
      attempt(PagerDutyV2.format, bytes(trigger(["routing_key": "\"\(huge)\""])))
        == .tooLong(field: "routing_key", length: 900_000, limit: 255))
  }

  /// Where each value stands, found with the reader itself.
  private func valueRanges(_ body: [UInt8]) -> [Range<Int>] {
    body.indices.compactMap { start in
      guard start == 0 || [0x3A, 0x20, 0x5B, 0x2C].contains(body[start - 1]), body[start] != 0x20,
        var reader = try? JSONReader(Array(body[start...]), limit: body.count),
        let range = try? reader.skip()
      else { return nil }
      return start + range.lowerBound..<start + range.upperBound
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
