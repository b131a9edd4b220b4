import Foundation
import Testing

@testable import Web

/// The tokens keep the contrast of WCAG 2.2: 4.5 for text, 3 for parts, over every ground.
@Suite struct ContrastTests {
  private static let light = tokens(
    in: Styles.ground.components(separatedBy: "@media screen and (prefers-color-scheme: dark)")[0])
  private static let dark = tokens(
    in: Styles.ground.components(separatedBy: "@media screen and (prefers-color-scheme: dark)").dropFirst().joined())

  private static func tokens(in css: String) -> [String: String] {
    var tokens: [String: String] = [:]
    for match in css.matches(of: /--([a-z0-9-]+): (#[0-9A-F]{6})/) where tokens[String(match.1)] == nil {
      tokens[String(match.1)] = String(match.2)
    }
    return tokens
  }

  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { byte -> Double in
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static let grounds = [
    "paper", "sheet", "well", "sev-0-wash", "sev-1-wash", "sev-2-wash", "sev-3-wash", "ok-wash",
  ]

  @Test(arguments: ["light", "dark"]) func textIsReadableOnEveryGround(scheme: String) throws {
    let tokens = scheme == "light" ? ContrastTests.light : ContrastTests.light.merging(ContrastTests.dark) { $1 }
    for name in ["ink", "ink-2", "ink-3", "sev-0", "sev-1", "sev-2", "sev-3", "danger", "ok", "warn", "maint"] {
      for ground in ContrastTests.grounds {
        let ratio = ContrastTests.contrast(try #require(tokens[name]), try #require(tokens[ground]))
        #expect(ratio >= 4.5, "\(name) on \(ground), \(scheme): \(ratio)")
      }
    }
    for rank in 0...3 {
      let ratio = ContrastTests.contrast(
        try #require(tokens["on-fill"] ?? ContrastTests.light["on-fill"]), try #require(tokens["sev-\(rank)-fill"]))
      #expect(ratio >= 4.5, "on-fill on sev-\(rank)-fill, \(scheme): \(ratio)")
    }
  }

  @Test(arguments: ["light", "dark"]) func partsAreSeenOnEveryGround(scheme: String) throws {
    let tokens = scheme == "light" ? ContrastTests.light : ContrastTests.light.merging(ContrastTests.dark) { $1 }
    for name in ["edge", "focus", "unknown"] {
      for ground in ContrastTests.grounds {
        let ratio = ContrastTests.contrast(try #require(tokens[name]), try #require(tokens[ground]))
        #expect(ratio >= 3, "\(name) on \(ground), \(scheme): \(ratio)")
      }
    }
    for rank in 0...3 {
      for ground in ["paper", "sev-\(rank)-wash"] {
        let ratio = ContrastTests.contrast(
          try #require(tokens["sev-\(rank)-fill"]), try #require(tokens[ground]))
        #expect(ratio >= 3, "sev-\(rank)-fill on \(ground), \(scheme): \(ratio)")
      }
    }
  }
}
