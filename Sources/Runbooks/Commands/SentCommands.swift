/// `aws ssm send-command` runs shell text on other machines: that text is what counts.
/// https://docs.aws.amazon.com/cli/latest/reference/ssm/send-command.html
enum SentCommands {
  private static let documents = ["AWS-RunShellScript", "AWS-RunPowerShellScript"]

  /// nil where nothing is sent, or a document that is not plain shell text.
  static func judge(_ arguments: [String], depth: Int) -> Judgement? {
    guard let verb = arguments.firstIndex(of: "send-command"), arguments[..<verb].contains("ssm"),
      arguments.contains(where: { argument in documents.contains { argument.hasSuffix($0) } })
    else { return nil }
    guard let sent = commands(arguments), let first = sent.first else {
      return .unknown("what is sent is not known")
    }
    var result = sent.dropFirst().reduce(EffectReader.judge(first, depth: depth + 1)) {
      $0.joined(with: EffectReader.judge($1, depth: depth + 1))
    }
    result.edits = []
    result.reason = "sent to the machines: \(result.reason)"
    return result
  }

  /// The texts behind "commands" in the parameters: `commands=["df -h"]`, `{"commands": ["df -h"]}`, `commands=uptime`.
  private static func commands(_ arguments: [String]) -> [String]? {
    guard let value = parameters(arguments), let key = ShellText.find("commands", in: value) else { return nil }
    let rest = Array(
      value.utf8.dropFirst(key + 8).drop { [Byte.double, Byte.single, 0x3D, 0x3A].contains($0) || Byte.isBlank($0) })
    if rest.first == 0x5B { return quoted(rest.dropFirst()) }
    guard key == 0, !rest.isEmpty, !rest.contains(0x5B) else { return nil }
    return [ShellText.string(Array(rest))]
  }

  private static func parameters(_ arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--parameters" { return arguments[safe: index + 1] }
      if argument.hasPrefix("--parameters=") { return String(argument.dropFirst(13)) }
    }
    return nil
  }

  /// Strings up to the closing bracket; nil where the list does not close or holds something else.
  private static func quoted(_ bytes: ArraySlice<UInt8>) -> [String]? {
    var texts: [String] = []
    var open: UInt8?
    var text: [UInt8] = []
    var escaped = false
    for byte in bytes {
      if let mark = open {
        if escaped || (byte != Byte.backslash && byte != mark) {
          text.append(byte)
          escaped = false
        } else if byte == Byte.backslash {
          escaped = true
        } else {
          texts.append(ShellText.string(text))
          text = []
          open = nil
        }
      } else if byte == Byte.double || byte == Byte.single {
        open = byte
      } else if byte == 0x5D {
        return texts
      } else if byte != Byte.comma, !Byte.isBlank(byte), byte != Byte.newline {
        return nil
      }
    }
    return nil
  }
}
