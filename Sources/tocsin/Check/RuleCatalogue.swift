import Runbooks

/// Every rule that `check` knows: those of the document and those about the team file.
enum RuleCatalogue {
  struct Entry {
    var id: String
    var level: Finding.Level
    var why: String
    var source: String
  }

  static let all: [Entry] =
    Findings.rules.map { Entry(id: $0.id, level: $0.level, why: $0.why, source: $0.source.rawValue) } + [
      Entry(id: "T001", level: .error, why: "A team file that cannot be read pages nobody.", source: own),
      Entry(id: "T002", level: .error, why: "A role that is bound to nobody is a page into the dark.", source: own),
      Entry(id: "T003", level: .hint, why: "A document alone does not say who answers tonight.", source: own),
      Entry(id: "T004", level: .error, why: "A gap in a schedule is found now or in its night.", source: own),
      Entry(id: "T005", level: .warning, why: "Who trusts a quiet rule that does nothing is woken.", source: own),
    ]

  private static let own = "the team file"
}
