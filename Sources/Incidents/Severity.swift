/// One level of a runbook's severity scale, as the document states it.
package struct Severity: Sendable, Hashable, Codable {
  /// The team's own name: "P0", "SEV 1", "Critical".
  package var name: String
  /// The word beside the name: "Critical"; empty where the document has none.
  package var label: String
  /// 0 is the worst, by order in the document's scale, never by digit.
  package var rank: Int
  /// Minutes within which somebody answers; 0 = "Immediate" without a number; nil = none, or business-day wording.
  package var responseMinutes: Double?
  /// The document's own words for the response time.
  package var responseText: String
  /// Minutes within which an alert is to be acknowledged, where the document states it apart from the response.
  package var ackMinutes: Double?
  package var definition: String
  package var examples: [String]
  /// 1-based line in the runbook.
  package var line: Int
  /// The line that states `ackMinutes`, when it is another.
  package var ackLine: Int?
  /// Working days within which somebody answers: 1 for "next business day"; nil where no working day is meant.
  package var responseBusinessDays: Int?

  package init(
    name: String, label: String = "", rank: Int, responseMinutes: Double? = nil, responseText: String = "",
    ackMinutes: Double? = nil, definition: String = "", examples: [String] = [], line: Int, ackLine: Int? = nil
  ) {
    self.name = name
    self.label = label
    self.rank = rank
    self.responseMinutes = responseMinutes
    self.responseText = responseText
    self.ackMinutes = ackMinutes
    self.definition = definition
    self.examples = examples
    self.line = line
    self.ackLine = ackLine
  }

  /// The stricter of the two promises to answer, in minutes, and the line that states it.
  package var answerTarget: (minutes: Double, line: Int)? {
    switch (ackMinutes, responseMinutes) {
    case (let ack?, let response?): ack <= response ? (ack, ackLine ?? line) : (response, line)
    case (let ack?, nil): (ack, ackLine ?? line)
    case (nil, let response?): (response, line)
    case (nil, nil): nil
    }
  }
}
