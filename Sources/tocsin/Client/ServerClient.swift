import AsyncHTTPClient
import Foundation

/// Talks to the JSON API of a server and turns what goes wrong into sentences.
struct ServerClient: Sendable {
  let address: String
  let token: String?
  var timeoutSeconds: Int64 = 15

  /// Answers are read up to this many bytes.
  var answerLimit = 32 << 20

  init(address: String, token: String?) throws(Failure) {
    let trimmed = ServerClient.trimmed(address)
    guard trimmed.hasPrefix("http://") || trimmed.hasPrefix("https://") else {
      throw Failure(.usage, "\(address) is not the address of a server. Write it as http://HOST:PORT.")
    }
    self.address = trimmed
    self.token = token
  }

  static func trimmed(_ address: String) -> String { address.hasSuffix("/") ? String(address.dropLast()) : address }

  func get(_ path: String) async throws(Failure) -> Data { try await send("GET", path, body: nil) }

  func post(_ path: String, _ body: [String: JSONField] = [:]) async throws(Failure) -> Data {
    try await send("POST", path, body: JSONField.object(body).data)
  }

  func delete(_ path: String) async throws(Failure) -> Data { try await send("DELETE", path, body: nil) }

  func send(_ method: String, _ path: String, body: Data?) async throws(Failure) -> Data {
    let (status, answer) = try await exchange(method, path, body: body)
    guard (200..<300).contains(status) else { throw refusal(status, answer) }
    return answer
  }

  /// One exchange, whatever the answer.
  func exchange(_ method: String, _ path: String, body: Data?) async throws(Failure) -> (status: Int, answer: Data) {
    var request = HTTPClientRequest(url: address + path)
    request.method = .RAW(value: method)
    request.headers.add(name: "Accept", value: "application/json")
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(body)
    }
    do {
      let response = try await WebClient.shared.execute(request, timeout: .seconds(timeoutSeconds))
      let buffer = try await response.body.collect(upTo: answerLimit)
      return (Int(response.status.code), Data(buffer.readableBytesView))
    } catch {
      throw Failure(.unreachable, "The server at \(address) does not answer (\(Self.reason(error))).")
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? HTTPClientError else {
      let said = String(describing: error)
      return said.contains("Connection refused") ? "connection refused" : Layout.clipped(Layout.plain(said), 120)
    }
    switch error {
    case .connectTimeout, .deadlineExceeded, .readTimeout: return "no answer in time"
    case .remoteConnectionClosed: return "it closed the connection"
    case .invalidURL, .emptyHost: return "the address is not valid"
    default: return error.shortDescription
    }
  }

  private func refusal(_ status: Int, _ answer: Data) -> Failure {
    struct Refused: Decodable {
      struct Details: Decodable { var message: String }
      var error: Details
    }
    let said = (try? JSONDecoder().decode(Refused.self, from: answer))?.error.message
    switch status {
    case 401, 403:
      let remedy = token == nil ? "Give a token with --token or TOCSIN_TOKEN." : "Check the token."
      return Failure(.badData, "The server at \(address) does not allow this. \(said.map { $0 + " " } ?? "")\(remedy)")
    case 500...: return Failure(.unreachable, said ?? "The server at \(address) answered \(status).")
    default: return Failure(.badData, said ?? "The server at \(address) answered \(status).")
    }
  }

  /// One part of a path, with everything but letters, digits and `-._~` encoded.
  static func part(_ text: String) -> String {
    let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }
}
