/// Version 1 of the schema, by subject.
enum SchemaTables {
  static let runbooks = [
    """
    CREATE TABLE runbook_revision (
      id integer PRIMARY KEY, path text NOT NULL, digest text NOT NULL, source \(blob) NOT NULL, files text NOT NULL,
      read_at bigint NOT NULL)
    """,
    "CREATE UNIQUE INDEX runbook_revision_digest ON runbook_revision (digest)",
    "CREATE TABLE setting (name text PRIMARY KEY, value \(blob) NOT NULL)",
    """
    CREATE TABLE scenario_correction (
      identity text PRIMARY KEY, runbook text NOT NULL, scenario text, actor text NOT NULL, at bigint NOT NULL)
    """,
  ]

  /// Timeline entries and pages carry their incident in their id (`RowID`), so they lie together without an index.
  static let incidents = [
    """
    CREATE TABLE incident (
      id integer PRIMARY KEY, name text NOT NULL, title text NOT NULL, service text NOT NULL, cause text NOT NULL,
      severity text NOT NULL, severity_rank bigint NOT NULL, scenario text, reasons text NOT NULL,
      runbook bigint NOT NULL, status text NOT NULL, opened bigint NOT NULL, acknowledged_at bigint,
      acknowledged_by text, resolved_at bigint, resolved_by text, quiet_since bigint, last_update_at bigint,
      promises text NOT NULL, round bigint NOT NULL, round_start bigint NOT NULL, served bigint NOT NULL,
      marks bigint NOT NULL, engagement text NOT NULL, version bigint NOT NULL, entries bigint NOT NULL,
      pages bigint NOT NULL, next_due bigint, is_drill bigint NOT NULL)
    """,
    "CREATE INDEX incident_due ON incident (next_due) WHERE next_due IS NOT NULL",
    "CREATE UNIQUE INDEX incident_open_cause ON incident (cause) WHERE \(IncidentSQL.isOpen)",
    "CREATE INDEX incident_name ON incident (name)",
    // What is looked up for similar incidents; each incident stands in one of the two.
    "CREATE INDEX incident_scenario ON incident (scenario) WHERE scenario IS NOT NULL",
    "CREATE INDEX incident_cause ON incident (cause) WHERE scenario IS NULL",
    "CREATE TABLE merged_cause (cause text PRIMARY KEY, incident bigint NOT NULL)",
    """
    CREATE TABLE timeline (
      id integer PRIMARY KEY, at bigint NOT NULL, kind text NOT NULL, actor text NOT NULL, text text NOT NULL,
      detail text NOT NULL, line bigint, page bigint, revision bigint)
    """,
    """
    CREATE TABLE page (
      id integer PRIMARY KEY, round bigint NOT NULL, rung bigint, person text NOT NULL, channel text NOT NULL,
      address text NOT NULL, method_after bigint NOT NULL, reason text NOT NULL, status text NOT NULL,
      due bigint NOT NULL, until text NOT NULL, epoch bigint NOT NULL, claim_until bigint, owner text,
      attempts bigint NOT NULL, evidence text NOT NULL, may_be_repeat boolean NOT NULL, why text NOT NULL, line bigint,
      created bigint NOT NULL, concluded bigint, assumption text)
    """,
    """
    CREATE TABLE action_item (
      id integer PRIMARY KEY, text text NOT NULL, owner text NOT NULL, due bigint, created bigint NOT NULL,
      created_by text NOT NULL, done_at bigint, done_by text, priority text NOT NULL, state text NOT NULL)
    """,
    """
    CREATE TABLE review_version (
      id integer PRIMARY KEY, at bigint NOT NULL, actor text NOT NULL, published boolean NOT NULL, text text NOT NULL)
    """,
    """
    CREATE TABLE item_export (
      item integer PRIMARY KEY, tracker text NOT NULL, status text NOT NULL, reference text NOT NULL,
      url text NOT NULL, evidence text NOT NULL, attempts bigint NOT NULL, due bigint NOT NULL, asked_by text NOT NULL)
    """,
    """
    CREATE TABLE timeline_seal (
      id integer PRIMARY KEY, first bigint NOT NULL, last bigint NOT NULL, at bigint NOT NULL, digest \(blob) NOT NULL,
      chain \(blob) NOT NULL, erased bigint)
    """,
    "CREATE UNIQUE INDEX timeline_seal_last ON timeline_seal (last)",
    "CREATE TABLE turn (role text PRIMARY KEY, taken bigint NOT NULL)",
    // By channel, so that the first that may leave is found however many wait for another.
    "CREATE INDEX page_due ON page (status, channel, due) WHERE \(PageSQL.isUnfinished)",
  ]

  /// `alert_seen` is narrow and apart, so that repeats do not rewrite wide rows. It counts from the second sighting.
  /// `alert_term` has a row for an alert that ends by itself unless it is sent again.
  static let alerts = [
    """
    CREATE TABLE alert (
      id integer PRIMARY KEY, integration bigint NOT NULL, dedup text NOT NULL, state text NOT NULL,
      source text NOT NULL, severity text NOT NULL, summary text NOT NULL, labels text NOT NULL, details text NOT NULL,
      incident bigint NOT NULL, first_seen bigint NOT NULL, resolved_at bigint, silenced boolean NOT NULL,
      began bigint, path text NOT NULL)
    """,
    "CREATE UNIQUE INDEX alert_firing ON alert (integration, dedup) WHERE \(AlertSQL.isFiring)",
    // Holds all that is counted of an incident's alerts: a storm may have a hundred thousand.
    "CREATE INDEX alert_incident ON alert (incident, id, state, silenced, resolved_at, first_seen)",
    "CREATE INDEX alert_silenced ON alert (id) WHERE \(AlertSQL.isFiring) AND silenced",
    "CREATE TABLE alert_seen (alert integer PRIMARY KEY, count bigint NOT NULL, last_seen bigint NOT NULL)",
    """
    CREATE TABLE alert_term (
      alert integer PRIMARY KEY, starts_at bigint NOT NULL, ends_at bigint NOT NULL, url text NOT NULL)
    """,
    "CREATE INDEX alert_term_end ON alert_term (ends_at)",
    """
    CREATE TABLE silence (
      id text PRIMARY KEY, matchers text NOT NULL, integration bigint, starts_at bigint NOT NULL,
      ends_at bigint NOT NULL, updated_at bigint NOT NULL, created_by text NOT NULL, comment text NOT NULL)
    """,
  ]

  /// `alert_end` remembers the sender's own time of an end, so that what is older changes nothing.
  static let order = [
    """
    CREATE TABLE alert_end (
      integration bigint NOT NULL, dedup text NOT NULL, ended bigint NOT NULL, noted bigint NOT NULL,
      PRIMARY KEY (integration, dedup))
    """,
    "CREATE INDEX alert_end_noted ON alert_end (noted)",
    """
    CREATE TABLE request_outcome (
      id text PRIMARY KEY, kind text NOT NULL, integration bigint NOT NULL, at bigint NOT NULL, outcome text NOT NULL)
    """,
    "CREATE INDEX request_outcome_at ON request_outcome (at)",
  ]

  static let changes = [
    """
    CREATE TABLE change_event (
      id integer PRIMARY KEY, integration bigint NOT NULL, summary text NOT NULL, source text NOT NULL,
      at bigint NOT NULL, url text NOT NULL)
    """,
    "CREATE INDEX change_event_at ON change_event (at)",
  ]

  static let heartbeats = [
    """
    CREATE TABLE heartbeat (
      integration bigint NOT NULL, slug text NOT NULL, state text NOT NULL, last_ping bigint NOT NULL, due bigint,
      PRIMARY KEY (integration, slug))
    """,
    "CREATE INDEX heartbeat_due ON heartbeat (due) WHERE due IS NOT NULL",
  ]

  static let onCall = [
    """
    CREATE TABLE on_call_override (
      id integer PRIMARY KEY, schedule text NOT NULL, person text NOT NULL, instead text, starts bigint NOT NULL,
      ends bigint NOT NULL, made_by text NOT NULL, note text NOT NULL, made bigint NOT NULL, withdrawn bigint,
      withdrawn_by text)
    """,
    """
    CREATE TABLE calendar_link (
      id integer PRIMARY KEY, kind text NOT NULL, subject text NOT NULL, hash \(blob) NOT NULL, made_by text NOT NULL,
      created bigint NOT NULL, revoked bigint)
    """,
    "CREATE UNIQUE INDEX calendar_link_hash ON calendar_link (hash)",
    """
    CREATE TABLE shift_notice (
      key text PRIMARY KEY, person text NOT NULL, title text NOT NULL, text text NOT NULL, status text NOT NULL,
      due bigint NOT NULL, attempts bigint NOT NULL, may_be_repeat boolean NOT NULL)
    """,
    "CREATE INDEX shift_notice_due ON shift_notice (due) WHERE status = 'pending'",
  ]

  /// What the public page is made from. `components` is JSON. A stretch of `presence` is one run of the server.
  static let publicPage = [
    """
    CREATE TABLE public_update (
      id integer PRIMARY KEY, incident bigint NOT NULL, at bigint NOT NULL, state text NOT NULL, title text NOT NULL,
      body text NOT NULL, components text NOT NULL, next_by bigint, began bigint NOT NULL)
    """,
    "CREATE INDEX public_update_incident ON public_update (incident)",
    "CREATE INDEX public_update_at ON public_update (at)",
    """
    CREATE TABLE maintenance_notice (
      id integer PRIMARY KEY, title text NOT NULL, body text NOT NULL, components text NOT NULL, starts bigint NOT NULL,
      ends bigint NOT NULL, announced bigint NOT NULL, cancelled bigint)
    """,
    "CREATE TABLE presence (began bigint PRIMARY KEY, seen bigint NOT NULL)",
    """
    CREATE TABLE subscriber (
      id integer PRIMARY KEY, kind text NOT NULL, address text NOT NULL, created bigint NOT NULL, asked bigint NOT NULL,
      confirmed bigint, ended bigint)
    """,
    "CREATE UNIQUE INDEX subscriber_address ON subscriber (kind, address)",
    """
    CREATE TABLE bulletin (
      subscriber bigint NOT NULL, subject text NOT NULL, item bigint NOT NULL, status text NOT NULL,
      due bigint NOT NULL, attempts bigint NOT NULL, claim_until bigint, evidence text NOT NULL, created bigint NOT NULL,
      concluded bigint, PRIMARY KEY (subscriber, subject, item))
    """,
    "CREATE INDEX bulletin_due ON bulletin (due) WHERE status IN ('pending', 'sending')",
  ]

  /// Kept apart from the timeline: it outlives incidents as the record of which commands work.
  static let runs = [
    """
    CREATE TABLE attachment (
      id integer PRIMARY KEY, incident bigint NOT NULL, name text NOT NULL, size bigint NOT NULL, digest text NOT NULL,
      made_by text NOT NULL, at bigint NOT NULL, content \(blob) NOT NULL)
    """,
    "CREATE INDEX attachment_incident ON attachment (incident)",
    """
    CREATE TABLE command_run (
      id integer PRIMARY KEY, incident bigint NOT NULL, text text NOT NULL, line bigint NOT NULL, command text NOT NULL,
      host text NOT NULL, actor text NOT NULL, started bigint NOT NULL, took bigint NOT NULL,
      exit_code bigint NOT NULL, output text NOT NULL)
    """,
    "CREATE INDEX command_run_incident ON command_run (incident)",
  ]

  static let access = [
    """
    CREATE TABLE ingest_key (
      id integer PRIMARY KEY, name text NOT NULL, hash \(blob) NOT NULL, created bigint NOT NULL, last_used bigint,
      revoked bigint)
    """,
    "CREATE UNIQUE INDEX ingest_key_hash ON ingest_key (hash)",
    """
    CREATE TABLE account (
      id integer PRIMARY KEY, name text NOT NULL UNIQUE, person text NOT NULL, password text NOT NULL,
      created bigint NOT NULL, disabled bigint)
    """,
    """
    CREATE TABLE session (
      hash \(blob) PRIMARY KEY, account bigint NOT NULL REFERENCES account (id), csrf text NOT NULL,
      created bigint NOT NULL, last_seen bigint NOT NULL, expires bigint NOT NULL)
    """,
    "CREATE INDEX session_account ON session (account)",
    """
    CREATE TABLE api_token (
      id integer PRIMARY KEY, name text NOT NULL, hash \(blob) NOT NULL, scope text NOT NULL,
      account bigint REFERENCES account (id), created bigint NOT NULL, last_used bigint, revoked bigint)
    """,
    "CREATE UNIQUE INDEX api_token_hash ON api_token (hash)",
    """
    CREATE TABLE one_time_link (
      hash \(blob) PRIMARY KEY, purpose text NOT NULL, account bigint REFERENCES account (id), created bigint NOT NULL,
      expires bigint NOT NULL, used bigint)
    """,
  ]

  /// What nodes that stand by have taken. `inbox_number` has one row, which every node that adds locks until its commit:
  /// so numbers rise as commits do, and none appears behind one that was read already.
  static let inbox = [
    """
    CREATE TABLE inbox (
      id integer PRIMARY KEY, integration bigint NOT NULL, received bigint NOT NULL, kind text NOT NULL,
      size bigint NOT NULL, body text NOT NULL)
    """,
    "CREATE TABLE inbox_number (one integer PRIMARY KEY, last bigint NOT NULL)",
  ]

  /// PostgreSQL's name for bytes. SQLite has no such type: it gives the column NUMERIC affinity, which leaves a
  /// blob a blob, and only blobs are ever bound to these columns.
  private static let blob = "bytea"
}
