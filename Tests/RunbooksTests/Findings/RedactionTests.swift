import Runbooks
import Testing

@Suite struct RedactionTests {
  @Test(arguments: [
    ("Authorization: Bearer abcdef1234567890", "abcdef1234567890"),
    ("redis://default:s3cretpw@cache:6379", "s3cretpw"), ("api_key: 'k-12345678'", "k-12345678"),
    ("\"clientSecret\": \"9a8b7c6d5e\"", "9a8b7c6d5e"), ("aws AKIAIOSFODNN7EXAMPLE9 ok", "AKIAIOSFODNN7EXAMPLE9"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl", "eyJzdWIiOiIxMjM0NTY3ODkwIn0"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow"),
    ("ENCRYPTION_KEY=0123456789abcdef", "0123456789abcdef"),
  ])
  func whatLooksLikeASecretIsRemoved(_ text: String, _ secret: String) {
    let clean = Redaction.clean(text)
    #expect(!clean.text.contains(secret) && clean.removed >= 1 && clean.text.contains("[removed: "), "\(clean.text)")
  }

  @Test(arguments: [
    "connections: 198 of 200", "GET https://shop.example/healthz 200", "token bucket is empty", "password for <USER>",
    "PASSWORD=$DB_PASSWORD", "user@host:/srv", "secret/app created",
  ])
  func whatIsNoSecretStays(_ text: String) {
    #expect(Redaction.clean(text).text == text)
  }

  @Test func knownValuesAreRemovedWhereverTheyStand() {
    let clean = Redaction.clean("a hunter22b hunter22", values: ["hunter22", "abc"])
    #expect(clean.text == "a [removed: value]b [removed: value]" && clean.removed == 2)
  }

  @Test(.timeLimit(.minutes(1))) func aLongWordIsReadOnce() {
    let long = String(repeating: "x", count: 300_000)
    #expect(Redaction.clean(long).removed == 0)
    #expect(Redaction.clean(long + "_token=abcdef99").text == long + "_token=[removed: value]")
  }

  @Test func removingTwiceChangesNothing() {
    let once = Redaction.clean("DB_PASSWORD=correcthorse x://a:bcdef@c").text
    #expect(Redaction.clean(once).text == once)
  }
}
