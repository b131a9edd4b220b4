import Runbooks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The fences of the runbooks that lie beside a full checkout; a clone has none of them.
enum SharedRunbooks {
  struct Fence {
    var heading: String
    var language: String
    var text: String
    var firstLine: Int
  }

  static let folder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/") + "/../shared/runbooks/"
  }()

  static let names = ["sip-protocol", "vlossom", "usdx-wexel", "zkintents", "blockchain-dapp"]

  static var present: Bool { names.allSatisfy { text($0) != nil } }

  static func text(_ name: String) -> String? {
    let bytes = bytes(name)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Empty when there is no such file.
  static func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen(folder + name + ".md", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let n = fread(&buffer, 1, buffer.count, file), n > 0 { bytes += buffer[..<n] }
    return bytes
  }

  /// Fences outside of fences, indentation taken off, with the last heading of level 2 or 3 before each.
  static func fences(_ name: String) -> [Fence] {
    var result: [Fence] = []
    var heading = ""
    var open: (fence: Fence, indent: Int)?
    var body: [Substring] = []
    for (i, line) in (text(name) ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      if let current = open {
        if rest.hasPrefix("```") {
          var fence = current.fence
          fence.text = body.joined(separator: "\n")
          result.append(fence)
          open = nil
        } else {
          body.append(line.dropFirst(min(indent, current.indent)))
        }
      } else if rest.hasPrefix("```") {
        open = (Fence(heading: heading, language: String(rest.dropFirst(3)), text: "", firstLine: i + 2), indent)
        body = []
      } else if line.hasPrefix("## ") || line.hasPrefix("### ") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return result
  }

  /// Every action of a runbook's command fences.
  static func actions(_ name: String) -> [Action] {
    fences(name).flatMap {
      Commands.actions(in: $0.text, language: $0.language, firstLine: $0.firstLine, phase: .fix)
    }
  }
}
