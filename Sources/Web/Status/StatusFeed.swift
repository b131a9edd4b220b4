import Incidents

/// The messages as feeds, one entry a message, the newest first. XML through the same builder as the pages, so a text
/// cannot become markup here either.
struct StatusFeed {
  let board: StatusBoard
  let places: StatusPlaces

  private struct Entry {
    var id: String
    var title: String
    var text: String
    var at: Timestamp
    var address: String
  }

  private var entries: [Entry] {
    let said = board.incidents.flatMap { incident in
      incident.updates.map { update in
        Entry(
          id: StatusCode.update(update), title: "\(StatusWords.state(update.state)): \(update.title)",
          text: update.text + promise(update), at: update.at,
          address: places.address(.incident(StatusCode.incident(incident))))
      }
    }
    let announced = board.maintenance.map { work in
      Entry(
        id: StatusCode.maintenance(work), title: "Planned maintenance: \(work.title)",
        text: "\(StatusWords.window(work)).\n\n\(work.text)", at: work.announced,
        address: places.address(.page) + "#" + StatusCode.maintenance(work))
    }
    return Array((said + announced).sorted { $0.at > $1.at }.prefix(50))
  }

  private func promise(_ update: PublicUpdate) -> String {
    update.nextBy.map { "\n\nNext update by \(StatusWords.moment($0))." } ?? ""
  }

  private var title: String { "\(board.title) status" }
  private var updated: Timestamp { entries.first?.at ?? board.watchedSince ?? board.now }

  /// RFC 4287.
  var atom: HTML {
    HTML { x in
      x.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
      x.element("feed", [Attribute("xmlns", "http://www.w3.org/2005/Atom")]) { x in
        x.line("id", places.address(.atom))
        x.line("title", title)
        x.line("updated", CivilTime(updated).rfc3339)
        x.shape("link", Attribute("rel", "self"), .href(places.address(.atom)))
        x.shape("link", Attribute("rel", "alternate"), Attribute("type", "text/html"), .href(places.address(.page)))
        x.element("author", []) { $0.line("name", board.title) }
        for entry in entries { x.atomEntry(entry.id, entry.title, entry.text, entry.at, entry.address) }
      }
    }
  }

  /// RSS 2.0.
  var rss: HTML {
    HTML { x in
      x.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
      x.element("rss", [Attribute("version", "2.0")]) { x in
        x.element("channel", []) { x in
          x.line("title", title)
          x.line("link", places.address(.page))
          x.line("description", "What works and what does not, in \(board.title)'s own words")
          x.line("lastBuildDate", StatusWords.mailDate(updated))
          for entry in entries { x.rssItem(entry.id, entry.title, entry.text, entry.at, entry.address) }
        }
      }
    }
  }
}

extension HTML {
  fileprivate mutating func atomEntry(
    _ id: String, _ title: String, _ text: String, _ at: Timestamp, _ address: String
  ) {
    element("entry", []) { x in
      x.line("id", "\(address)#\(id)")
      x.line("title", title)
      x.line("updated", CivilTime(at).rfc3339)
      x.line("published", CivilTime(at).rfc3339)
      x.shape("link", Attribute("rel", "alternate"), .href(address))
      x.line("content", text, Attribute("type", "text"))
    }
  }

  /// A description is HTML inside XML: escaped for the one, then for the other.
  fileprivate mutating func rssItem(
    _ id: String, _ title: String, _ text: String, _ at: Timestamp, _ address: String
  ) {
    let inner = HTML { h in
      for paragraph in text.split(separator: "\n") { h.p { $0.text(String(paragraph)) } }
    }
    element("item", []) { x in
      x.line("title", title)
      x.line("link", address)
      x.line("guid", id, Attribute("isPermaLink", "false"))
      x.line("pubDate", StatusWords.mailDate(at))
      x.line("description", inner.string)
    }
  }
}
