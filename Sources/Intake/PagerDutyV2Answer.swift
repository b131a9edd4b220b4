import Incidents

extension PagerDutyV2 {
  /// The bodies that the vendor's clients expect, byte for byte.
  package enum Answer {
    /// 202: the event is kept. The key is the sender's own, or the one made for it.
    package static func accepted(dedupKey: String) -> [UInt8] {
      var out = Array(#"{"status":"success","message":"Event processed","dedup_key":"#.utf8)
      JSONString.append(dedupKey, to: &out)
      out.append(.closeBrace)
      return out
    }

    /// 400: nothing of the event is kept, and why.
    package static func invalid(_ errors: [String]) -> [UInt8] {
      var out = Array(#"{"status":"invalid event","message":"Event object is invalid","errors":["#.utf8)
      for (index, error) in errors.enumerated() {
        if index > 0 { out.append(.comma) }
        JSONString.append(error, to: &out)
      }
      out += [.closeBracket, .closeBrace]
      return out
    }

    /// 400 for what `read` refused.
    package static func invalid(_ error: IntakeError) -> [UInt8] { invalid([error.message]) }
  }
}
