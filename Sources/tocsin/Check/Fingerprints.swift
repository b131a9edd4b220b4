/// What stays the same about a finding while lines move: its rule, its message and its line's text.
enum Fingerprints {
  /// One for each finding, in their order; those that are alike are numbered.
  static func of(_ found: [PlacedFinding]) -> [String] {
    var seen: [String: Int] = [:]
    return found.map { finding in
      let hash = hash([finding.file, finding.rule, finding.message, finding.text])
      seen[hash, default: 0] += 1
      return "\(hash):\(seen[hash, default: 1])"
    }
  }

  /// FNV-1a, 64 bits: short, the same on every machine, and nothing here has to resist an attacker.
  /// https://datatracker.ietf.org/doc/html/rfc9923
  private static func hash(_ parts: [String]) -> String {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in Array(part.utf8) + [0] { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
