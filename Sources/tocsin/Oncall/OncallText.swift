/// Who is on call, for a terminal. Times are on each schedule's clocks.
struct OncallText {
  let report: JSONField
  let listsShifts: Bool
  let terminal: Terminal

  func render() -> String {
    var blocks: [String] = []
    let roles = report["roles"].elements
    if !roles.isEmpty { blocks.append(roles.map(role).joined(separator: "\n")) }
    blocks += report["schedules"].elements.map(schedule)
    let holes = report["holes"].elements.compactMap(\.string)
    if !holes.isEmpty {
      let lines = holes.prefix(12).map { "  " + terminal.styled(Layout.plain($0), .error) }
      let more = holes.count > 12 ? ["  and \(holes.count - 12) more"] : []
      blocks.append((["Within the next twelve months:"] + lines + more).joined(separator: "\n"))
    }
    let checklist = report["checklist"].elements.compactMap(\.string)
    if !checklist.isEmpty {
      blocks.append((["At the hand-over:"] + checklist.map { "  [ ] " + Layout.plain($0) }).joined(separator: "\n"))
    }
    return blocks.isEmpty
      ? "The runbook names no role, and the team file no schedule." : blocks.joined(separator: "\n\n")
  }

  private func role(_ role: JSONField) -> String {
    let people = role["people"].elements.compactMap { $0.words("name") ?? $0.string.map(Layout.plain) }
    let names = people.isEmpty ? terminal.styled("reaches nobody", .error) : people.joined(separator: ", ")
    let line = role["line"].integer.map { "  L\($0)" } ?? ""
    return Layout.padded(role.words("role") ?? "?", min(36, terminal.width / 2)) + "  " + names + line
  }

  private func schedule(_ schedule: JSONField) -> String {
    var lines = [terminal.styled(schedule.words("name") ?? "?", .strong) + "  \(schedule.words("zone") ?? "")"]
    lines.append("  now  " + now(schedule))
    if listsShifts { lines += schedule["shifts"].elements.map(shift) }
    lines += schedule["gaps"].elements.compactMap(\.string).map { "  " + terminal.styled(Layout.plain($0), .error) }
    if listsShifts {
      lines += schedule["clockChanges"].elements.compactMap(\.string).map {
        Layout.hanging("  ", Layout.plain($0), terminal.width)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func now(_ schedule: JSONField) -> String {
    guard let name = schedule["now"].words("name") else { return terminal.styled("nobody", .error) }
    let until = schedule.words("localUntil").map { " until \($0)" } ?? ""
    let next = schedule["next"].words("name").map { ", then \($0)" } ?? ""
    let by = schedule["now"].words("by").map { $0 == schedule.words("name") ? "" : " (\($0))" } ?? ""
    return name + until + next + by
  }

  private func shift(_ shift: JSONField) -> String {
    let by = shift.words("by").map { $0.hasPrefix("override") ? "  \($0)" : "" } ?? ""
    let id = shift.words("override").map { " [\($0)]" } ?? ""
    return "  \(shift.words("localFrom") ?? "?") to \(shift.words("localUntil") ?? "?")  "
      + (shift.words("name") ?? "?") + by + id
  }
}
