import AsyncHTTPClient
import Foundation
import Runbooks

/// `check --online`: asks each address that a runbook links to, once.
enum WebQuestions {
  /// Addresses beyond this many are not asked.
  static let most = 200
  private static let secondsEach: Int64 = 5
  private static let atOnce = 8

  /// No token goes along, so redirects are followed. A refused connection is not tried again: it says why at once.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .follow(max: 5, allowCycles: false)
    configuration.timeout.connect = .seconds(secondsEach)
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  /// The addresses with which something is wrong.
  static func unreachable(_ addresses: [String]) async -> [String: WebComplaint] {
    let asked = Array(addresses.prefix(most))
    return await withTaskGroup(of: Said.self) { group in
      var answers: [String: WebComplaint] = [:]
      for (index, address) in asked.enumerated() {
        if index >= atOnce, let done = await group.next() { answers[done.address] = done.complaint }
        group.addTask { Said(address: address, complaint: await complaint(address)) }
      }
      for await done in group { answers[done.address] = done.complaint }
      return answers
    }
  }

  private struct Said: Sendable {
    var address: String
    /// nil where it answered.
    var complaint: WebComplaint?
  }

  private static func complaint(_ address: String) async -> WebComplaint? {
    var request = HTTPClientRequest(url: address)
    // Some servers know no HEAD; a body is not read either way.
    request.method = .GET
    request.headers.add(name: "User-Agent", value: "tocsin-check")
    do {
      let response = try await client.execute(request, timeout: .seconds(secondsEach))
      let code = response.status.code
      // 401 and 403 show that something is there.
      guard [404, 410].contains(code) || code >= 500 else { return nil }
      return WebComplaint("answers \(code) \(response.status.reasonPhrase)", isAnswer: true)
    } catch {
      return words(error)
    }
  }

  private static func words(_ error: any Error) -> WebComplaint {
    if let error = error as? HTTPClientError {
      switch error {
      case .connectTimeout, .deadlineExceeded, .tlsHandshakeTimeout:
        return WebComplaint("does not answer within \(secondsEach) s")
      case .redirectLimitReached, .redirectCycleDetected:
        return WebComplaint("redirects in a circle", isAnswer: true)
      case .invalidURL, .emptyHost: return WebComplaint("is no address", isAnswer: true)
      default: break
      }
    }
    let said = String(describing: error)
    if said.contains("CERTIFICATE_VERIFY_FAILED") { return WebComplaint("has a certificate that is not trusted") }
    if said.hasPrefix("DNS error") { return WebComplaint("cannot be reached: its name is not known") }
    return WebComplaint("cannot be reached")
  }
}
