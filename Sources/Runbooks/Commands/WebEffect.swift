/// HTTP from the command line: the method says what is done.
extension Dialects {
  static func judgeMethod(_ method: String) -> Judgement {
    switch method.uppercased() {
    case "GET", "HEAD", "OPTIONS": .read("HTTP \(method.uppercased()) reads")
    case "DELETE": .destructive("HTTP DELETE removes something")
    case "POST", "PUT", "PATCH": .write("HTTP \(method.uppercased()) sends data")
    default: .unknown("the HTTP method is not known")
    }
  }

  static func judgeCurl(_ arguments: [String]) -> Judgement {
    var request = CurlRequest()
    for (i, argument) in arguments.enumerated() {
      request.read(argument, next: i + 1 < arguments.count ? arguments[i + 1] : "")
    }
    if request.isUnreadable { return .unknown("what its settings ask for is not known") }
    let method = request.method
    let file = request.file
    var result = judgeMethod(method)
    if result.effect == .write, method.uppercased() == "POST", let call = RemoteCalls.reading(in: arguments) {
      result = .read("JSON-RPC \(call) reads")
    }
    guard let file else { return result }
    return result.joined(with: .write("writes \(file.prefix(60))"))
  }

  static func judgeWget(_ arguments: [String]) -> Judgement {
    if arguments.contains("--spider") { return .read("only asks whether it is there") }
    let method = arguments.first { $0.hasPrefix("--method=") }.map { String($0.dropFirst(9)) }
    let posts = arguments.contains { $0.hasPrefix("--post-") || $0.hasPrefix("--body-") }
    let printed =
      arguments.contains("-O-") || arguments.contains("-qO-") || arguments.contains("/dev/null")
      || arguments.contains { $0.hasPrefix("-") && $0.hasSuffix("O") } && arguments.contains("-")
    let result = judgeMethod(method ?? (posts ? "POST" : "GET"))
    return printed ? result : result.joined(with: .write("writes a file"))
  }

  static func judgeHTTPie(_ arguments: [String]) -> Judgement {
    let words = arguments.filter { !$0.hasPrefix("-") }
    let methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
    if let first = words.first, methods.contains(first.uppercased()) { return judgeMethod(first) }
    let sends = words.dropFirst().contains { $0.utf8.contains(UInt8(ascii: "=")) && !ShellText.contains($0, "==") }
    return judgeMethod(sends ? "POST" : "GET")
  }

  /// Verb-Noun commands: https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands
  static func judgePowerShell(_ program: String) -> Judgement? {
    let parts = program.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let initial = parts[0].utf8.first, Byte.isUpper(initial), let second = parts[1].utf8.first,
      Byte.isUpper(second)
    else { return nil }
    if program == "Invoke-WebRequest" || program == "Invoke-RestMethod" {
      return .unknown("the HTTP method is not known")
    }
    switch parts[0] {
    case "Get", "Test", "Measure", "Select", "Where", "Format", "Sort", "Find", "Search", "Show", "Compare", "Resolve",
      "Group", "ConvertTo", "ConvertFrom", "Write", "Read", "Trace", "Wait":
      return .read("\(program) looks")
    case "Remove", "Clear", "Uninstall", "Reset", "Revoke", "Dismount":
      return .destructive("\(program) removes something")
    case "Stop": return .destructive("\(program) ends something")
    case "Set", "New", "Start", "Restart", "Enable", "Disable", "Add", "Move", "Copy", "Rename", "Install", "Update",
      "Import", "Export", "Grant", "Suspend", "Resume", "Publish", "Register", "Save", "Mount", "Connect", "Out":
      return .write("\(program) changes something")
    default: return .unknown("\(program) is not in the effect table")
    }
  }
}
