/// What commands leave open: places to fill, and the machines that they are for.
package struct OpenPlaces: Sendable, Hashable {
  package struct Mention: Sendable, Hashable {
    /// As the commands write it, without its marks: `POD_NAME`, `yourdomain`.
    package var name: String
    package var lines: [Int]
    /// A variable of the shell: it may come with the environment of whoever runs the command.
    package var isVariable = false
  }

  package private(set) var places: [Mention] = []
  package private(set) var hosts: [Mention] = []

  package init(_ runbook: Runbook) {
    for command in CheckedDocument(runbook, today: "").commands {
      for placeholder in command.placeholders {
        Self.add(Self.name(placeholder), command.line, isVariable: placeholder.hasPrefix("$"), to: &places)
      }
      if let host = command.target { Self.add(host, command.line, to: &hosts) }
    }
  }

  /// `<POD_NAME>`, `[service]`, `{x}` and `$VAR` without their marks.
  package static func name(_ placeholder: String) -> String {
    let marks = "<>[]{}$ "
    let bare = placeholder.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()
    return bare.isEmpty ? placeholder : String(bare)
  }

  private static func add(_ name: String, _ line: Int, isVariable: Bool = false, to mentions: inout [Mention]) {
    if let known = mentions.firstIndex(where: { $0.name == name }) {
      mentions[known].lines.append(line)
    } else if mentions.count < 200 {
      mentions.append(Mention(name: name, lines: [line], isVariable: isVariable))
    }
  }
}
