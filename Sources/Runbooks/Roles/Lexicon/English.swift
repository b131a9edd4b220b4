/// The words of English runbooks. Plurals need not be listed.
extension Lexicon {
  static let english: [(Concept, [String])] = [
    (
      .severities,
      [
        "severity level", "severity", "incident severity", "incident level", "incident classification",
        "priority level",
        "priority", "severity matrix", "severity definition", "incident priority", "severity classification",
        "incident category", "classification", "sev level", "sev", "incident severity level", "alert severity",
      ]
    ),
    (.level, ["level", "tier", "rank", "code", "class"]),
    (
      .response,
      [
        "response time", "response sla", "first response", "first response slo", "first response sla",
        "initial response",
        "response target", "target response", "time to respond", "response slo", "reaction time", "sla", "response",
        "respond", "target response time", "response within", "initial response time", "expected response",
        "maximum response time", "respond within", "response window", "expected response time", "response expectation",
        "target time",
      ]
    ),
    (
      .acknowledge,
      [
        "ack time", "ack", "acknowledge", "acknowledgement", "acknowledgment", "acknowledge sla", "ack sla", "mtta",
        "time to acknowledge", "acknowledge within", "acknowledgement time", "acknowledgment time", "ack target",
        "time to ack", "acknowledgement sla", "acknowledge time", "acknowledge alert", "acknowledge in",
      ]
    ),
    (
      .resolutionTarget,
      [
        "resolution time", "resolution target", "resolve sla", "target ttr", "ttr", "mttr", "rto", "time to resolve",
        "resolution sla", "target resolution", "fix time", "resolve time", "resolution slo", "time to resolution",
        "resolve within", "mitigation target", "time to mitigate", "restore time", "target resolution time", "resolve",
        "recovery time", "expected resolution", "resolve target", "mitigation time", "workaround",
      ]
    ),
    (
      .updates,
      [
        "update frequency", "update cadence", "status update", "update", "communication frequency", "frequency",
        "communication cadence", "cadence", "update interval", "status update slo", "update slo", "update every",
        "notification frequency", "status update frequency", "status cadence", "comms cadence", "update schedule",
        "status update cadence", "stakeholder update", "customer update", "communication update", "progress update",
        "internal update", "external update", "tell people", "update rhythm", "reporting interval", "comms frequency",
        "report every",
      ]
    ),
    (
      .definition,
      [
        "definition", "description", "criteria", "meaning", "scope", "what it means", "impact", "user impact",
        "summary",
      ]
    ),
    (.examples, ["example", "sample", "typical incident", "example incident", "e.g", "common example", "scenario"]),
    (
      .escalation,
      [
        "escalation", "escalation chain", "escalation path", "escalation matrix", "escalation policy", "escalate",
        "escalation procedure", "escalation ladder", "escalation level", "escalation contact", "how to escalate",
        "when to escalate", "escalation process", "chain of command", "escalation timeline", "escalation tree",
        "escalation flow", "escalation rule", "paging", "paging policy", "notification matrix", "call tree",
        "escalation trigger", "escalation order", "who to page", "on call escalation", "who to call", "who to wake",
        "paging order", "escalation contact and time",
      ]
    ),
    (
      .after,
      [
        "escalate after", "escalation time", "after", "wait time", "timeout", "delay", "escalate in", "time limit",
        "page after", "time to escalate", "wait", "escalation window", "escalation timeout", "escalate if no response",
        "time before escalation", "escalation delay", "when to escalate", "time elapsed", "elapsed", "response sla",
        "escalation threshold", "escalate at", "time since start", "within", "minutes", "escalation timeframe",
        "timeframe", "time frame", "window", "time without resolution", "engage after", "notify after",
        "unresolved after",
      ]
    ),
    (
      .escalateTo,
      [
        "escalate to", "notify", "page", "escalation contact", "who to contact", "contact", "then", "notified",
        "who to notify", "who to page", "escalates to", "inform", "call", "final", "executive", "who gets paged", "who",
        "people notified", "final escalation", "next escalation", "secondary", "backup", "second contact",
      ]
    ),
    (
      .situation,
      [
        "situation", "condition", "trigger", "scenario", "reason", "if", "circumstance", "case", "incident type",
        "event", "when to contact", "when to escalate", "when to page", "issue", "type", "domain", "area",
        "problem type",
        "when to call", "contact when", "escalate when", "when to engage", "when to involve", "escalation trigger",
      ]
    ),
    (.onCall, ["on call", "oncall", "on call rotation", "rotation", "on call schedule", "pager", "rota", "on duty"]),
    (
      .firstContact,
      ["first contact", "primary", "first responder", "initial contact", "first", "primary contact", "first notified"]
    ),
    (
      .roles,
      [
        "role", "incident role", "role and responsibility", "incident response team", "response team", "responsibility",
        "incident team", "team role", "key role", "team structure", "incident response role", "incident command",
      ]
    ),
    (.duties, ["responsibility", "duty", "task", "does", "what they do", "job", "accountability", "description"]),
    (
      .role,
      ["role", "position", "function", "team", "title", "responder", "target", "level", "escalation level", "tier"]
    ),
    (
      .person,
      [
        "name", "person", "engineer", "who", "owner", "contact name", "contact person", "individual", "assignee",
        "contact",
      ]
    ),
    (
      .via,
      [
        "contact method", "phone", "email", "e mail", "slack", "channel", "pager", "pagerduty", "method", "reach",
        "via",
        "contact", "contact info", "contact information", "telephone", "mobile", "handle", "number", "how to reach",
        "how", "discord", "telegram", "teams", "slack handle", "slack channel", "phone number", "notification method",
        "contact detail", "primary contact", "backup contact", "opsgenie", "how to contact", "detail", "sms",
      ]
    ),
    (
      .when,
      [
        "when", "when to contact", "use when", "when to escalate", "availability", "timing", "when to use",
        "when to page", "when to call", "contact when", "escalate when", "trigger", "condition", "time",
      ]
    ),
    (
      .contacts,
      [
        "contact", "contact information", "emergency contact", "contact list", "key contact", "escalation contact",
        "important contact", "external contact", "who to contact", "internal contact", "vendor contact", "phone list",
        "contact directory", "vendor support", "support contact", "contact and escalation", "third party contact",
        "emergency number", "directory",
      ]
    ),
    (
      .process,
      [
        "response process", "response workflow", "workflow", "incident response", "response procedure", "process",
        "incident response process", "incident response workflow", "response phase", "incident workflow", "lifecycle",
        "incident lifecycle", "response step", "response plan", "checklist", "commander checklist",
        "incident checklist",
        "response checklist", "procedure", "immediate action", "first response", "response playbook",
        "severity response",
        "incident process", "incident management process", "response flow", "general response", "incident procedure",
        "first 15 minute", "response timeline", "incident response procedure", "incident response step", "phase",
        "incident response phase", "initial response", "step by step", "incident handling", "response framework",
        "response", "how to respond", "incident flow", "incident response checklist",
      ]
    ),
    (.phaseWord, ["phase", "step", "stage", "minute"]),
    (
      .time,
      ["time", "timeframe", "time frame", "duration", "timeline", "window", "target time", "time window", "when"]
    ),
    (
      .actions,
      ["action", "task", "what to do", "activity", "step", "required action", "action required", "key action"]
    ),
    (
      .scenarios,
      [
        "common incident", "common scenario", "incident scenario", "common incident scenario", "scenario", "playbook",
        "common issue", "runbook", "incident playbook", "common problem", "specific incident", "troubleshooting",
        "incident type", "incident runbook", "known issue", "common failure", "failure scenario", "scenario playbook",
        "specific scenario", "common incident and solution", "common alert", "alert", "alert runbook",
        "incident response playbook",
        "failure mode", "common error", "response playbook", "scenario runbook", "service specific", "issue",
        "incident specific procedure", "critical incident", "incident procedure", "emergency scenario",
        "common incident type", "known incident", "known problem", "frequent incident", "typical incident",
        "frequent problem", "recurring incident", "trouble we have seen", "past incident", "what can break",
      ]
    ),
    (.scenarioWord, ["scenario", "playbook", "incident", "runbook", "issue", "case", "problem", "alert"]),
    (
      .symptoms,
      [
        "symptom", "sign", "indicator", "observed behavior", "observed behaviour", "what you see", "what you will see",
        "what youll see",
        "manifestation", "observation", "how it look", "trigger", "alert", "signal", "indication", "alert trigger",
        "warning sign", "user report", "what user see", "triggered by", "alert name", "alert condition", "what happen",
      ]
    ),
    (
      .detection,
      [
        "detection", "detection signal", "detect", "how to detect", "detected by", "alert signal", "monitoring",
        "how detected",
      ]
    ),
    (
      .causes,
      [
        "cause", "common cause", "possible cause", "root cause", "likely cause", "probable cause",
        "common cause and fix",
        "typical cause", "potential cause", "why it happen", "most likely cause", "common root cause", "common reason",
        "common issue",
      ]
    ),
    (
      .diagnosis,
      [
        "diagnosis", "diagnostic", "diagnostic command", "investigation", "investigate", "investigation step",
        "diagnose",
        "quick diagnosis", "check", "quick check", "triage", "diagnostic step", "diagnosis step", "initial check",
        "how to diagnose", "how to investigate", "debug", "debugging", "assess", "assessment", "identify",
        "first check", "initial diagnosis", "analysis", "confirm the issue", "analyze", "health check",
        "quick diagnostic",
        "initial investigation", "diagnostic query", "initial triage", "diagnostic procedure", "identification",
      ]
    ),
    (
      .fix,
      [
        "fix", "solution", "resolution", "resolution step", "mitigation", "mitigation step", "mitigate", "remediation",
        "immediate action", "immediate step", "immediate response", "response", "response step", "recovery",
        "recovery step", "action", "resolve", "containment", "contain", "response action", "quick fix", "repair",
        "recovery procedure", "step", "how to fix", "workaround", "mitigation option", "resolution action",
        "eradication",
        "immediate mitigation", "remediation step", "optimization", "cause and fix", "common cause and fix",
        "what to do",
        "corrective action", "procedure", "protocol", "immediate fix", "long term fix", "short term fix", "restore",
        "temporary fix", "permanent fix", "quick action", "recover", "fix step", "resolution procedure",
        "security protocol",
        "possible fix", "common fix", "possible solution", "resolution option", "immediate remediation", "option",
      ]
    ),
    (
      .verification,
      [
        "verification", "verify", "validation", "validate", "verification step", "confirm", "confirm recovery",
        "health check verification", "verify fix", "verify recovery", "how to verify", "validation step",
        "post fix check",
        "confirm resolution", "verify resolution", "recovery verification", "success criteria",
        "verify service restored",
        "verification checklist", "confirm fix", "post recovery validation", "system verification",
        "post incident verification",
        "recovery validation", "resolution verification", "all clear",
      ]
    ),
    (
      .healthCheck,
      [
        "health check", "health check verification", "quick health check", "system health", "smoke test",
        "health endpoint",
        "service health", "verification checklist", "post incident health check", "health verification",
        "health status",
      ]
    ),
    (
      .prevention,
      [
        "prevention", "prevent", "preventive measure", "preventative measure", "long term prevention",
        "follow up prevention", "preventive action",
      ]
    ),
    (
      .impact,
      ["impact", "user impact", "business impact", "customer impact", "affected", "affected service", "blast radius"]
    ),
    (
      .rollback,
      [
        "rollback", "roll back", "rollback procedure", "rollback step", "rollback plan", "revert", "rolling back",
        "rollback process", "emergency rollback", "rollback option", "deployment rollback",
      ]
    ),
    (
      .criteria,
      [
        "when to rollback", "when to roll back", "rollback criteria", "criteria", "rollback trigger", "rollback if",
        "roll back if", "decision criteria", "rollback decision", "rollback when", "roll back when", "when to use",
        "trigger", "rollback condition", "rollback decision criteria", "when to revert",
      ]
    ),
    (
      .afterwards,
      [
        "post rollback", "after rollback", "afterward", "post rollback step", "after rolling back",
        "rollback verification", "verify rollback",
      ]
    ),
    (.option, ["option", "method", "approach", "alternative", "strategy"]),
    (
      .communication,
      [
        "communication", "communication guideline", "communication plan", "stakeholder communication", "communicate",
        "communication protocol", "status update", "notification", "announcement", "comms", "communication channel",
        "incident communication", "message", "status page update", "crisis communication", "update", "email", "alert",
        "communication procedure", "communication strategy",
      ]
    ),
    (
      .templates,
      [
        "template", "communication template", "message template", "status page template", "email template",
        "notification template", "sample message", "example message", "update template", "announcement template",
        "incident template", "template for", "format", "example post", "sample", "example", "script",
      ]
    ),
    (
      .internalAudience,
      [
        "internal", "slack", "team", "internal communication", "engineering", "discord", "teams", "war room",
        "internal update",
        "stakeholder", "leadership", "executive", "management", "incident channel", "initial update", "progress update",
        "handoff", "handover", "initial notification", "incident declaration", "status update",
      ]
    ),
    (
      .externalAudience,
      [
        "external", "public", "external communication", "customer facing", "twitter", "social media", "social",
        "community",
      ]
    ),
    (.statusPage, ["status page", "statuspage", "status page update", "public status", "status site"]),
    (
      .customer,
      [
        "customer", "user", "client", "customer email", "user notification", "email", "customer communication",
        "subscriber", "customer notification", "partner", "merchant",
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
        "blameless retrospective", "incident learning", "close out",
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
        "responsible team", "owning team", "prepared by", "contact owner", "approved by",
      ]
    ),
    (
      .lastUpdated,
      [
        "last updated", "last update", "updated", "last modified", "last reviewed", "last revised", "date", "revised",
        "last revision", "effective date", "version date", "last review", "as of", "modified", "updated on",
        "updated at",
        "last edited", "last tested", "revision date", "document date", "last review date", "created",
      ]
    ),
    (
      .nextReview,
      [
        "next review", "review date", "next review date", "review by", "next scheduled review", "review due",
        "next update", "review schedule",
      ]
    ),
    (
      .changelog,
      ["changelog", "change log", "revision history", "version history", "document history", "change history"]
    ),
    (
      .overview,
      ["overview", "purpose", "introduction", "scope", "about", "goal", "quick reference", "summary", "principle"]
    ),
    (.contentsList, ["table of content", "content", "toc", "index"]),
    (.notes, ["note", "remember", "caution", "warning", "important", "tip", "disclaimer"]),
    (
      .links,
      [
        "link", "url", "key url", "resource", "useful link", "dashboard", "reference", "important link", "quick link",
        "key link",
        "related runbook", "related document", "documentation", "related documentation", "tool", "monitoring dashboard",
        "related", "see also", "external resource", "additional resource", "useful resource",
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
        "common command", "cheat sheet", "appendix", "key ssh command",
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
