import Testing

@testable import Incidents

/// What a file is called once it has come from anywhere.
@Suite struct AttachmentTests {
  @Test(arguments: [
    ("../../etc/passwd", "passwd"), (#"C:\logs\app.log"#, "app.log"), ("a\"b\r\nx: y.png", "abx y.png"), ("..", "file"),
    ("", "file"), ("évidence 1.pdf", "évidence 1.pdf"),
  ])
  func aNameIsItsLastPartWithoutWhatCouldBeMisread(_ given: String, _ kept: String) {
    #expect(Attachment.plainName(given) == kept)
  }

  @Test func sizesAreWords() {
    let words = [999, 12_345, 3_400_000].map {
      Attachment(
        id: 1, incident: 1, name: "a", size: $0, digest: "", by: "", at: Timestamp(microseconds: 0)
      ).sizeWords
    }
    #expect(words == ["999 bytes", "12 KB", "3.4 MB"])
  }
}
