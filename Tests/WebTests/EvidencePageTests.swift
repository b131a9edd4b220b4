import Crypto
import Foundation
import HTTPTypes
import Incidents
import NIOCore
import Storage
import Testing

@testable import Web

/// Files, privacy and the export, by the pages and the API.
@Suite struct EvidencePageTests {
  @Test func aFileComesBackAsItWasAndNoBrowserRunsIt() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let evil = "<script>alert(1)</script>"
      let body = [
        "--B", #"Content-Disposition: form-data; name="token""#, "", "csrf-bo", "--B",
        #"Content-Disposition: form-data; name="file"; filename="../x.html""#, "", evil, "--B--", "",
      ].joined(separator: "\r\n")
      let answer = try await bo.client.execute(
        uri: "/incidents/\(id)/files", method: .post,
        headers: [.cookie: "tocsin=\(bo.cookie ?? "")", .contentType: "multipart/form-data; boundary=B"],
        body: ByteBuffer(string: body))
      #expect(answer.status == .seeOther)
      let room = try await bo.get("/incidents/\(id)")
      room.expect(contains: SHA256.hash(data: Data(evil.utf8)).map { padded(hex: $0) }.joined())
      let link = try #require(room.text.firstMatch(of: #/href="([^"]*/files/\d+)"/#)?.1)
      let file = try await bo.get(String(link))
      #expect(file.text == evil)
      #expect(file.headers[.contentType] == "application/octet-stream")
      #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"x.html\"") == true)
      let stranger = try await bo.client.execute(
        uri: "/incidents/\(id)/files", method: .post,
        headers: [.cookie: "tocsin=\(bo.cookie ?? "")", .contentType: "multipart/form-data; boundary=B"],
        body: ByteBuffer(string: body.replacing("csrf-bo", with: "guess")))
      #expect(stranger.status == .forbidden)
    }
  }

  @Test func aPrivateIncidentIsNowhereForOthers() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let (tool, owner) = (try harbour.makeToken(.respond), try harbour.makeToken(.admin))
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      let zoe = try await harbour.signIn(visitor, as: "zoe", isFirst: false)
      // Its title may be a scenario's, which stands in forms; its name is its own.
      let words = try #require(try await harbour.database.read(IncidentQueries.byId(id)).first).name
      #expect(try await zoe.get("/incidents").text.contains(words))
      try await zoe.get("/incidents/\(id)").expect(.ok)
      let owed = "Change the key that leaked"
      let added = try await bo.post("/items", ["incident": "\(id)", "text": owed, "owner": "bo"])
      #expect(added.status == .seeOther)
      #expect(try await zoe.get("/items").text.contains(owed))
      #expect(try await bo.post("/incidents/\(id)/private").status == .seeOther)
      try await bo.get("/incidents/\(id)").expect(.ok)
      for path in [
        "/incidents/\(id)", "/incidents/\(id)/publish", "/incidents/\(id)/review", "/incidents/\(id)/export.tar",
      ] {
        try await zoe.get(path).expect(.notFound)
      }
      try await zoe.post("/incidents/\(id)/note", ["text": "x"]).expect(.notFound)
      for path in ["/", "/incidents", "/items", "/items.csv", "/items?incident=\(id)", "/reviews"] {
        let text = try await zoe.get(path).text
        #expect(!text.contains(words) && !text.contains(owed), "\(path)")
      }
      #expect(try await bo.get("/items").text.contains(owed))
      let bearer = { (token: String) -> HTTPFields in [.authorization: "Bearer \(token)"] }
      try await visitor.get("/api/v1/incidents/\(id)", headers: bearer(tool)).expect(.notFound)
      #expect(try await !visitor.get("/api/v1/incidents", headers: bearer(tool)).text.contains(words))
      try await visitor.get("/api/v1/incidents/\(id)", headers: bearer(owner)).expect(.ok)
    }
  }

  @Test func theExportHoldsEachFileWithItsDigest() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    let token = try harbour.makeToken(.admin)
    try await harbour.visit { visitor in
      let bearer: HTTPFields = [.authorization: "Bearer \(token)"]
      let kept = try await visitor.json("/api/v1/incidents/\(id)/files?name=app.log", "one line\n", headers: bearer)
      kept.expect(.created)
      let tar = Array(
        (try await visitor.get("/api/v1/incidents/\(id)/export.tar", headers: bearer)).body.readableBytesView)
      #expect(tar.count % 512 == 0)
      #expect(tar.dropFirst(257).prefix(5).elementsEqual("ustar".utf8))
      let text = String(decoding: tar, as: UTF8.self)
      for name in ["incident.json", "timeline.txt", "review.md", "runbook.md", "SHA256SUMS", "-app.log"] {
        #expect(text.contains(name), "\(name)")
      }
      #expect(text.contains(SHA256.hash(data: Data("one line\n".utf8)).map { padded(hex: $0) }.joined()))
    }
  }

  @Test func aPinStandsAboveTheTimeline() async throws {
    let harbour = try await Harbour()
    let id = try await harbour.open()
    try await harbour.visit { visitor in
      let bo = try await harbour.signIn(visitor)
      #expect(try await bo.post("/incidents/\(id)/note", ["text": "the pool is full"]).status == .seeOther)
      let room = try await bo.get("/incidents/\(id)").text
      let entry = try #require(room.firstMatch(of: #/name="entry" value="(\d+)"/#)?.1)
      #expect(try await bo.post("/incidents/\(id)/pin", ["entry": String(entry), "holds": "yes"]).status == .seeOther)
      (try await bo.get("/incidents/\(id)")).expect(contains: "Unpin")
      #expect(
        try await bo.post("/incidents/\(id)/pin", ["entry": "999", "holds": "yes"]).status == .unprocessableContent)
    }
  }
}
