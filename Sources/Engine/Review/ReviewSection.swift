import Incidents

/// What a section of a review template is about, by its title's words.
enum ReviewSection: Hashable {
  case summary, timeline, wentWell, wentWrong, resolution, items, commands, messages, detection, other

  init(_ title: String) {
    let words = Matter.words(of: title)
    func has(_ names: String...) -> Bool { !words.isDisjoint(with: names) }
    self =
      if has("timeline", "chronology") {
        .timeline
      } else if has("wrong", "improve", "improved", "poorly", "badly", "not", "didn") {
        .wentWrong
      } else if has("well") {
        .wentWell
      } else if has("action", "follow") && has("item", "action", "up") {
        .items
      } else if has("command") {
        .commands
      } else if has("communication", "message") {
        .messages
      } else if has("detection", "metric", "figure") {
        .detection
      } else if has("resolution", "mitigation", "remediation") {
        .resolution
      } else if has("summary", "overview") || words.isSuperset(of: ["what", "happened"]) {
        .summary
      } else {
        .other
      }
  }
}
