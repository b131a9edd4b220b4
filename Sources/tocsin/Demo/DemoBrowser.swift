import AsyncHTTPClient
import Foundation

/// Signs in as a person does, by the one-time link, and reads pages with that session.
struct DemoBrowser: Sendable {
  private let address: String
  private var cookie = ""

  init(address: String) { self.address = address }

  /// Makes the first account. False where the link did not open the door.
  mutating func setUp(by link: String) async throws -> Bool {
    var request = HTTPClientRequest(url: link)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    request.body = .bytes(Data("name=demo&person=&password=\(UUID().uuidString)".utf8))
    let response = try await WebClient.shared.execute(request, timeout: .seconds(15))
    let cookies = response.headers["Set-Cookie"].compactMap { $0.split(separator: ";").first.map(String.init) }
    cookie = cookies.joined(separator: "; ")
    return response.status.code == 303 && !cookie.isEmpty
  }

  /// The text of a page; nil where it is refused.
  func text(_ path: String) async throws -> String? {
    var request = HTTPClientRequest(url: address + path)
    request.headers.add(name: "Cookie", value: cookie)
    let response = try await WebClient.shared.execute(request, timeout: .seconds(15))
    let body = try await response.body.collect(upTo: 4 << 20)
    return response.status.code == 200 ? String(buffer: body) : nil
  }
}
