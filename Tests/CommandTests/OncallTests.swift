import Foundation
import Testing

/// `tocsin oncall` without a server, and its calendar in the hands of a public reader.
@Suite struct OncallTests {
  static let file = """
    people:
      ana: { name: "Ana; Ruiz, \\\\ the first of a very long name that must be folded somewhere ✦✦✦", contact: [console] }
      bo: { name: Bo Lindqvist, contact: [console] }
      dana: { name: Dana Weiss, contact: [console] }
    schedules:
      primary:
        zone: Europe/Berlin
        layers:
          - { name: base, people: [ana, bo], start: 2026-01-05, at: "09:00", until: 2027-02-01 }
          - name: office
            people: [dana]
            start: 2026-01-05
            restrictions: [{ days: mon-fri, hours: "09:00-17:00" }]
    roles:
      Primary: { schedule: primary }
    overrides:
      - { schedule: primary, person: dana, from: 2026-12-24 18:00, until: 2026-12-26 09:00, note: Christmas }
    """

  private func withTeam<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oncall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("team.yaml")
    try Self.file.write(to: path, atomically: true, encoding: .utf8)
    return try body(path.path)
  }

  @Test func theShiftsAheadAndTheClocksChangeAreListed() throws {
    let text = try withTeam {
      try Program("oncall", "--team", $0, "--at", "2026-10-23T12:00:00Z", "--days", "3").output
    }
    #expect(
      text.hasPrefix(
        """
        primary  Europe/Berlin
          now  Dana Weiss until 2026-10-23 17:00, then Bo Lindqvist (layer office of primary)
          2026-10-23 14:00 to 2026-10-23 17:00  Dana Weiss
          2026-10-23 17:00 to 2026-10-26 09:00  Bo Lindqvist
        """), "\(text)")
    #expect(text.contains("Clocks in Europe/Berlin go back from 2026-10-25 03:00 to 02:00;"))
    #expect(text.contains("primary: nobody from 2027-02-01 17:00 to 2027-02-02 09:00 Europe/Berlin"))
  }

  @Test func aPersonsShiftsAndTheMomentAreJSON() throws {
    let answer = try withTeam { path in
      try Program("oncall", "--team", path, "--at", "2026-12-25T12:00:00Z", "--person", "dana", "--days", "2", "--json")
        .output
    }
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    let rota = try #require((report["schedules"] as? [[String: Any]])?.first)
    let now = try #require(rota["now"] as? [String: Any])
    #expect(now["id"] as? String == "dana" && now["by"] as? String == "override of primary (made by the team file)")
    #expect(rota["localUntil"] as? String == "2026-12-26 09:00")
    #expect((rota["shifts"] as? [Any])?.count == 1)
  }

  @Test func whatIsNotThereIsRefused() throws {
    let wrong = [["--person", "zoe"], ["--schedule", "none"], ["--ical"], ["--at", "soon"], ["--days", "0"]]
    let codes = try withTeam { path in try wrong.map { try Program(["oncall", "--team", path] + $0).code } }
    #expect(codes == [65, 65, 64, 64, 64])
  }

  private static let python: String? = {
    let root = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let venv = root.appendingPathComponent(".build/venv")
    let python = venv.appendingPathComponent("bin/python").path
    let holds = (try? String(contentsOf: venv.appendingPathComponent("holds"), encoding: .utf8)) ?? ""
    return holds.contains("icalendar") ? python : nil
  }()

  @Test(.enabled(if: OncallTests.python != nil, "icalendar is not in .build/venv; script/setup --test puts it there"))
  func aPublicReaderTakesTheCalendar() throws {
    let script = """
      import sys, icalendar
      c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
      assert not c.errors, c.errors
      e = [x for x in c.walk('VEVENT')]
      assert not any(x.errors for x in e)
      assert len({str(x['UID']) for x in e}) == len(e)
      for x in e:
          if str(x['DESCRIPTION']).endswith('Christmas'):
              print(x['SUMMARY'], x.decoded('DTSTART'), x.decoded('DTEND'))
      ana = next(x for x in e if str(x['SUMMARY']).startswith('Ana'))
      print(ana['SUMMARY'])
      """
    try withTeam { path in
      let calendar = try Program("oncall", "--team", path, "--schedule", "primary", "--ical", "--at", "2026-12-01")
        .output
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Self.python))
      process.arguments = ["-c", script]
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(calendar.utf8))
      try input.fileHandleForWriting.close()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(
        said.contains("Dana Weiss on call: primary 2026-12-24 17:00:00+00:00 2026-12-26 08:00:00+00:00\n"), "\(said)")
      #expect(
        said.contains("Ana; Ruiz, \\ the first of a very long name that must be folded somewhere ✦✦✦ on call: primary"))
    }
  }
}
