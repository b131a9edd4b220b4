import HTTPTypes
import Hummingbird
import Incidents
import Storage

/// The part of PagerDuty's REST API that scripts read: who is on call, what is open. Nothing is changed by it.
/// https://developer.pagerduty.com/api-reference/
enum PagerDutyREST {
  /// PagerDuty's tools say their token so: `Authorization: Token token=…`. A browser never does, so that addresses
  /// which pages have too can be told apart.
  static func speaks(_ request: Request) -> Bool {
    request.headers[.authorization]?.lowercased().hasPrefix("token token=") ?? false
  }

  /// A page of a list, by offset, as the API calls it.
  struct Window {
    var limit: Int
    var offset: Int
    var wantsTotal: Bool

    init(_ visit: Visit) throws {
      guard let limit = Window.number(visit.query("limit") ?? "25"),
        let offset = Window.number(visit.query("offset") ?? "0"),
        (1...100).contains(limit), offset + limit <= 10_000
      else { throw Failure.bad("limit: 1 to 100; offset and limit together: at most 10000.") }
      (self.limit, self.offset) = (limit, offset)
      wantsTotal = visit.query("total") == "true" || visit.query("total") == "True"
    }

    private static func number(_ text: String) -> Int? { Int(text).flatMap { (0...10_000).contains($0) ? $0 : nil } }
  }

  /// A list under its name with the words of "classic" pagination.
  struct Listing<Item: Encodable>: Encodable {
    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
    var name: String
    var items: [Item]
    var window: Window
    var total: Int

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(items, forKey: Key(stringValue: name))
      try container.encode(window.limit, forKey: Key(stringValue: "limit"))
      try container.encode(window.offset, forKey: Key(stringValue: "offset"))
      try container.encode(window.offset + items.count < total, forKey: Key(stringValue: "more"))
      try container.encode(window.wantsTotal ? total : nil, forKey: Key(stringValue: "total"))
    }
  }

  static func page<Item: Encodable>(_ name: String, _ all: [Item], _ visit: Visit) throws -> Response {
    let window = try Window(visit)
    let shown = Array(all.dropFirst(window.offset).prefix(window.limit))
    return try Reply.json(Listing(name: name, items: shown, window: window, total: all.count))
  }

  /// A thing by its identifier and name, as other things refer to it.
  struct Reference: Encodable {
    var id: String
    var type: String
    var summary: String
    var selfURL: String?
    var htmlURL: String?

    enum CodingKeys: String, CodingKey {
      case id, type, summary
      case selfURL = "self"
      case htmlURL = "html_url"
    }

    init(_ id: String, _ type: String, _ summary: String, selfURL: String? = nil, htmlURL: String? = nil) {
      self.id = id
      self.type = type + "_reference"
      self.summary = summary
      self.selfURL = selfURL
      self.htmlURL = htmlURL
    }

    static func person(_ person: Person, _ origin: String) -> Reference {
      Reference(person.id, "user", person.name, selfURL: "\(origin)/users/\(person.id)")
    }

    static func person(_ id: String, _ team: Team, _ origin: String) -> Reference {
      team.person(id).map { .person($0, origin) } ?? Reference(id, "user", id)
    }

    static func schedule(_ name: String, _ origin: String) -> Reference {
      Reference(name, "schedule", name, selfURL: "\(origin)/schedules/\(name)")
    }

    /// A runbook stands for both: it is what is paged for, and how.
    static func service(_ runbook: ShelvedRunbook, _ origin: String) -> Reference {
      let id = identifier(runbook)
      return Reference(id, "service", title(runbook), selfURL: "\(origin)/services/\(id)", htmlURL: "\(origin)/runbook")
    }

    static func policy(_ runbook: ShelvedRunbook, _ origin: String) -> Reference {
      Reference(identifier(runbook), "escalation_policy", title(runbook), htmlURL: "\(origin)/ladder")
    }
  }

  static func title(_ runbook: ShelvedRunbook) -> String { runbook.runbook.title ?? runbook.fileName }

  /// The file's name without what an address does not take.
  static func identifier(_ runbook: ShelvedRunbook) -> String {
    let name = runbook.fileName.split(separator: ".").first.map(String.init) ?? ""
    let kept = name.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "P" + (kept.isEmpty ? "RUNBOOK" : kept)
  }
}
