/// Links of the document and the services that it lists.
enum LinkReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    var seen: Set<String> = []
    // A list of links names them better than a sentence does.
    let listed = reading.statements.filter { reading.isInside($0, [.links]) }
    for statement in listed + reading.statements {
      for target in statement.links where !target.url.hasPrefix("#") && !target.url.hasPrefix("mailto:") {
        guard !target.url.isEmpty, seen.insert(target.url).inserted else { continue }
        let bare = target.title.isEmpty || target.title == target.url
        let before = statement.label.isEmpty ? target.url : statement.label
        runbook.links.append(Link(title: bare ? before : target.title, url: target.url, line: statement.line))
      }
    }
    runbook.links.sort { $0.line < $1.line }
    services(reading, &runbook)
  }

  private static func services(_ reading: Reading, _ runbook: inout Runbook) {
    for (index, section) in reading.sections.all.enumerated() where !reading.sections.isInside(index, .review) {
      for table in section.record.children where table.shape == .table {
        guard let row = table.children.first, isServices(row) else { continue }
        runbook.services += table.children.compactMap(service)
      }
    }
  }

  private static func isServices(_ row: Record) -> Bool {
    guard let first = row.children.first, first.meaning[.services] >= 0.5 else { return false }
    return row.children.dropFirst().contains { $0.meaning.best([.port, .container, .domain]) >= 0.9 }
  }

  private static func service(_ row: Record) -> Service? {
    guard row.name.hasWord else { return nil }
    func cell(_ concept: Concept) -> String? {
      row.children.dropFirst().first { $0.meaning[concept] >= 0.5 }.map(\.value.text).flatMap { $0.hasWord ? $0 : nil }
    }
    let port = cell(.port).flatMap { Words($0).all.first { $0.kind == .number } }.flatMap { Int($0.text) }
    return Service(name: row.name, port: port, container: cell(.container), domain: cell(.domain), line: row.line)
  }
}
