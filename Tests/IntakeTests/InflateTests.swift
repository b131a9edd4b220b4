import Foundation
import Testing

@testable import Intake

/// Compressed bodies, made by another program, and what is wrong with some.
@Suite struct InflateTests {
  static let event = """
    {"routing_key":"0123456789abcdef0123456789abcdef","event_action":"trigger","dedup_key":"shop","payload":\
    {"summary":"HTTP 502","source":"monitor","severity":"critical"}}
    """
  /// By dynamic codes, by the fixed ones with a file's name in front, and stored.
  static let packed = [
    "H4sIAAAAAAACA12Muw7CMAxFfwV5ZiiF8ugXMHboXoXEhIgmjpwEqar67zgSE9OV7/E9KzCV7IKd3rhAD82hPZ668+V6Uw9t8Pl/wx7wgyFPSmdHQRaZnbXIAgyaEn+e9KIoVVTLTMpAv0Iq3iuu7D6Ow65rWuGJCmuUzlNwmaoliZ9dro9a0mk1w7Z9AdRU5UOoAAAA",
    "H4sICAAAAAAA/25hbWUAq1Yqyi8tycxLj89OrVSyUjIwNDI2MTUzt7BMTEpOSU1D5yvpKKWWpeaVxCcml2Tm5wF1lBRlpqenFgElUlJTSgug5hRn5BcAhQoSK3PyE1OUrKqViktzcxOLQHIeISEBCqYGRkD54vzSouRUoFhufl5mST7IlGKg+UWZJSCFyUA6MzkxR6m2FgDUVOVDqAAAAA==",
    "H4sICAAAAAAA/25hbWUAAagAV/97InJvdXRpbmdfa2V5IjoiMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYiLCJldmVudF9hY3Rpb24iOiJ0cmlnZ2VyIiwiZGVkdXBfa2V5Ijoic2hvcCIsInBheWxvYWQiOnsic3VtbWFyeSI6IkhUVFAgNTAyIiwic291cmNlIjoibW9uaXRvciIsInNldmVyaXR5IjoiY3JpdGljYWwifX3UVOVDqAAAAA==",
  ]

  static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map { Array($0) } ?? [] }

  @Test(arguments: packed) func `each kind of block is read`(packed: String) throws {
    #expect(String(decoding: try Gzip.inflate(Self.bytes(packed), limit: 1_000), as: UTF8.self) == Self.event)
  }

  @Test(arguments: packed) func `the limit holds while it is read`(packed: String) {
    #expect(throws: InflateError.tooLarge(limit: 100)) { try Gzip.inflate(Self.bytes(packed), limit: 100) }
  }

  @Test(arguments: packed) func `every damage is an error and never a crash`(packed: String) {
    let whole = Self.bytes(packed)
    for end in 0..<whole.count {
      #expect(throws: InflateError.self) { try Gzip.inflate(Array(whole[..<end]), limit: 1_000) }
    }
    for place in whole.indices {
      for bit in 0..<8 {
        var damaged = whole
        damaged[place] ^= 1 << bit
        // Some bits of the header mean nothing to us; whatever is read all the same is what was packed.
        if let read = try? Gzip.inflate(damaged, limit: 1_000) {
          #expect(String(decoding: read, as: UTF8.self) == Self.event)
        }
      }
    }
  }

  @Test func `a few bytes that stand for many are refused at the limit`() {
    // A stored block of nothing, then fixed codes that copy one byte 258 times, again and again.
    var bomb: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    bomb += [UInt8](repeating: 0, count: 8)
    #expect(throws: InflateError.self) { try Gzip.inflate(bomb, limit: 10) }
  }
}
