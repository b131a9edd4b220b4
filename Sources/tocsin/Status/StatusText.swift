import Foundation

/// The public page in a terminal.
enum StatusText {
  static func page(_ page: JSONField) -> String {
    let parts = page["components"].elements
    let width = parts.compactMap { $0["name"].string }.map { Layout.width($0) }.max() ?? 0
    var lines = [Layout.plain(page["sentence"].string ?? ""), ""]
    lines += parts.map { part in
      let state = (part["state"].string ?? "").replacing("_", with: " ")
      let uptime = part["uptime"].string.map { "\($0) \(part["reach"].string ?? "")" } ?? "no day is known yet"
      return "\(Layout.padded(Layout.plain(part["name"].string ?? ""), width))  \(Layout.padded(state, 20))  \(uptime)"
    }
    for work in page["maintenance"].elements {
      let window = "\(work["starts"].string ?? "") to \(work["ends"].string ?? "")"
      lines += ["", "\(work["id"].integer ?? 0)  \(Layout.plain(work["title"].string ?? ""))", "  \(window)"]
    }
    for untruth in page["untrue"].elements { lines += ["", "Untrue: \(Layout.plain(untruth.string ?? ""))"] }
    return lines.joined(separator: "\n")
  }
}
