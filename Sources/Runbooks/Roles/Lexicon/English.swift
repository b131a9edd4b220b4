/// English words of the scale, the people and the course of an incident. Plurals need not be listed.
extension Lexicon {
  static let english = englishCourse + englishScenarios + englishDocument

  static let englishCourse: [(Concept, [String])] = [
    (
      .severities,
      [
        "severity level", "severity", "incident severity", "incident level", "incident classification",
        "priority level", "alert level",
        "priority", "severity matrix", "severity definition", "incident priority", "severity classification",
        "incident category", "classification", "sev level", "sev", "incident severity level", "alert severity",
        "how bad is it", "grading", "severity scale", "incident grading", "severity table", "severity guide",
        "severity rating", "priority matrix", "priority scale", "impact level", "urgency", "what counts as an incident",
        "what counts", "traffic light", "colour", "color", "colour code", "color code",
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
        "target time", "engage", "engagement time", "pick up within", "picked up within", "start work within",
        "first reply", "time to first response", "response goal", "response objective", "response deadline",
        "respond in", "answer within", "be there in", "engagement", "sla response", "time to engage",
        "initial response sla", "we react", "react", "react within", "pick up", "we answer", "we respond", "answer in",
        "react in",
      ]
    ),
    (
      .acknowledge,
      [
        "ack time", "ack", "acknowledge", "acknowledgement", "acknowledgment", "acknowledge sla", "ack sla", "mtta",
        "time to acknowledge", "acknowledge within", "acknowledgement time", "acknowledgment time", "ack target",
        "time to ack", "acknowledgement sla", "acknowledge time", "acknowledge alert", "acknowledge in",
        "acknowledge by", "acked within", "confirm receipt", "ack within",
      ]
    ),
    (
      .resolutionTarget,
      [
        "resolution time", "resolution target", "resolve sla", "target ttr", "ttr", "mttr", "rto", "time to resolve",
        "resolution sla", "target resolution", "fix time", "resolve time", "resolution slo", "time to resolution",
        "resolve within", "mitigation target", "time to mitigate", "restore time", "target resolution time", "resolve",
        "recovery time", "expected resolution", "resolve target", "mitigation time", "workaround", "sla resolution",
        "target fix", "fix target", "fix within", "resolution goal", "target restoration", "restoration target",
        "time to fix", "time to restore", "mttr target", "resolution objective", "restore within", "target resolve",
        "restoration time", "resolve by", "restore", "repair",
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
        "report every", "tell customer", "tell plant", "tell user", "tell stakeholder", "update rate", "updates to",
        "post update", "status report", "comms interval", "update period", "updates every", "how often", "broadcast",
        "public update", "communication interval", "notification cadence", "report interval", "stakeholder comms",
        "comms",
      ]
    ),
    (
      .definition,
      [
        "definition", "description", "criteria", "meaning", "scope", "what it means", "impact", "user impact",
        "summary", "what it looks like", "looks like", "what it is", "what this means", "means", "characteristic",
        "threshold",
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
        "paging order", "escalation contact and time", "who gets called", "who gets paged", "escalation procedures",
        "who to wake up", "when and whom to call", "calling order", "escalation chart",
        "escalation ladder and contacts", "escalation guideline", "escalation guide", "when to call for help",
        "getting help", "get help", "asking for help", "escalation list", "escalation route", "escalation protocol",
        "escalation step", "escalation plan", "who do i call", "who do we call", "whom to call", "who should i call",
        "who is called", "who to contact", "who will be called", "if nobody answers", "if nobody answer",
        "if no one answer", "no answer", "if nobody responds", "if nobody respond", "nobody answer",
        "when nobody answer", "call out", "callout", "ladder", "the ladder", "who gets woken", "wake up order",
        "paging chain", "call chain", "escalation chain of command", "call out order", "who we wake", "who we call",
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
        "unresolved after", "if unresolved after", "escalate after minute", "escalation after", "page after minute",
        "threshold", "trigger time", "time from start",
      ]
    ),
    (
      .escalateTo,
      [
        "escalate to", "notify", "page", "escalation contact", "who to contact", "contact", "then", "notified",
        "who to notify", "who to page", "escalates to", "inform", "call", "final", "executive", "who gets paged", "who",
        "people notified", "final escalation", "next escalation", "secondary", "backup", "second contact",
        "who is paged", "who is called", "who is notified", "who is informed", "who joins", "people to notify",
        "reach out to", "to whom", "recipient", "who to inform", "who to involve", "escalation target",
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
        "who does what", "people in an incident", "role in an incident", "crew", "response role",
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
        "emergency number", "directory", "people", "phone number", "who is who", "who's who", "people to call",
        "number to call", "phone book", "contact rota", "contact sheet", "contact table", "contact detail",
        "useful contact", "useful number", "people and number", "telephone list", "important number",
        "contact and link", "team contact", "on call contact", "who to call when", "number", "extension",
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
        "response", "how to respond", "incident flow", "incident response checklist", "the first hour", "first hour",
        "what to do first", "first step", "first thing", "first minute", "running an incident",
        "how we run an incident", "how we respond", "when the pager goes off", "when you are paged",
        "when you get paged", "response guide", "the drill", "incident steps", "on call action", "triage checklist",
        "first five minute", "first ten minute", "first 30 minute", "during an incident", "general procedure",
        "standard procedure", "standard response", "general workflow", "response stage", "handling an incident",
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
  ]
}
