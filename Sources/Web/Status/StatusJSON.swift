import Incidents

/// The documents of Statuspage's interface, version 2, as its clients expect them: https://metastatuspage.com/api/v2
struct StatusJSON {
  let board: StatusBoard
  let places: StatusPlaces

  /// Name and content; each stands at `api/v2/NAME.json`.
  var documents: [(String, JSONTree)] {
    let incidents = board.incidents.prefix(50).map(incident)
    let open = board.open.map(incident)
    let (running, upcoming) = (board.running.map(maintenance), board.upcoming.map(maintenance))
    let components = board.parts.enumerated().map { component($1, $0) }
    let newest = board.maintenance.reversed().prefix(50).map(maintenance)
    return [
      (
        "summary",
        whole([
          "components": .list(components), "incidents": .list(open),
          "scheduled_maintenances": .list(running + upcoming), "status": status,
        ])
      ),
      ("status", whole(["status": status])),
      ("components", whole(["components": .list(components)])),
      ("incidents", whole(["incidents": .list(Array(incidents))])),
      ("incidents/unresolved", whole(["incidents": .list(open)])),
      ("scheduled-maintenances", whole(["scheduled_maintenances": .list(Array(newest))])),
      ("scheduled-maintenances/active", whole(["scheduled_maintenances": .list(running)])),
      ("scheduled-maintenances/upcoming", whole(["scheduled_maintenances": .list(upcoming)])),
    ]
  }

  private var pageID: JSONTree { .text(StatusCode.page(board.title)) }

  private func whole(_ fields: [String: JSONTree]) -> JSONTree {
    let page: JSONTree = .object([
      "id": pageID, "name": .text(board.title), "url": .text(places.address(.page)), "time_zone": "Etc/UTC",
      "updated_at": time(board.now),
    ])
    return .object(fields.merging(["page": page]) { own, _ in own })
  }

  /// What stands beside the incident in a webhook.
  func hook(leave: String) -> [String: JSONTree] {
    [
      "meta": .object(["unsubscribe": .text(leave), "documentation": "https://metastatuspage.com/api"]),
      "page": .object([
        "id": pageID, "status_indicator": .text(board.indicator), "status_description": .text(board.verdict),
      ]),
    ]
  }

  private var status: JSONTree {
    .object(["indicator": .text(board.indicator), "description": .text(board.verdict)])
  }

  private func component(_ part: StatusBoard.Part, _ index: Int) -> JSONTree {
    let changed = part.since ?? board.incidents.first { $0.touched.contains(part.component.id) }?.resolved
    return .object([
      "id": .text(StatusCode.component(part.component)), "name": .text(part.component.name),
      "status": .text(part.state.rawValue), "created_at": time(board.watchedSince ?? board.now),
      "updated_at": time(changed ?? board.watchedSince ?? board.now), "position": .number(index + 1),
      "description": part.component.about.isEmpty ? .null : .text(part.component.about), "showcase": true,
      "start_date": board.watchedSince.map { .text(CivilTime($0).date) } ?? .null, "group_id": .null,
      "page_id": pageID, "group": false, "only_show_if_degraded": false,
    ])
  }

  private func components(_ ids: [String]) -> JSONTree {
    .list(
      board.parts.enumerated().filter { ids.contains($1.component.id) }.map { component($1, $0) })
  }

  func incident(_ incident: PublicIncident) -> JSONTree {
    let code = StatusCode.incident(incident)
    let updates = incident.updates.indices.reversed().map { update(incident, $0, code) }
    return .object([
      "id": .text(code), "name": .text(incident.title), "status": .text(incident.state.rawValue),
      "created_at": time(incident.posted), "updated_at": time(incident.lastWord.at),
      "monitoring_at": incident.watched.map(time) ?? .null, "resolved_at": incident.resolved.map(time) ?? .null,
      "impact": .text(incident.impact.rawValue), "shortlink": .text(places.address(.incident(code))),
      "started_at": time(incident.began), "page_id": pageID, "incident_updates": .list(Array(updates)),
      "components": components(incident.touched), "reminder_intervals": .null,
    ])
  }

  private func update(_ incident: PublicIncident, _ index: Int, _ code: String) -> JSONTree {
    let update = incident.updates[index]
    let before = index > 0 ? incident.updates[index - 1].components : [:]
    let now = update.state == .resolved ? [:] : update.components
    let affected = board.parts.filter { before[$0.component.id] != nil || now[$0.component.id] != nil }.map { part in
      let (old, new) = (before[part.component.id], now[part.component.id])
      return JSONTree.object([
        "code": .text(StatusCode.component(part.component)), "name": .text(part.component.name),
        "old_status": .text((old ?? .operational).rawValue), "new_status": .text((new ?? .operational).rawValue),
      ])
    }
    return self.update(
      StatusCode.update(update), of: code, status: update.state.rawValue, body: update.text, at: update.at, affected)
  }

  private func update(
    _ id: String, of incident: String, status: String, body: String, at: Timestamp, _ affected: [JSONTree]
  ) -> JSONTree {
    .object([
      "id": .text(id), "status": .text(status), "body": .text(body), "incident_id": .text(incident),
      "created_at": time(at), "updated_at": time(at), "display_at": time(at), "affected_components": .list(affected),
      "deliver_notifications": true, "custom_tweet": .null, "tweet_id": .null,
    ])
  }

  func maintenance(_ work: Maintenance) -> JSONTree {
    let code = StatusCode.maintenance(work)
    let stage = work.stage(board.now)
    let said = update(code, of: code, status: "scheduled", body: work.text, at: work.announced, [])
    return .object([
      "id": .text(code), "name": .text(work.title), "status": .text(stage.rawValue),
      "created_at": time(work.announced), "updated_at": time(work.announced), "monitoring_at": .null,
      "resolved_at": stage == .completed ? time(work.ends) : .null, "impact": "maintenance",
      "shortlink": .text(places.address(.page) + "#" + code), "started_at": time(work.starts), "page_id": pageID,
      "incident_updates": .list([said]), "components": components(work.components), "scheduled_for": time(work.starts),
      "scheduled_until": time(work.ends), "reminder_intervals": .null,
    ])
  }

  /// `2026-02-14T03:46:00.000Z`
  private func time(_ at: Timestamp) -> JSONTree {
    let milliseconds = floorModulo(floorDivide(at.microseconds, 1_000), 1_000)
    return .text(CivilTime(at).rfc3339.dropLast() + ".\(padded(Int(milliseconds), 3))Z")
  }
}
