import Foundation

/// Times the reading: a runbook of 1,000 lines made of the fixtures, and hostile documents of 256 KB.
///
/// Each is read seven times; the median and the slowest are printed as a Markdown table, and what all the rules of
/// `tocsin check` take on top, the median of three. Exits 1 where the reading is above its limit. What is counted is the
/// processor's time of the one thread that reads: on a machine that is idle it is the time that passes.
@main
enum ReadingBench {
  static let size = 256 * 1024

  static func main() throws {
    let folder = "Tests/RunbooksTests/Fixtures"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
    let texts = try names.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    print("| document | bytes | lines | median ms | slowest ms | limit ms | median / yardstick | rules ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    var within = true
    let thousand = lines(of: texts, 1_000)
    within = row("runbook of 1,000 lines", thousand, limit: 20) && within
    within = row("the fixtures, again and again", filled(texts.joined(separator: "\n\n")), limit: 200) && within
    for path in CommandLine.arguments.dropFirst() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      within = row(URL(fileURLWithPath: path).lastPathComponent, text, limit: 20) && within
    }
    for (name, text) in hostile() { within = row(name, text, limit: 200) && within }
    exit(within ? 0 : 1)
  }

  private static func lines(of texts: [String], _ count: Int) -> String {
    texts.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false).prefix(count)
      .joined(separator: "\n")
  }

  private static func filled(_ unit: String) -> String {
    String(repeating: unit, count: size / max(1, unit.utf8.count) + 1).prefix(utf8: size)
  }

  /// Shapes that cost a careless reader the square of their length.
  private static func hostile() -> [(String, String)] {
    let units: [(String, String)] = [
      ("headings", "## P1 - Critical (15 min)\n"), ("bold labels", "**Symptoms**: a; b; c\n\n"),
      ("list items", "- P1: every 15 minutes, escalate to the team lead\n"),
      ("numbered steps", "1. If not resolved in 30 minutes, page the engineering manager\n"),
      ("tasks", "- [ ] Tell everybody\n"), ("table rows", "| P1 | 15 min | every 30 minutes | CTO |\n"),
      ("fences", "```bash\nkubectl rollout undo deploy/api\n```\n"),
      ("templates", "```\nDear [NAME], we are [STATE]\n```\n"),
      ("quotes", "> Dear [NAME], we are sorry.\n\n"), ("one long line", "page the lead after 15 minutes, then "),
      ("scenarios", "### Scenario 1: Down (P1)\n**Symptoms:**\n- a\n\n**Fix:**\n```bash\nls\n```\n"),
      ("colons", "a: b: c: d\n"), ("arrows", "A → B → C (15 min) → "), ("brackets", "[("), ("stars", "*a **b "),
      ("numbers", "1 "), ("durations", "15 min "), ("pipes", "|"), ("quote marks", "'\"`"), ("dates", "2026-01-01 "),
      ("severities", "P1/P2/P3 "), ("nested lists", "- - - - "), ("ideographs", "每15分钟通知值班工程师"),
    ]
    return units.map { name, unit in
      name == "table rows"
        ? (name, "| Severity | Response | Updates | Escalate to |\n|---|---|---|---|\n" + filled(unit))
        : (name, filled(unit))
    } + [("one shell fence", "```bash\n" + filled("kubectl get pods | grep -v Running && echo \"$X\"\n") + "\n```\n")]
  }

  /// Milliseconds that this thread has had of the processor.
  private static func spent() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// Milliseconds of a fixed piece of work, the shortest of five: what the machine gives at this moment. Its speed may differ
  /// by half within an hour, so only the share of this is comparable between two runs.
  private static func yardstick() -> Double {
    var shortest = Double.infinity
    for _ in 0..<5 {
      let start = spent()
      var mark: UInt64 = 1
      var table = [UInt64](repeating: 1, count: 4_096)
      for step in 0..<8_000_000 {
        mark = (mark ^ UInt64(step)) &* 0x100_0000_01B3
        table[Int(mark & 4_095)] &+= mark >> 7
      }
      if table[5] == 77 { print("") }
      shortest = min(shortest, spent() - start)
    }
    return shortest
  }

  private static func row(_ name: String, _ text: String, limit: Double) -> Bool {
    let bytes = Array(text.utf8)
    let yardstick = yardstick()
    let times = timed(7) { _ = try? RunbookReader.read(bytes, name: name) }
    let runbook = try? RunbookReader.read(bytes, name: name)
    let rules = timed(3) { if let runbook { _ = Findings.check(runbook, today: "2026-11-28") } }
    let lines = text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let shown = [times[3], times[6], times[3] / yardstick, rules[1]].map { String(format: "%.1f", $0) }
    print(
      "| \(name) | \(bytes.count) | \(lines) | \(shown[0]) | \(shown[1]) | \(Int(limit)) | \(shown[2]) | \(shown[3]) |")
    return times[3] <= limit
  }

  /// Milliseconds of each of some runs, the shortest first.
  private static func timed(_ count: Int, _ work: () -> Void) -> [Double] {
    (0..<count).map { _ in
      let start = spent()
      work()
      return spent() - start
    }.sorted()
  }
}

extension String {
  fileprivate func prefix(utf8 count: Int) -> String { String(decoding: utf8.prefix(count), as: UTF8.self) }
}
