import Foundation
import Testing

/// Where lines end and boxes stand on a phone: what a tired person would read wrongly.
@Suite(.serialized, .enabled(if: RunningTocsin.missing == nil, "\(RunningTocsin.missing ?? "")"))
struct LinesTests {
  /// A runbook with long options, a long address and a place with a long name.
  private static let runbook = """
    # Incidents

    | Severity | Response time |
    | --- | --- |
    | P0 | 15 minutes |

    ## Harbour light out

    Severity: P0

    ### Diagnosis

    ```bash
    light-client --with-a-long-option --max-time 30 --retry-all-errors --no-check-certificate --insecure-skip-verify
    curl https://lights.harbour.example/api/v2/lanterns/status/of/the/northern/quay
    ```

    ## Incident checklist

    ### 1. Assess
    - [ ] Look at the quay

    ### 2. Resolve
    - [ ] The light-house is seen from the quay
    - [ ] The keeper has signed the log

    ## Templates

    ### Internal update

    ```
    Status: [Investigating/Mitigating/Resolved/Watched]
    Impact: [impact]
    ```
    """

  @Test(.timeLimit(.minutes(3)))
  func `words with a hyphen, names of places and ticked boxes stay whole and in line`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tocsin-lines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("RUNBOOK.md")
    try Self.runbook.write(to: file, atomically: true, encoding: .utf8)
    let tocsin = try await RunningTocsin(runbook: file, pace: nil)
    defer { tocsin.end() }
    let browser = try await Browser()
    try await browser.signIn(to: tocsin)
    let made = try await tocsin.api("POST", "incidents", ["title": "Harbour light out", "actor": "ana"])
    try await browser.open(tocsin.origin + "/incidents/" + (try #require(made["name"] as? String)))
    let step = "//*[@id='phases']//li[contains(., 'keeper')]//button"
    try await browser.run("document.querySelectorAll('#phases details').forEach((e) => { e.open = true })")
    try await browser.click(step)
    _ = try await browser.find(step + "[@aria-checked='true']")
    for width in [375, 320] {
      try await browser.resize(width: width, height: 812)
      try await browser.run("document.querySelectorAll('main details').forEach((e) => { e.open = true })")
      let seen = try #require(try await browser.run(Self.look) as? [String: Any])
      #expect(seen["words"] as? Int ?? 0 > 4, "\(width)")
      #expect(seen["broken"] as? [String] == [], "\(width)")
      #expect(seen["cut"] as? [String] == [], "\(width)")
      #expect((seen["boxes"] as? [Double]).map { Set($0).count } == 1, "\(width): \(seen["boxes"] ?? "")")
      #expect(seen["small"] as? [String] == [], "\(width)")
    }
    try await browser.close()
  }

  /// Words that take two lines though they fit one, names of places that are cut, the left edge of the boxes of the
  /// closing, and what a finger cannot hit: half a box of 44 above the middle of a button is still the button.
  private static let look = """
    const all = (of) => [...document.querySelectorAll('main ' + of)].filter((e) => e.checkVisibility());
    const lines = (e) => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size;
    };
    const hits = (e) => {
      e.scrollIntoView({ block: 'center' });
      const box = e.getBoundingClientRect(), middle = box.top + box.height / 2;
      return [-21, 21].every((way) => e.contains(document.elementFromPoint(box.left + box.width / 2, middle + way)));
    };
    const whole = all('.cmd .whole');
    return {
      words: whole.length,
      broken: whole.filter((e) => lines(e) > 1).map((e) => e.textContent),
      cut: all('.place').filter((e) => e.placeholder.length > 26 && e.scrollHeight > e.clientHeight + 1)
        .concat(all('input.place').filter((e) => e.placeholder.length > 26)).map((e) => e.placeholder),
      boxes: all('.closing :is(input[type=checkbox], .box)').map((e) => Math.round(e.getBoundingClientRect().left)),
      small: all('.cmd .btn.small').filter((e) => !hits(e)).map((e) => e.outerHTML.slice(0, 90)),
    };
    """
}
