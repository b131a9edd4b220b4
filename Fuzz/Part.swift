import Foundation

/// What a run of the fuzzer tries: the part that `FUZZ_PART` names, else the one that the first byte picks.
enum Part {
  static let named = ProcessInfo.processInfo.environment["FUZZ_PART"].flatMap { $0.isEmpty ? nil : $0 }

  /// Index among the names; ends the run where a name is unknown, since trying something else would look like success.
  static func pick(_ names: [String], byte: UInt8) -> Int {
    guard let named else { return Int(byte) % names.count }
    guard let index = names.firstIndex(of: named) else {
      let known = names.joined(separator: ", ")
      FileHandle.standardError.write(Data("fuzz: unknown part \(named); known are \(known)\n".utf8))
      exit(64)
    }
    return index
  }
}
