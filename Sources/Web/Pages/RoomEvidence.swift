import Incidents

/// What is pinned, which files there are, and who is here.
extension HTML {
  mutating func hereNow(_ view: RoomView) {
    span(.class("second small"), .id("here")) { h in
      if !view.present.isEmpty { h.text("Here now: \(Words.list(view.present))") }
    }
  }

  mutating func pinned(_ view: RoomView) {
    guard !view.pinned.isEmpty else { return }
    div(.class("pinned")) { h in
      h.line("h3", "Pinned")
      h.ul(.class("rows")) { h in
        for entry in view.pinned {
          h.li { h in
            h.span(.class("said")) { h in
              h.text("\(CivilTime(entry.at).clock) ")
              if entry.kind.isSaid { h.text("\(view.people[entry.actor] ?? entry.actor): ") }
              h.emphasised(entry.text)
            }
            h.pinForm(entry, holds: false, view)
          }
        }
      }
    }
  }

  mutating func pinForm(_ entry: TimelineEntry, holds: Bool, _ view: RoomView) {
    postForm(Address.act("pin", on: view.incident), view.reader, class: "pin", quiet: true) { h in
      let number = Int(entry.id & Int64(RowID.limit - 1))
      h.input(.type("hidden"), .name("entry"), .value(String(number)))
      h.input(.type("hidden"), .name("holds"), .value(holds ? "yes" : "no"))
      h.element("button", [.class("btn bare small"), .type("submit")]) { h in
        h.text(holds ? "Pin" : "Unpin")
        h.span(": \(entry.text.prefix(60))", class: "vh")
      }
    }
  }

  mutating func files(_ view: RoomView) {
    section(.class("section"), .id("files"), .labelled(by: "fi")) { h in
      h.line("h2", "Files", .id("fi"))
      if view.files.isEmpty { h.p("Nothing is attached.", class: "second") }
      h.ul(.class("rows")) { h in
        for file in view.files { h.file(file, view) }
      }
    }
  }

  private mutating func file(_ file: Attachment, _ view: RoomView) {
    li { h in
      h.link(file.name, to: "\(Address.incident(view.incident))/files/\(file.id)")
      h.span(file.sizeWords, class: "second small")
      h.span(.class("sub")) { h in
        h.text("\(view.name(file.by) ?? file.by), ")
        h.moment(file.at, now: view.now)
        h.text(". SHA-256 ")
        h.element("code", [.title(file.digest)]) { $0.text("\(file.digest.prefix(12))…") }
      }
    }
  }

  /// Outside of what is drawn anew, so that a chosen file stays chosen.
  mutating func attachForm(_ view: RoomView) {
    details(.class("fold"), .id("fold-attach")) { h in
      h.line("summary", "Attach a file")
      h.form(
        .class("attach"), Attribute("method", "post"), .action("\(Address.incident(view.incident))/files"),
        Attribute("enctype", "multipart/form-data")
      ) { h in
        h.token(view.reader)
        h.line("label", "The file, at most 10 MB", Attribute("for", "attach-file"))
        h.input(.type("file"), .id("attach-file"), .name("file"), Attribute("required", when: true))
        h.element("button", [.class("btn line"), .type("submit")]) { $0.text("Attach") }
      }
    }
  }
}
