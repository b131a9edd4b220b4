/// Command fences that stand outside of scenarios, phases and rollback: quick references, useful commands.
enum FenceScan {
  /// Actions of the fences that hold none of the lines in `known`.
  static func actions(in lines: [String], besides known: Set<Int>) -> [Action] {
    var result: [Action] = []
    var open: (mark: Int, language: String, indent: Int, start: Int)?
    for (i, line) in lines.enumerated() {
      let indent = line.utf8.prefix { $0 == Byte.space }.count
      let rest = line.utf8.dropFirst(indent)
      let mark = rest.prefix { $0 == Byte.backtick }.count
      if let fence = open {
        guard mark >= fence.mark, rest.dropFirst(mark).allSatisfy(Byte.isBlank) else { continue }
        result += read(lines, fence.start..<i, fence.language, fence.indent, besides: known)
        open = nil
      } else if mark >= 3 {
        open = (mark, String(decoding: rest.dropFirst(mark), as: UTF8.self), indent, i + 1)
      }
    }
    return result
  }

  private static func read(
    _ lines: [String], _ range: Range<Int>, _ language: String, _ indent: Int, besides known: Set<Int>
  ) -> [Action] {
    guard let kind = FenceLanguage.kind(FenceLanguage.name(language)), kind != .guess,
      !range.contains(where: { known.contains($0 + 1) })
    else { return [] }
    let body = lines[range].map { line in
      let blanks = line.utf8.prefix { $0 == Byte.space }.count
      return String(decoding: line.utf8.dropFirst(min(blanks, indent)), as: UTF8.self)
    }
    return Commands.actions(
      in: body.joined(separator: "\n"), language: language, firstLine: range.lowerBound + 1, phase: .other)
  }
}
