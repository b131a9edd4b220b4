import Incidents
import Runbooks

/// What the runbook wants done when one shift hands over to the next.
package enum Handoff {
  /// The tick boxes under headings that speak of the hand-over, in the document's order.
  package static func checklist(_ runbook: Runbook) -> [ChecklistItem] {
    runbook.checklistItems.filter { item in
      let section = item.section.lowercased()
      return words.contains { section.contains($0) }
    }
  }

  /// In the eight languages of the lexicon.
  private static let words = [
    "hand-off", "handoff", "hand off", "hand-over", "handover", "hand over", "shift change", "start of shift",
    "end of shift", "übergabe", "schichtwechsel", "passation", "relève", "traspaso", "cambio de turno",
    "entrega de turno",
    "passagem de turno", "passaggio di consegne", "cambio turno", "передача смены", "передача дежурства", "giao ca",
    "bàn giao", "引き継ぎ", "引継ぎ", "交接",
  ]
}
