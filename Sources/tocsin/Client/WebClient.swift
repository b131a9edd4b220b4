import AsyncHTTPClient

/// The one HTTP client of the commands. A redirect is not followed: it could carry a token to another address.
enum WebClient {
  static let shared: HTTPClient = {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(5)
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()
}
