import Testing

@testable import Web

/// Forms with files, from browsers and from nobody's browser.
@Suite struct MultipartTests {
  private let type = "multipart/form-data; boundary=XX"

  private func form(_ text: String) -> Multipart? {
    Multipart(Array(text.replacing("\n", with: "\r\n").utf8), type: type)
  }

  @Test func fieldsAndTheFileAreRead() throws {
    let read = try #require(
      form(
        """
        --XX
        Content-Disposition: form-data; name="token"

        abc
        --XX
        Content-Disposition: form-data; name="file"; filename="a.log"
        Content-Type: text/plain

        one
        --XY two
        --XX--

        """))
    #expect(read.fields == ["token": "abc"])
    #expect(read.file?.name == "a.log")
    #expect(read.file.map { String(decoding: $0.bytes, as: UTF8.self) } == "one\r\n--XY two")
  }

  @Test(arguments: [
    "", "--XX", "--XX\n", "--XX\nno head\n--XX--", "--XX\nContent-Disposition: form-data\n\nx\n--XX--",
    "--XX\nContent-Disposition: form-data; name=\"a\"\n\nnever ends", "--YY\n\n--YY--",
  ])
  func whatIsDamagedIsNoForm(_ text: String) { #expect(form(text) == nil) }

  @Test func withoutABoundaryThereIsNoForm() {
    #expect(Multipart(Array("--XX--".utf8), type: "multipart/form-data") == nil)
  }

  @Test func aSeaOfPartsIsRefused() {
    let part = "--XX\nContent-Disposition: form-data; name=\"a\"\n\nx\n"
    #expect(form(String(repeating: part, count: 40) + "--XX--") == nil)
  }
}
