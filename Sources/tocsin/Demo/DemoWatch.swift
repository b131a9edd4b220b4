import Foundation

/// Keeps looking at the one incident of a demo, as a program outside would.
struct DemoWatch {
  let client: ServerClient
  let deadline: ContinuousClock.Instant
  /// The ingest key with which the alert's source speaks.
  var key = ""
  /// The incident's name, once there is one.
  private(set) var name = ""

  init(client: ServerClient, deadline: ContinuousClock.Instant) {
    self.client = client
    self.deadline = deadline
  }

  /// Sends the plan's alert as its source does; returns the status of the answer.
  func send(_ action: String, of plan: DemoPlan) async throws(Failure) -> Int {
    try await client.exchange("POST", "/v2/enqueue", body: plan.event(key: key, action: action).data).status
  }

  /// The incident as soon as `condition` holds; nil where that does not happen in time.
  mutating func until(_ condition: (IncidentReading) -> Bool) async throws -> IncidentReading? {
    while ContinuousClock.now < deadline {
      if let incident = try await look(), condition(incident) { return incident }
      try await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  private mutating func look() async throws -> IncidentReading? {
    if name.isEmpty {
      let answer = try await client.get("/api/v1/incidents?status=open")
      let newest = try Answer.decode(JSONField.self, from: answer)["incidents"].elements.first
      guard let found = newest?["name"].string else { return nil }
      name = found
    }
    let answer = try await client.get("/api/v1/incidents/\(ServerClient.part(name))")
    return IncidentReading(try Answer.decode(JSONField.self, from: answer))
  }
}
