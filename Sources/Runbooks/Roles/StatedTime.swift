/// Times that a text states, for those who decide by them.
package enum StatedTime {
  /// The first length of time in a text, in minutes: 15 in "can't diagnose in 15 min"; nil where it states none.
  package static func minutes(in text: String) -> Double? { Durations.all(in: text).first?.low }
}
