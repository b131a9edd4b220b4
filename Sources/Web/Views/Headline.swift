import Incidents

extension Incident {
  /// What people call it: the runbook's own name for the situation, or the alert's words where none fits.
  var headline: String { scenario ?? title }

  /// The same where no mark stands beside it: in the browser's title practice bears its word.
  var plainHeadline: String { isDrill ? "DRILL: \(headline)" : headline }

  /// It burns, and every alert of it that fires is silenced.
  var isSilenced: Bool { status.isOpen && marks.contains(.silenced) }
}
