/// English words of messages, of the review and of the document itself. Plurals need not be listed.
extension Lexicon {
  static let englishDocument: [(Concept, [String])] = [
    (
      .communication,
      [
        "communication", "communication guideline", "communication plan", "stakeholder communication", "communicate",
        "communication protocol", "status update", "notification", "announcement", "comms", "communication channel",
        "incident communication", "message", "status page update", "crisis communication", "update", "email", "alert",
        "communication procedure", "communication strategy", "what we say", "what to say", "talking to", "talk to",
        "telling people", "tell people", "talking to customer", "words to use", "announcing", "telling the world",
        "informing people", "informing customer", "what to tell people", "stakeholder message", "comms plan",
        "comms template", "who to tell", "telling customer", "keeping people informed", "public communication",
      ]
    ),
    (
      .templates,
      [
        "template", "communication template", "message template", "status page template", "email template",
        "notification template", "sample message", "example message", "update template", "announcement template",
        "incident template", "template for", "format", "example post", "sample", "example", "script", "message",
        "boilerplate", "wording", "text block", "canned message", "canned response", "copy and paste", "snippet",
        "skeleton", "letter", "notice", "texts",
      ]
    ),
    (
      .internalAudience,
      [
        "internal", "slack", "team", "internal communication", "engineering", "discord", "teams", "war room",
        "internal update",
        "stakeholder", "leadership", "executive", "management", "incident channel", "initial update", "progress update",
        "handoff", "handover", "initial notification", "incident declaration", "status update", "on call channel",
        "ops channel", "page text", "company", "staff", "war room message", "engineers",
      ]
    ),
    (
      .externalAudience,
      [
        "external", "public", "external communication", "customer facing", "twitter", "social media", "social",
        "community", "press", "media", "outside", "players", "public notice",
      ]
    ),
    (.statusPage, ["status page", "statuspage", "status page update", "public status", "status site"]),
    (
      .customer,
      [
        "customer", "user", "client", "customer email", "user notification", "email", "customer communication",
        "subscriber", "customer notification", "partner", "merchant", "customer notice", "customers", "tenant",
        "player", "shop", "reader", "guest", "patient", "student", "parent", "supplier", "carrier",
      ]
    ),
    (
      .review,
      [
        "post incident review", "post incident", "post mortem", "postmortem", "pir", "retrospective", "incident review",
        "post incident analysis", "lesson learned", "after action review", "after action report",
        "blameless post mortem",
        "rca", "root cause analysis", "incident report", "post incident activity", "post incident procedure",
        "post incident report", "incident retrospective", "learning review", "post incident process", "aar",
        "follow up",
        "post resolution", "blameless review", "incident postmortem", "incident post mortem",
        "debrief", "debriefing", "incident debrief", "after the incident", "after it is over", "post event review",
        "blameless retrospective", "incident learning", "close out", "afterward", "after the", "afterwards",
        "after action", "learning", "learn from it", "what we learn", "looking back", "look back", "problem review",
        "review meeting", "retro", "post incident follow up", "post incident task", "post incident step",
        "learning from incident", "incident analysis", "five whys", "5 whys", "post event", "after resolution",
        "after it is fixed", "wrap up", "post incident checklist", "aftermath",
      ]
    ),
    (
      .agenda,
      [
        "agenda", "meeting agenda", "pir meeting agenda", "review agenda", "meeting structure", "meeting format",
        "discussion topic", "review meeting",
      ]
    ),
    (.actionItems, ["action item", "follow up action", "follow up item", "corrective action"]),
    (
      .owner,
      [
        "owner", "maintained by", "maintainer", "document owner", "owned by", "team", "author", "runbook owner",
        "owner team",
        "responsible team", "owning team", "prepared by", "contact owner", "approved by", "service owner",
        "document maintainer", "kept by", "written by", "contact team", "squad", "primary owner", "owner and contact",
      ]
    ),
    (
      .lastUpdated,
      [
        "last updated", "last update", "updated", "last modified", "last reviewed", "last revised", "date", "revised",
        "last revision", "effective date", "version date", "last review", "as of", "modified", "updated on",
        "updated at",
        "last edited", "last tested", "revision date", "document date", "last review date", "created", "last touched",
        "last change", "last changed", "updated last", "reviewed", "reviewed on", "last verified", "verified",
        "last tested on", "published", "edited", "last checked", "current as of", "valid from", "status as of",
        "version", "effective", "effective from", "in force since",
      ]
    ),
    (
      .nextReview,
      [
        "next review", "review date", "next review date", "review by", "next scheduled review", "review due",
        "next update", "review schedule", "next review due", "next revision", "to be reviewed by", "to be reviewed",
        "review again", "next check", "due for review", "review before", "next scheduled update", "next audit",
        "look at it again", "again by", "look again", "revisit", "revisit by", "recheck by", "expires", "valid until",
      ]
    ),
    (
      .changelog,
      ["changelog", "change log", "revision history", "version history", "document history", "change history"]
    ),
    (
      .overview,
      [
        "overview", "purpose", "introduction", "scope", "about", "goal", "objective", "quick reference", "summary",
        "principle",
      ]
    ),
    (.contentsList, ["table of content", "content", "toc", "index"]),
    (.notes, ["note", "remember", "caution", "warning", "important", "tip", "disclaimer"]),
    (
      .links,
      [
        "link", "url", "key url", "resource", "useful link", "dashboard", "reference", "important link", "quick link",
        "key link",
        "related runbook", "related document", "documentation", "related documentation", "tool", "monitoring dashboard",
        "related", "see also", "external resource", "additional resource", "useful resource", "where things are",
        "bookmark", "useful url", "handy link", "where to look",
      ]
    ),
    (
      .services,
      [
        "service", "service port", "component", "service inventory", "system", "system component", "key service",
        "application", "service name", "critical service", "infrastructure",
      ]
    ),
    (.port, ["port", "service port"]),
    (.container, ["container", "container name", "pod", "deployment", "process", "docker container"]),
    (.domain, ["domain", "host", "hostname", "url", "endpoint", "address", "fqdn"]),
    (
      .commands,
      [
        "useful command", "command", "emergency command", "quick command", "command reference", "key command",
        "common command", "cheat sheet", "appendix", "key ssh command", "handy command", "command cheat sheet",
        "useful query", "cheatsheet", "quick reference command", "one liner",
      ]
    ),
    (.checklist, ["checklist", "task list", "to do", "todo"]),
    (
      .incidentName,
      [
        "incident id", "incident number", "incident name", "ticket id", "incident identifier", "naming convention",
        "incident naming",
      ]
    ),
  ]
}
