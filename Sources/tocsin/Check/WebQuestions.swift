import AsyncHTTPClient
import Foundation

/// `check --online`: asks each address that a runbook links to, once.
enum WebQuestions {
  /// Addresses beyond this many are not asked.
  private static let most = 200
  private static let secondsEach: Int64 = 5
  private static let atOnce = 8

  /// The addresses that did not answer, with the reason in words.
  static func unreachable(_ addresses: [String]) async -> [String: String] {
    let asked = Array(addresses.prefix(most))
    return await withTaskGroup(of: Said.self) { group in
      var answers: [String: String] = [:]
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
    var complaint: String?
  }

  private static func complaint(_ address: String) async -> String? {
    var request = HTTPClientRequest(url: address)
    // Some servers know no HEAD; a body is not read either way.
    request.method = .GET
    request.headers.add(name: "User-Agent", value: "tocsin-check")
    do {
      let response = try await WebClient.shared.execute(request, timeout: .seconds(secondsEach))
      let code = response.status.code
      // 401, 403 and a redirect show that something is there.
      return [404, 410].contains(code) || code >= 500 ? "\(code) \(response.status.reasonPhrase)" : nil
    } catch let error as HTTPClientError where error == .connectTimeout || error == .deadlineExceeded {
      return "no answer within \(secondsEach) s"
    } catch {
      return "no connection"
    }
  }
}
