import CryptoExtras
import Dispatch
import Foundation
import Synchronization

/// Hashes of passwords: scrypt, each with its own salt and its parameters beside it. At most two run at once,
/// 32 MiB each; a few may wait, and more are turned away.
final class Passwords: Sendable {
  struct Parameters: Sendable, Hashable {
    /// Power of two.
    var cost: Int
    var blockSize: Int
    var parallelism: Int
    static let current = Parameters(cost: 15, blockSize: 8, parallelism: 3)

    /// Bounded, so that a damaged row cannot ask for all memory.
    var isSane: Bool { (10...18).contains(cost) && (1...16).contains(blockSize) && (1...8).contains(parallelism) }
  }

  /// Too many hashes wait.
  struct Busy: Error {}

  private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
  private let places = DispatchSemaphore(value: 2)
  private let waiting = Mutex(0)
  private static let limit = 12

  /// `scrypt:15:8:3:SALT:HASH`
  func hash(_ password: String) async throws -> String {
    let salt = Secrets.random(16)
    let derived = try await derive(password, salt: salt, .current)
    return Passwords.text(.current, salt: salt, hash: derived)
  }

  enum Verdict: Sendable, Hashable {
    case wrong
    case right
    /// Right, and to be hashed anew with the parameters of today.
    case rightButOld
  }

  func check(_ password: String, against stored: String) async throws -> Verdict {
    guard let known = Passwords.parse(stored) else { return .wrong }
    let derived = try await derive(password, salt: known.salt, known.parameters)
    guard Secrets.equal(derived, known.hash) else { return .wrong }
    return known.parameters == .current ? .right : .rightButOld
  }

  /// Takes as long as a real check, so that an unknown name looks like a wrong password.
  func pretend(_ password: String) async throws {
    _ = try await derive(password, salt: Array("no such account.".utf8), .current)
  }

  private func derive(_ password: String, salt: [UInt8], _ parameters: Parameters) async throws -> [UInt8] {
    let admitted = waiting.withLock { count -> Bool in
      guard count < Passwords.limit else { return false }
      count += 1
      return true
    }
    guard admitted else { throw Busy() }
    defer { waiting.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { [places] in
        places.wait()
        defer { places.signal() }
        continuation.resume(with: Result { try Passwords.scrypt(password, salt: salt, parameters) })
      }
    }
  }

  private static func scrypt(_ password: String, salt: [UInt8], _ parameters: Parameters) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: 1 << parameters.cost,
      blockSize: parameters.blockSize, parallelism: parameters.parallelism)
    return key.withUnsafeBytes { Array($0) }
  }

  private static func text(_ parameters: Parameters, salt: [UInt8], hash: [UInt8]) -> String {
    [
      "scrypt", String(parameters.cost), String(parameters.blockSize), String(parameters.parallelism),
      Base64URL.encode(salt), Base64URL.encode(hash),
    ].joined(separator: ":")
  }

  private static func parse(_ text: String) -> (parameters: Parameters, salt: [UInt8], hash: [UInt8])? {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let cost = Int(parts[1]), let size = Int(parts[2]),
      let parallelism = Int(parts[3]), let salt = Base64URL.decode(parts[4]), let hash = Base64URL.decode(parts[5])
    else { return nil }
    let parameters = Parameters(cost: cost, blockSize: size, parallelism: parallelism)
    return parameters.isSane ? (parameters, salt, hash) : nil
  }
}
