import Testing

/// The rules are only as good as their reading of Swift.
@Suite struct SourceTextTests {
  @Test func `comments and literals are not code`() {
    let source = SourceText(
      """
      let a = "Date() in a text" // Date() in a comment
      /* Date() /* nested */ still a comment */ let b = 1
      let c = #"raw "Date()" text"#
      """)
    #expect(!source.codeLines.joined(separator: "\n").contains("Date"))
    #expect(source.codeLines.joined(separator: "\n").contains("let b = 1"))
    #expect(source.literals.map(\.text) == ["Date() in a text", "raw \"Date()\" text"])
    #expect(source.comments.count == 2)
  }

  @Test func `what is interpolated is code`() {
    let source = SourceText(#"let a = "at \(Date(timeIntervalSince1970: f(")"))) now""#)
    #expect(source.codeLines.joined(separator: "\n").contains("Date(timeIntervalSince1970: f("))
    #expect(source.literals.last?.text == "at … now")
  }

  @Test func `a division is not a regular expression`() {
    let source = SourceText("let a = b / c\nlet d = e /* f */ / g\nlet h = text.contains(/\"x/) ? 1 : Date()")
    #expect(source.codeLines.joined(separator: "\n").contains("b / c"))
    #expect(source.codeLines.joined(separator: "\n").contains("Date()"))
    #expect(source.literals.isEmpty)
  }

  @Test func `lines keep their numbers`() {
    let source = SourceText("let a = \"\"\"\n  one\n  two\n  \"\"\"\n/* x\n y */\nlet b = 2")
    #expect(source.codeLines.count == 7)
    #expect(source.codeLines.last == "let b = 2")
  }

  @Test func `functions are measured by their braces`() {
    let text = "protocol P {\n  func a()\n}\nstruct S {\n  func b() -> Int {\n    if x {\n    }\n    return 1\n  }\n}"
    let functions = Functions(in: SourceText(text)).all
    #expect(functions.map(\.name) == ["b()"] || functions.map(\.name) == ["b"])
    #expect(functions.map(\.lines) == [5])
  }
}
