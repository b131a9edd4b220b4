import Testing

/// Pure modules answer the same for the same arguments: that is what makes a simulated night trustworthy.
@Suite struct PureModuleTests {
  static let rules: [(pattern: String, instead: String)] = [
    (
      #"\basync\b|\bawait\b|\bTask\s*[{(.]|\bactor\s+\w"#,
      "Pure modules do not wait: return a decision and let App act on it."
    ),
    (
      #"\bDate\(\)|\b(Date|\w*Clock|\w*Time|Timestamp)\.now\b|[=(,:]\s*\.now\b|ContinuousClock|SuspendingClock|clock_gettime|gettimeofday|\btime\(nil\)"#,
      "Pure modules have no clock: take `now` as an argument."
    ),
    (
      #"\bUUID\b|\.random\(|SystemRandomNumberGenerator|\.shuffled\(\)|\.randomElement\(\)"#,
      "Pure modules have no chance in them: take the identifier or the jitter as an argument."
    ),
    (
      #"\bFileManager\b|\bFileHandle\b|\bfopen\(|contentsOf(File)?:\s*URL|\bProcess\(\)"#,
      "Pure modules read no files: take the bytes or the text as an argument."
    ),
    (#"\bProcessInfo\b|\bgetenv\("#, "Pure modules read no environment: take the setting as an argument."),
    (#"\bprint\(|\bdump\(|\bLogger\b|\bNSLog\("#, "Pure modules do not write logs: return a finding or a decision."),
    (#"\bHasher\(\)|\.hashValue\b"#, "Swift's hashes differ from run to run: use a digest of your own, or sort."),
  ]

  @Test(arguments: rules.indices)
  func `pure modules depend on nothing but their arguments`(rule: Int) throws {
    let pure = Checkout.sources.filter { ImportTests.pure.contains($0.module) }
    refuse(try pure.flatMap { try $0.places(Self.rules[rule].pattern) }, instead: Self.rules[rule].instead)
  }
}
