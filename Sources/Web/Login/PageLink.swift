import Crypto
import Foundation
import Incidents

/// The link in a page: good for one page, for a day, until its incident is over. It holds the page's identifier
/// and a keyed hash of it, so that nothing has to be stored and nothing can be guessed.
package enum PageLink {
  /// How long a link works after its page was made.
  package static let life = Span.hours(24)

  /// Address for a message.
  package static func address(page: Int64, origin: String, secret: [UInt8]) -> String {
    origin + "/a/" + token(page: page, secret: secret)
  }

  package static func token(page: Int64, secret: [UInt8]) -> String {
    SealedNumber.token(page, for: "acknowledge link", secret: secret)
  }

  /// The page of a token that this server made; nil for any other text.
  static func page(of token: String, secret: [UInt8]) -> Int64? {
    SealedNumber.number(of: token, for: "acknowledge link", secret: secret)
  }
}

/// A number and a keyed hash of it and of what it may be used for: nothing has to be stored, nothing can be guessed,
/// and no token can be used for another purpose.
package enum SealedNumber {
  package static func token(_ number: Int64, for purpose: String, secret: [UInt8]) -> String {
    let id = bytes(number)
    return Base64URL.encode(id + seal(id, purpose, secret))
  }

  /// nil for anything that this server did not make for this purpose.
  static func number(of token: String, for purpose: String, secret: [UInt8]) -> Int64? {
    guard let bytes = Base64URL.decode(token), bytes.count == 24 else { return nil }
    let id = Array(bytes.prefix(8))
    guard Secrets.equal(Array(bytes.suffix(16)), seal(id, purpose, secret)) else { return nil }
    return Int64(bitPattern: id.reduce(UInt64(0)) { ($0 << 8) | UInt64($1) })
  }

  /// 32 bytes that only this server can make for this number and purpose.
  static func key(_ number: Int64, for purpose: String, secret: [UInt8]) -> Data {
    Data(
      HMAC<SHA256>.authenticationCode(
        for: Array(purpose.utf8) + bytes(number), using: SymmetricKey(data: secret)))
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    let bits = UInt64(bitPattern: number)
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - $0 * 8)) }
  }

  private static func seal(_ id: [UInt8], _ purpose: String, _ secret: [UInt8]) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8) + id, using: SymmetricKey(data: secret))
    return Array(Array(code).prefix(16))
  }
}
