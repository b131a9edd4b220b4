import Incidents

/// Where the parts of the public page stand: below `/status` on this server, or as files in an exported folder, whose
/// pages lead to each other by relative addresses.
struct StatusPlaces: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    case page, history, atom, rss, badge, styles, icon
    case incident(String)
    case api(String)
  }

  /// Public address of this server, without the path.
  var origin: String
  /// Set for the files of an export: the address at which they will stand, or "" where nobody said.
  var exported: String?

  /// The file's path below the page's root.
  func file(_ place: Place) -> String {
    let ending = exported == nil ? "" : ".html"
    return switch place {
    case .page: exported == nil ? "" : "index.html"
    case .history: "history" + ending
    case .incident(let code): "incidents/\(code)" + ending
    case .atom: "history.atom"
    case .rss: "history.rss"
    case .badge: "badge.svg"
    case .api(let name): "api/v2/\(name).json"
    case .styles: "assets/tocsin.css"
    case .icon: "assets/icon.svg"
    }
  }

  /// The path by which this server answers.
  func path(_ place: Place) -> String { place == .page ? "/status" : "/status/" + file(place) }

  /// For a link on one page to another part.
  func link(to place: Place, from page: Place) -> String {
    if exported == nil {
      return place == .styles ? Asset.styles.address : place == .icon ? Asset.icon.address : path(place)
    }
    let depth = file(page).utf8.count { $0 == UInt8(ascii: "/") }
    return (depth == 0 ? "./" : String(repeating: "../", count: depth)) + file(place)
  }

  /// The whole address, for feeds, mails and programs.
  func address(_ place: Place) -> String {
    guard let exported, !exported.isEmpty else { return origin + StatusPlaces(origin: origin).path(place) }
    return exported + "/" + file(place)
  }
}

/// Names of things on the public page: twelve letters and digits that say nothing about the numbers inside.
enum StatusCode {
  static func incident(_ incident: PublicIncident) -> String { make("incident \(incident.id)") }
  static func maintenance(_ work: Maintenance) -> String { make("maintenance \(work.id)") }
  static func update(_ update: PublicUpdate) -> String { make("update \(update.id)") }
  static func component(_ component: StatusComponent) -> String { make("component \(component.id)") }
  static func page(_ title: String) -> String { make("page \(title)") }

  /// FNV-1a of 64 bits, in 12 letters of 32.
  private static func make(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<12).map { letters[Int((hash >> UInt64($0 * 5)) & 31)] })
  }
}
