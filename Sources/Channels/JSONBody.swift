import Foundation

/// A body as JSON with sorted names, so that one message always gives the same bytes: signatures and golden files
/// depend on it.
func jsonBody(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // Strings, numbers and flags always encode; an empty object would be answered as a bad request, and shown.
  return [UInt8]((try? encoder.encode(value)) ?? Data("{}".utf8))
}
