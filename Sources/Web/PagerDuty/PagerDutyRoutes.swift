/// PagerDuty's REST API, the part that reads.
extension Routes {
  static let pagerDuty: [Route] = [
    .get("/oncalls", .token(.read), PagerDutyPeople.onCalls),
    .get("/schedules", .token(.read), PagerDutyPeople.schedules),
    .get("/schedules/:id", .token(.read), PagerDutyPeople.schedule),
    .get("/services", .token(.read), PagerDutyPeople.services),
    .get("/users", .token(.read), PagerDutyPeople.users),
  ]

  /// Addresses that pages have too; whoever brings PagerDuty's header means these.
  static let pagerDutyBesidePages: [Route] = [
    .get("/incidents", .token(.read), PagerDutyIncidents.list),
    .get("/incidents/:incident", .token(.read), PagerDutyIncidents.show),
  ]
}
