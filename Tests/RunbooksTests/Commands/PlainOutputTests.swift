import Runbooks
import Testing

/// Output of programs as a page and a terminal may show it.
@Suite struct PlainOutputTests {
  @Test(arguments: [
    ("plain\tand\nlines\n", "plain\tand\nlines\n"), ("\u{1B}[31mred\u{1B}[0m", "red"), ("a\u{1B}[2J\u{1B}[1;1Hb", "ab"),
    ("\u{1B}]0;owned\u{07}safe", "safe"), ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("10 %\r20 %\r\n", "10 %\n20 %\n"), ("\u{1B}(Bx", "x"), ("\u{1B}", ""), ("\u{1B}[", ""), ("\u{1B}[31", ""),
    ("\u{1B}]never ends\nnext", "\nnext"), ("bell\u{07} null\u{00} del\u{7F}", "bell null del"),
    ("\u{9B}31mred", "red"),
    ("<b>ü 每</b>", "<b>ü 每</b>"),
  ])
  func whatCouldSteerAScreenIsGone(_ printed: String, _ shown: String) {
    #expect(PlainOutput.of(printed) == shown)
  }
}
