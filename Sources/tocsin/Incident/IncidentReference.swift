import Foundation

/// From what a person types to the name that the server knows.
enum IncidentReference {
  /// `latest` is the incident that opened last, open ones first.
  static func resolve(_ text: String, _ client: ServerClient) async throws(Failure) -> String {
    guard text == "latest" else { return text }
    for status in ["open", "all"] {
      let answer = try await client.get("/api/v1/incidents?status=\(status)")
      let incidents = try Answer.decode(JSONField.self, from: answer)["incidents"].elements
      let newest = incidents.max { ($0.time("opened")?.microseconds ?? 0) < ($1.time("opened")?.microseconds ?? 0) }
      if let name = newest?["name"].string { return name }
    }
    throw Failure(.badData, "There is no incident yet.")
  }
}
