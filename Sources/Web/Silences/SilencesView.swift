import Incidents
import Storage

/// The silences and maintenance windows that hold, are to come or ended lately, and the form for another.
struct SilencesView: Sendable {
  struct Row: Sendable {
    var silence: Silence
    var state: Silence.State
    /// Firing alerts that it covers now.
    var covers: Int
    /// Of the team file: it is changed there.
    var isFromFile: Bool { silence.id.hasPrefix(Silence.windowPrefix) }
  }

  var now: Timestamp
  var rows: [Row]
  /// Alerts that wait for another one by the team file's dependencies.
  var waiting: [Alert]
  var form: SilenceForm
  var error: String?
  var reader: Frame.Reader

  var held: [Row] { rows.filter { $0.state != .expired } }
  var over: [Row] { rows.filter { $0.state == .expired } }
}

/// The fields of a silence as people write them.
struct SilenceForm: Sendable, Hashable {
  /// One matcher a line.
  var matchers = ""
  /// `YYYY-MM-DDTHH:MM` in UTC; empty: now.
  var from = ""
  /// The same; empty: so many minutes after the beginning.
  var until = ""
  var minutes = "60"
  var comment = ""

  init() {}

  init(_ form: Form) {
    matchers = form.text("matchers")
    from = form.text("from")
    until = form.text("until")
    minutes = form.text("minutes")
    comment = form.text("comment")
  }

  /// Filled for one alert: by its rule and its instance where it names them, else by all its labels.
  init(of alert: Alert) {
    let telling = ["alertname", "service", "instance", "alias", "component", "source"]
    let known = telling.filter { !(alert.labels[$0] ?? "").isEmpty && Matcher.isName($0) }
    let names = known.isEmpty ? alert.labels.keys.filter(Matcher.isName).sorted() : known
    matchers = names.prefix(8).map { "\($0)=\"\(Self.quoted(alert.labels[$0] ?? ""))\"" }.joined(separator: "\n")
  }

  private static func quoted(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  static let lengths = [
    ("30", "half an hour"), ("60", "an hour"), ("240", "4 hours"), ("1440", "a day"), ("10080", "a week"),
  ]

  /// The silence that is wanted, of every key's alerts.
  func silence(by actor: String, now: Timestamp) throws(SilenceRefusal) -> Silence {
    let lines = matchers.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
    guard !lines.isEmpty else { throw .invalid("Write at least one matcher, such as service=\"shop\".") }
    guard lines.count <= 20 else { throw .invalid("A silence has at most 20 matchers.") }
    var read: [Matcher] = []
    for line in lines {
      do throws(PatternError) { read.append(try Matcher(reading: String(line))) } catch {
        throw .invalid(error.message)
      }
    }
    let starts = try Self.time(from, "The beginning") ?? now
    let written = try Self.time(until, "The end")
    guard let ends = written ?? Int(minutes).flatMap({ (1...525_600).contains($0) ? starts + .minutes($0) : nil })
    else {
      throw .invalid("Say how long it lasts.")
    }
    return Silence(
      id: "", matchers: read, integration: nil, starts: max(starts, now), ends: ends, updated: now, by: actor,
      comment: String(comment.prefix(500)))
  }

  private static func time(_ text: String, _ what: String) throws(SilenceRefusal) -> Timestamp? {
    guard !text.isEmpty else { return nil }
    guard let time = Instant.read(text, in: .utc) else {
      throw .invalid("\(what) is not a time like 2026-02-14T08:00.")
    }
    return time
  }
}
