import Testing

/// What no source file may hold, with the way out.
@Suite struct HabitTests {
  static let inCode: [(pattern: String, instead: String)] = [
    (#"\btry!|\bas!\s"#, "A trap is an outage for people who sleep: handle the error, or use `as?` with a way out."),
    (#"[A-Za-z0-9_\])]!(?!=)"#, "No forced unwrapping: `guard let`, or a default that is right."),
    (
      #"\b(fatalError|preconditionFailure|precondition)\(|\bunsafelyUnwrapped\b"#,
      "Outside data must not be able to end the process: throw, or make the wrong state impossible to express."
    ),
    (
      #"\b(class|struct|enum|actor|protocol|extension)\s+\w*(Manager|Helper|Helpers|Utils|Util)\b"#,
      "Name the type for what it is in the field's words: a ladder, a page, a rota."
    ),
  ]

  @Test(arguments: inCode.indices)
  func `sources keep the habits of the house`(rule: Int) throws {
    refuse(
      try Checkout.sources.flatMap { try $0.places(Self.inCode[rule].pattern) }, instead: Self.inCode[rule].instead)
  }

  /// Where a C library's handle makes it unavoidable; the reason stands at the spot.
  static let unchecked: Set<String> = ["Sources/SQLiteDriver/SQLiteDatabase.swift"]

  @Test func `the compiler checks what crosses threads`() throws {
    let places = try Checkout.sources.filter { !Self.unchecked.contains($0.path) }
      .flatMap { try $0.places(#"@unchecked\s+Sendable|nonisolated\(unsafe\)"#) }
    refuse(places, instead: "Let the compiler check it: an actor, a Mutex, or a value.")
  }

  @Test func `nothing is left for later`() throws {
    let words = #"\b(TODO|FIXME|XXX|HACK|[Nn]ot (yet )?implemented)\b"#
    let regex = try Regex(words)
    let places = (Checkout.sources + Checkout.tests).flatMap { file in
      file.source.comments.filter { $0.text.replacing(#/"[^"]*"|`[^`]*`/#, with: "").contains(regex) }.map {
        "\(file.path):\($0.line): \($0.text)"
      }
    }
    refuse(places, instead: "Finish it, leave it out, or file an issue; a comment is nobody's task.")
  }

  @Test func `files are not named for a drawer`() {
    let drawers = ["Manager", "Helper", "Helpers", "Utils", "Util", "Misc", "Common", "Extensions"]
    let places = Checkout.sources.filter { file in drawers.contains { file.name.hasSuffix($0 + ".swift") } }.map(\.path)
    refuse(places, instead: "Name the file for the one idea in it.")
  }

  /// A rule made for one team's document is a special case where the mechanism should have become general.
  @Test func `no rule is made for one team's runbook`() {
    let teams = [
      "sip-protocol", "sip protocol", "sipprotocol", "vlossom", "usdx", "wexel", "zkintents", "blockchain-dapp",
      "lanterna",
    ]
    let places = Checkout.sources.flatMap { file in
      let lower = file.text.lowercased()
      return teams.filter { lower.contains($0) }.map { "\(file.path): \($0)" }
    }
    refuse(places, instead: "Say it as a word in the lexicon or as a shape of a record, so that every team gets it.")
  }

  /// The words that people read at three in the morning.
  @Test func `texts are plain and blame nobody`() throws {
    let words = #"(?i)\b(please|oops|sorry|unfortunately|failed to|something went wrong|whoops)\b"#
    let files = Checkout.sources.filter { ["Web", "Channels", "Engine", "App", "tocsin"].contains($0.module) }
    refuse(
      try files.flatMap { try $0.literals(words) },
      instead: "Say what happened, what still holds and what to do: \"did not answer\" instead of \"failed to answer\"."
    )
  }
}
