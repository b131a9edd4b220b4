import Runbooks

/// What a server knows of the commands that were run.
enum KeptRuns {
  static func read(from client: ServerClient) async throws(Failure) -> RunRecord {
    let answer = try Answer.decode(JSONField.self, from: try await client.get("/api/v1/runs"))
    return RunRecord(
      answer["runs"].elements.compactMap { run in
        guard let text = run["text"].string, let at = run["at"].string, let exit = run["exit"].integer else {
          return nil
        }
        return (text, RunRecord.Entry(day: String(at.prefix(10)), exit: exit))
      })
  }
}
