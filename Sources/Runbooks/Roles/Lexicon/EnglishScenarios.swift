/// English words of scenarios and their parts. Plurals need not be listed.
extension Lexicon {
  static let englishScenarios: [(Concept, [String])] = [
    (
      .scenarios,
      [
        "common incident", "common scenario", "incident scenario", "common incident scenario", "scenario", "playbook",
        "common issue", "runbook", "incident playbook", "common problem", "specific incident", "troubleshooting",
        "incident type", "incident runbook", "known issue", "common failure", "failure scenario", "scenario playbook",
        "specific scenario", "common incident and solution", "common alert", "alert", "alert runbook",
        "incident response playbook",
        "failure mode", "common error", "response playbook", "scenario runbook", "service specific", "issue",
        "incident specific procedure", "incident specific response procedure", "incident specific response",
        "scenario specific runbook", "scenario specific procedure", "incident specific runbook", "critical incident",
        "incident procedure", "emergency scenario",
        "common incident type", "known incident", "known problem", "frequent incident", "typical incident",
        "frequent problem", "recurring incident", "trouble we have seen", "past incident", "what can break",
        "known failure", "failure playbook", "what usually break", "things that break", "common outage",
        "incident catalogue", "incident catalog", "incident library", "cookbook", "recipe", "per component runbook",
        "service runbook", "alert playbook", "alert response", "alert handbook", "error catalogue", "failure catalogue",
        "operational playbook", "response runbook", "emergency procedure", "known situation", "emergency playbook",
        "situation", "fire", "fires we know", "known fire", "what we have seen", "known situations",
        "things that go wrong", "what goes wrong", "when it breaks", "war story", "known fault", "typical problem",
        "frequent issue", "known faults", "faults",
      ]
    ),
    (.scenarioWord, ["scenario", "playbook", "incident", "runbook", "issue", "case", "problem", "alert"]),
    (
      .symptoms,
      [
        "symptom", "sign", "indicator", "observed behavior", "observed behaviour", "what you see", "what you will see",
        "what youll see",
        "manifestation", "observation", "how it look", "indication",
        "warning sign", "user report", "what user see", "what happen",
        "what happens", "what is seen", "what people see", "what user report", "user see", "customer see",
        "how it shows", "how you notice", "how we notice", "you will notice", "what you notice", "presentation",
        "observable", "reported as", "looks like", "what it looks like", "failure signature", "telltale sign",
        "what does it look like", "how does it look", "you'll see", "you see", "it shows", "shows as", "you will see",
        "you'll notice", "when to use", "when to use this", "use when", "use this when",
      ]
    ),
    (
      .detection,
      [
        "detection", "detection signal", "detect", "how to detect", "detected by", "alert signal", "monitoring",
        "how detected", "how we find out", "how we know", "detection method", "detection source", "how it is detected",
        "alerting", "alert", "alert name", "trigger", "alarm", "monitor", "signal", "detected via", "alert trigger",
        "triggered by", "alert condition",
      ]
    ),
    (
      .causes,
      [
        "cause", "common cause", "possible cause", "root cause", "likely cause", "probable cause",
        "common cause and fix",
        "typical cause", "potential cause", "why it happen", "most likely cause", "common root cause", "common reason",
        "common issue", "why", "reason", "typical reason", "suspect", "usual suspect", "what causes it",
        "common trigger", "underlying cause", "hypothesis", "likely because",
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
        "initial investigation", "diagnostic query", "initial triage", "diagnostic procedure", "identification", "look",
        "where to look", "what to check", "what to look at", "look at", "look first", "check first", "first look",
        "find out", "find out why", "narrow it down", "inspect", "gather information",
        "gather data", "collect evidence", "evidence", "understand", "scope the impact", "rule out",
        "root cause analysis", "query", "data to collect", "information to collect", "dig in", "dig deeper",
      ]
    ),
    (
      .fix,
      [
        "fix", "solution", "resolution", "resolution step", "mitigation", "mitigation step", "mitigate", "remediation",
        "immediate action", "immediate step", "immediate response", "response", "respond", "response step", "recovery",
        "recovery step", "action", "resolve", "containment", "contain", "response action", "quick fix", "repair",
        "recovery procedure", "step", "how to fix", "workaround", "mitigation option", "resolution action",
        "eradication",
        "immediate mitigation", "remediation step", "optimization", "cause and fix", "common cause and fix",
        "what to do",
        "corrective action", "procedure", "protocol", "immediate fix", "long term fix", "short term fix", "restore",
        "temporary fix", "permanent fix", "quick action", "recover", "fix step", "resolution procedure",
        "security protocol",
        "possible fix", "common fix", "possible solution", "resolution option", "immediate remediation", "option",
        "fix it", "do", "do this", "stop the bleeding", "make it work", "make it stop", "get it back", "bring it back",
        "restore service", "what to do about it", "what helps", "do now", "immediate relief", "first aid", "cure",
        "remedy", "repair step", "playbook", "runbook", "to fix", "resolve it", "mitigate it", "recover it",
        "treatment", "stabilize", "stabilise", "stabilization", "restoration", "restoration step", "run", "execute",
        "act", "take action", "what you do", "how to act", "make it work again", "what fixes it",
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
        "recovery validation", "resolution verification", "all clear", "you know it worked", "you know it worked when",
        "you know it is fixed when", "how to know it worked", "it is fixed when", "fixed when", "done when",
        "you are done when", "success", "success when", "success criterion", "check afterwards", "check after",
        "after the fix", "after fix", "confirm it worked", "confirm the fix", "verify the fix", "test the fix",
        "post check", "post checks", "exit criteria", "recovery check", "make sure it worked", "resolved when",
        "confirm it is fixed", "acceptance", "sanity check", "definition of done", "all good when", "final check",
        "then check", "check it worked", "afterwards check", "restored when", "service restored when",
        "back to normal when", "recovered when", "good again when", "check that it worked", "how you know it's over",
        "how you know it worked", "it's over when",
      ]
    ),
    (
      .healthCheck,
      [
        "health check", "health check verification", "quick health check", "system health", "smoke test",
        "health endpoint",
        "service health", "verification checklist", "post incident health check", "health verification",
        "health status", "health", "is it healthy", "smoke", "smoke check", "system check", "post deploy check",
      ]
    ),
    (
      .prevention,
      [
        "prevention", "prevent", "preventive measure", "preventative measure", "long term prevention",
        "follow up prevention", "preventive action", "never again", "so it does not happen again",
        "make sure it never happens again", "long term", "avoid it", "avoid next time", "next time", "hardening",
        "preventing recurrence", "prevent recurrence", "follow up work", "long term action", "permanent prevention",
        "how to prevent", "to prevent",
      ]
    ),
    (
      .impact,
      [
        "impact", "user impact", "business impact", "customer impact", "affected", "affected service", "blast radius",
        "who is hurt", "who is affected", "what breaks", "consequence", "effect", "affected user",
      ]
    ),
    (
      .rollback,
      [
        "rollback", "roll back", "rollback procedure", "rollback step", "rollback plan", "revert", "rolling back",
        "rollback process", "emergency rollback", "rollback option", "deployment rollback", "going back", "undo",
        "back out", "backout plan", "backing out", "revert procedure", "roll back a release", "rollback guide",
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
  ]
}
