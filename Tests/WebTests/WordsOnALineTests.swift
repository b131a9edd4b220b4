import Testing

@testable import Web

/// Words of other people as they stand on a page: where a line may end, and what is bold.
@Suite struct WordsOnALineTests {
  @Test(arguments: [
    ("curl -s --max-time=5 -o x", #"curl -s <span class="whole">--max-time</span>=5 -o x"#),
    ("About INC-12. It", #"About <span class="whole">INC-12.</span> It"#), ("a - b", "a - b"),
    ("plain <b>", "plain &lt;b&gt;"),
    ("/var/log/app-1", #"/var/log/<span class="whole">app-1</span>"#), ("", ""),
    ("a\r\n\tb-cd", "a\r\n\t<span class=\"whole\">b-cd</span>"),
    ("https://api.example/a/health/of", "https://<wbr>api.example/<wbr>a/<wbr>health/<wbr>of"),
  ])
  func `a word with a hyphen stays whole, a long address breaks behind its slashes`(words: String, html: String) {
    #expect(HTML { $0.whole(words) }.string == html)
  }

  @Test(arguments: [
    ("**Status**: down", "<b>Status</b>: down"), ("2 ** 3", "2 ** 3"), ("a **b** c **d**", "a <b>b</b> c <b>d</b>"),
    ("**a\nb**", "**a\nb**"), ("** a ** b", "** a ** b"), ("****", "****"), ("**<i>**", "<b>&lt;i&gt;</b>"), ("", ""),
  ])
  func `two asterisks around words are bold, others stay`(words: String, html: String) {
    #expect(HTML { $0.emphasised(words) }.string == html)
  }
}
