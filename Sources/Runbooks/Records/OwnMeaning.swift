extension Record {
  /// What the name is about without the window behind it: "Immediate actions (first 2 minutes)".
  var ownMeaning: Meaning {
    guard name.utf8.last == 0x29, let open = nameWords.all.lastIndex(where: { $0.text == "(" }), open > 0 else {
      return meaning
    }
    let window = nameWords.slice(nameWords.all[open].end, Int.max)
    guard !Durations.all(in: window).isEmpty else { return meaning }
    return Lexicon.meaning(of: nameWords.slice(0, nameWords.all[open].start))
  }
}
