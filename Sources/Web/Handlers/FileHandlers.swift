import Crypto
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// Files of an incident: taken in with their digest, and given out so that no browser runs them.
enum FileHandlers {
  /// From the room's form.
  @Sendable static func upload(_ visit: Visit) async throws -> Response {
    guard let incident = try await visit.incident() else { throw Failure.notFound }
    guard let file = visit.file else { throw Failure.bad("No file was chosen. Go back and choose one.") }
    do {
      try await keep(file.bytes, named: file.name, incident, by: visit.actor, visit)
    } catch let refusal as Refusal {
      throw Failure(.conflict, "refused", Notice(title: "Not attached", words: refusal.message, link: nil))
    }
    return Reply.seeOther("\(Address.incident(incident))?done=note#files")
  }

  /// From a program: the body is the file, `?name=` its name.
  @Sendable static func take(_ visit: Visit) async throws -> Response {
    let incident = try await APIHandlers.incident(visit)
    let who = try await APIHandlers.actor(visit.query("actor"), visit)
    try await APIHandlers.refusing {
      try await keep(visit.body, named: visit.query("name") ?? "file", incident, by: who, visit)
    }
    return try Reply.json(try await APIHandlers.whole(incident.id, visit), status: .created)
  }

  private static func keep(
    _ bytes: [UInt8], named name: String, _ incident: Incident, by actor: String, _ visit: Visit
  ) async throws {
    let digest = SHA256.hash(data: bytes).map { padded(hex: $0) }.joined()
    let file = Attachment(
      id: visit.context.newID(), incident: incident.id, name: Attachment.plainName(name), size: bytes.count,
      digest: digest, by: actor, at: visit.now)
    try await visit.context.acts.attach(file, bytes, by: actor)
  }

  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let incident = try await visit.incident() else { throw Failure.notFound }
    return try await file(of: incident, visit)
  }

  @Sendable static func give(_ visit: Visit) async throws -> Response {
    try await file(of: try await APIHandlers.incident(visit), visit)
  }

  /// Whatever it is, it is bytes to be saved: never shown inside a page, and without any right where it is opened.
  private static func file(of incident: Incident, _ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("file")),
      let (file, bytes) = try await visit.context.database.read(AttachmentQueries.bytes(id, of: incident.id)).first
        .map({ ($0.file, $0.bytes) })
    else { throw Failure.notFound }
    return Reply.download(bytes, named: file.name)
  }
}

extension Reply {
  private static let plainLetters = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")

  static func download(_ bytes: [UInt8], named name: String) -> Response {
    var response = Reply.bytes(bytes, type: "application/octet-stream")
    let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_. ".contains($0)) ? $0 : "_" })
    let full = name.addingPercentEncoding(withAllowedCharacters: Reply.plainLetters) ?? "file"
    response.headers[.contentDisposition] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(full)"
    return response
  }
}
