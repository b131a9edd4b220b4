import Hummingbird
import Incidents
import Storage

/// One alert and the way it took: for whoever asks why it paged, or why not.
enum AlertPage {
  @Sendable static func show(_ visit: Visit) async throws -> Response {
    guard let id = Int64(visit.parameter("alert")),
      let alert = try await visit.context.database.read(AlertQueries.byId(id)).first
    else { throw Failure.notFound }
    let path = try await AlertPath.of(alert, visit)
    let frame = visit.site.frame("\(alert.summary): Tocsin", place: .incidents, reader: visit.reader)
    return Reply.page(frame.page { h in write(alert, path, visit.now, into: &h) })
  }

  static func write(_ alert: Alert, _ path: AlertPath, _ now: Timestamp, into h: inout HTML) {
    h.main(.id("main"), .class("wrap")) { h in
      h.div(.class("page-head")) { h in
        h.line("h1", alert.summary, .class("title"))
        h.p(.class("lede")) { h in
          h.text(alert.state == .firing ? "It fires. " : "It is over. ")
          h.text(path.paged ? "It paged somebody." : "It paged nobody.")
        }
      }
      h.section(.class("section"), .labelled(by: "path")) { h in
        h.line("h2", "The way it took", .id("path"))
        h.ol(.class("rows")) { h in
          for step in path.steps {
            h.li { h in
              h.span { $0.whole(step.text) }
              if let citation = path.citation { h.ref(step.line, citation) }
            }
          }
        }
        h.div(.class("acts field")) { h in
          if let incident = path.incident {
            h.link("Open \(incident)", to: "/incidents/\(incident)", class: "btn line")
          }
          if alert.state == .firing {
            h.link("Silence alerts like it", to: "/silences?alert=\(alert.id)", class: "btn line")
          }
        }
      }
      h.labels(of: alert)
    }
  }
}

extension HTML {
  fileprivate mutating func labels(of alert: Alert) {
    section(.class("section"), .labelled(by: "labels")) { h in
      h.line("h2", "What its sender said", .id("labels"))
      h.ul(.class("rows")) { h in
        h.li { $0.line("code", "key \(alert.dedupKey)") }
        for label in alert.labels.sorted(by: { $0.key < $1.key }) {
          h.li { $0.line("code", "\(label.key)=\"\(label.value)\"") }
        }
      }
    }
  }
}
