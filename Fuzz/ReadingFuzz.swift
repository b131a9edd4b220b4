import Incidents

private let parts = ["blocks", "shell", "sql", "whole"]

/// Entry of libFuzzer. The first byte picks what is tried unless a part is named, so that one corpus serves the block
/// reader, the tokenizer of commands and the whole reading. Compiled into the module itself: nothing here needs to be
/// visible elsewhere.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = [UInt8](UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch parts[Part.pick(parts, byte: start.pointee)] {
  case "blocks": readBlocks(bytes)
  case "shell": readCommands(bytes, language: "bash")
  case "sql": readCommands(bytes, language: "sql")
  default: readWhole(bytes)
  }
  return 0
}

private func readBlocks(_ bytes: [UInt8]) {
  guard let source = try? SourceText(bytes, name: "fuzz") else { return }
  let guarded = TableGuard.guarding(source.markdown)
  let root = Outline.document(MarkdownParser.parse(guarded.lines), lastLine: source.lines.count)
  precondition(root.endLine >= 1)
}

private func readCommands(_ bytes: [UInt8], language: String) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = Commands.actions(in: text, language: language, firstLine: 1, phase: .fix)
}

/// The reading is bounded, every line it names exists, and its JSON can be written.
private func readWhole(_ bytes: [UInt8]) {
  guard let runbook = try? RunbookReader.read(bytes, name: "fuzz") else { return }
  let last = max(1, runbook.lines.count)
  for scenario in runbook.scenarios { precondition((1...last).contains(scenario.line)) }
  for rung in runbook.escalation { precondition((1...last).contains(rung.line)) }
  for severity in runbook.severities { precondition((1...last).contains(severity.line)) }
  precondition(RunbookJSON.encode(runbook).utf8.count > 2)
}
