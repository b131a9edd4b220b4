/// A sentence taken apart once, for the half a dozen readers that ask for its words and its times.
struct Saying: Sendable {
  let text: String
  let words: Words
  /// The times that it states.
  let durations: [Duration]

  init(_ text: String) {
    self.text = text
    words = Words(text)
    durations = Durations.all(in: words)
  }

  init(text: String, words: Words, durations: [Duration]) {
    self.text = text
    self.words = words
    self.durations = durations
  }
}
