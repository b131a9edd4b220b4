/// Items with a checkbox, outside fences, with the heading above each.
enum ChecklistReader {
  static func read(_ reading: Reading, into runbook: inout Runbook) {
    gather(reading.root, section: "", &runbook.checklistItems)
  }

  private static func gather(_ record: Record, section: String, _ items: inout [ChecklistItem]) {
    let section = record.isSection && !record.name.isEmpty ? record.name : section
    if record.task != nil { items.append(ChecklistItem(text: record.text, section: section, line: record.line)) }
    for child in record.children { gather(child, section: section, &items) }
  }
}
