import Incidents

/// One answer of the public page, ready to be sent.
package struct StatusFile: Sendable, Hashable {
  /// Below the page's root: `api/v2/summary.json`; empty for the page itself.
  package var path: String
  package var type: String
  package var bytes: [UInt8]
}

/// Every file of the public page out of one board. Made whole whenever something changes, and only then.
enum StatusFiles {
  static func all(_ board: StatusBoard, _ places: StatusPlaces) -> [StatusFile] {
    let json = StatusJSON(board: board, places: places)
    let page = { (place: StatusPlaces.Place, html: HTML) in
      StatusFile(path: places.file(place), type: "text/html; charset=utf-8", bytes: html.bytes)
    }
    var files = [
      page(.page, StatusPage.html(board, places)), page(.history, StatusHistory.html(board, places)),
      StatusFile(
        path: places.file(.atom), type: "application/atom+xml; charset=utf-8",
        bytes: StatusFeed(board: board, places: places).atom.bytes),
      StatusFile(
        path: places.file(.rss), type: "application/rss+xml; charset=utf-8",
        bytes: StatusFeed(board: board, places: places).rss.bytes),
      StatusFile(path: places.file(.badge), type: "image/svg+xml", bytes: StatusBadge.svg(board).bytes),
    ]
    files += board.incidents.map {
      page(.incident(StatusCode.incident($0)), StatusIncidentPage.html($0, board, places))
    }
    files += json.documents.map { name, tree in
      StatusFile(path: places.file(.api(name)), type: "application/json; charset=utf-8", bytes: tree.bytes)
    }
    guard places.exported != nil else { return files }
    let assets = [(StatusPlaces.Place.styles, Asset.styles), (.icon, Asset.icon)]
    return files + assets.map { StatusFile(path: places.file($0), type: $1.type, bytes: $1.bytes) }
  }
}
