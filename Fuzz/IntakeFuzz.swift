import Incidents

private let parts = ["json", "gzip", "matcher", "silence"] + IntakeFormats.all.map(\.name)

/// Entry of libFuzzer for what comes in from outside: the JSON reader, compressed bodies, patterns of silences and every
/// format. The first byte picks what is tried unless a part is named, so that one corpus serves all. Compiled into the
/// module itself.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = [UInt8](UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch Part.pick(parts, byte: start.pointee) {
  case 0: readJSON(bytes)
  case 1:
    if let read = try? Gzip.inflate(bytes, limit: 65_536) { precondition(read.count <= 65_536) }
    var inflate = Inflate(bytes[...], limit: 4_096)
    _ = try? inflate.run()
    precondition(inflate.output.count <= 4_096)
  case 2: _ = try? Matcher(reading: String(decoding: bytes, as: UTF8.self))
  case 3: _ = try? AlertmanagerSilence.read(bytes, now: Timestamp(microseconds: 0))
  case let place: readFormat(IntakeFormats.all[place - 4], bytes)
  }
  return 0
}

private func readJSON(_ bytes: [UInt8]) {
  guard var reader = try? JSONReader(bytes, limit: 65_536) else { return }
  if (try? reader.skip()) != nil { _ = try? reader.finish() }
  _ = try? FlatJSON(bytes)
}

/// What is read is bounded.
private func readFormat(_ format: IntakeFormat, _ bytes: [UInt8]) {
  guard let batch = try? format.read(bytes) else { return }
  for event in batch.events {
    precondition(event.summary.utf8.count <= 20_000)
    _ = Likeness.of(event, integration: 1)
  }
}
