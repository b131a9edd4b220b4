/// What a heading, a label or a column can be about. Words for each stand in the lexicon.
enum Concept: String, Sendable, Hashable, CaseIterable {
  // The scale of severities and its columns.
  case severities, level, response, acknowledge, resolutionTarget, updates, definition, examples
  // Who is called, when.
  case escalation, after, escalateTo, situation, onCall, firstContact
  case roles, duties, role, person, via, when, contacts
  // The course of an incident.
  case process, phaseWord, time, actions
  case scenarios, scenarioWord, symptoms, causes, diagnosis, fix, verification, prevention, impact, detection
  case rollback, criteria, afterwards, option
  // What is said.
  case communication, templates, internalAudience, externalAudience, statusPage, customer
  // Afterwards.
  case review, agenda, actionItems
  // The document itself.
  case owner, lastUpdated, nextReview, changelog, overview, contentsList, notes
  case links, services, port, container, domain, commands, checklist, healthCheck, incidentName
}
