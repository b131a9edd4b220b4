/// Functions that a SELECT may call, as data. A function that stands in none of these lists is not known.
/// PostgreSQL: "System Administration Functions"; MySQL: "Built-In Function and Operator Reference".
enum SQLFunctions {
  static let changing: [String: (effect: Action.Effect, why: String)] = [
    "PG_TERMINATE_BACKEND": (.destructive, "pg_terminate_backend ends sessions"),
    "PG_CANCEL_BACKEND": (.write, "pg_cancel_backend stops a running query"),
    "PG_DROP_REPLICATION_SLOT": (.destructive, "pg_drop_replication_slot removes a slot"),
    "PG_RELOAD_CONF": (.write, "pg_reload_conf applies settings"),
    "PG_ROTATE_LOGFILE": (.write, "pg_rotate_logfile starts a new log"),
    "PG_PROMOTE": (.write, "pg_promote makes a standby the primary"),
    "PG_SWITCH_WAL": (.write, "pg_switch_wal changes the log segment"),
    "PG_CREATE_RESTORE_POINT": (.write, "writes a restore point"),
    "PG_CREATE_LOGICAL_REPLICATION_SLOT": (.write, "makes a replication slot"),
    "PG_CREATE_PHYSICAL_REPLICATION_SLOT": (.write, "makes a replication slot"),
    "PG_LOGICAL_SLOT_GET_CHANGES": (.destructive, "consumes changes of a slot"),
    "PG_REPLICATION_SLOT_ADVANCE": (.destructive, "skips changes of a slot"),
    "PG_WAL_REPLAY_PAUSE": (.write, "pauses replay"),
    "PG_WAL_REPLAY_RESUME": (.write, "resumes replay"),
    "PG_STAT_RESET": (.write, "clears statistics"),
    "PG_STAT_STATEMENTS_RESET": (.write, "clears statistics"),
    "PG_STAT_RESET_SHARED": (.write, "clears statistics"),
    "PG_ADVISORY_LOCK": (.write, "takes a lock"),
    "PG_ADVISORY_UNLOCK": (.write, "gives a lock back"),
    "PG_ADVISORY_UNLOCK_ALL": (.write, "gives locks back"),
    "SETVAL": (.write, "setval moves a sequence"),
    "NEXTVAL": (.write, "nextval moves a sequence"),
    "SET_CONFIG": (.write, "set_config changes a setting"),
    "LO_UNLINK": (.destructive, "lo_unlink removes a large object"),
    "LO_CREATE": (.write, "lo_create makes a large object"),
    "LO_IMPORT": (.write, "lo_import makes a large object"),
    "LO_EXPORT": (.write, "lo_export writes a file"),
    "LO_PUT": (.write, "lo_put changes a large object"),
    "PG_FILE_WRITE": (.write, "writes a file"),
    "PG_FILE_UNLINK": (.destructive, "removes a file"),
    "GET_LOCK": (.write, "takes a lock"),
    "RELEASE_LOCK": (.write, "gives a lock back"),
  ]

  static let harmless: Set<String> = [
    "COUNT", "SUM", "MIN", "MAX", "AVG", "STDDEV", "VARIANCE", "NOW", "AGE", "CURRENT_TIMESTAMP", "CLOCK_TIMESTAMP",
    "DATE", "TIME", "TIMESTAMP", "DATE_TRUNC", "DATE_PART", "DATE_SUB", "DATE_ADD", "DATEDIFF", "TIMESTAMPDIFF",
    "TO_CHAR", "TO_TIMESTAMP", "TO_DATE", "EXTRACT", "INTERVAL", "COALESCE", "NULLIF", "GREATEST", "LEAST", "ROUND",
    "CEIL", "FLOOR", "ABS", "MOD", "LENGTH", "SUBSTRING", "SUBSTR", "LEFT", "RIGHT", "LOWER", "UPPER", "TRIM", "CONCAT",
    "CONCAT_WS", "REPLACE", "SPLIT_PART", "REGEXP_REPLACE", "REGEXP_MATCHES", "POSITION", "STRPOS", "FORMAT", "CAST",
    "CONVERT", "ARRAY_AGG", "STRING_AGG", "JSON_AGG", "JSONB_AGG", "GROUP_CONCAT", "JSON_BUILD_OBJECT", "ROW_TO_JSON",
    "TO_JSON", "JSON_EXTRACT", "UNNEST", "ARRAY", "ARRAY_LENGTH", "GENERATE_SERIES", "ROW_NUMBER", "RANK", "DENSE_RANK",
    "LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE", "NTILE", "PERCENTILE_CONT", "PERCENTILE_DISC", "CURRENT_DATABASE",
    "CURRENT_SETTING", "CURRENT_USER", "SESSION_USER", "VERSION", "DATABASE", "USER", "TXID_CURRENT",
    "INET_SERVER_ADDR",
    "INET_CLIENT_ADDR", "FORMAT_TYPE", "QUOTE_IDENT", "QUOTE_LITERAL", "TO_REGCLASS", "OBJ_DESCRIPTION", "IF", "IFNULL",
    "ISNULL", "IIF", "DECODE", "NVL", "CHAR_LENGTH", "MD5", "SHA256", "RANDOM", "SIGN", "POWER", "SQRT", "LOG", "EXP",
    "UUID", "UNIX_TIMESTAMP", "FROM_UNIXTIME", "DATE_FORMAT", "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "STRFTIME",
    "JULIANDAY", "DATETIME", "TOTAL", "PG_SLEEP", "PG_COLUMN_SIZE", "PG_SIZE_PRETTY", "PG_SIZE_BYTES", "PG_TYPEOF",
    "PG_BACKEND_PID", "PG_BLOCKING_PIDS", "PG_POSTMASTER_START_TIME", "PG_CONF_LOAD_TIME", "PG_DATABASE_SIZE",
    "PG_TABLE_SIZE", "PG_RELATION_SIZE", "PG_TOTAL_RELATION_SIZE", "PG_INDEXES_SIZE", "PG_TABLESPACE_SIZE",
    "PG_CURRENT_WAL_LSN", "PG_CURRENT_WAL_INSERT_LSN", "PG_WAL_LSN_DIFF", "PG_WALFILE_NAME", "PG_IS_IN_RECOVERY",
    "PG_LAST_WAL_RECEIVE_LSN", "PG_LAST_WAL_REPLAY_LSN", "PG_LAST_XACT_REPLAY_TIMESTAMP", "PG_IS_WAL_REPLAY_PAUSED",
    "PG_ENCODING_TO_CHAR", "PG_TABLE_IS_VISIBLE", "PG_LS_WALDIR", "PG_LS_LOGDIR", "PG_READ_FILE", "PG_LS_DIR",
  ]

  /// Families that only look.
  static let harmlessPrefixes = ["PG_GET_", "PG_STAT_GET_", "HAS_", "JSONB_", "JSON_", "ARRAY_", "REGEXP_", "TS_"]

  /// Words before a bracket that are no function.
  static let keywords: Set<String> = [
    "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "EXISTS", "ANY", "ALL", "SOME", "OVER", "AS", "ON", "USING",
    "VALUES", "FILTER", "WITHIN", "GROUP", "BY", "HAVING", "UNION", "EXCEPT", "INTERSECT", "CASE", "WHEN", "THEN",
    "ELSE", "END", "BETWEEN", "LIKE", "ILIKE", "IS", "NULL", "LIMIT", "OFFSET", "JOIN", "LATERAL", "MATERIALIZED",
    "NUMERIC", "DECIMAL", "VARCHAR", "CHAR", "INT", "FLOAT", "WITH", "RECURSIVE", "DISTINCT", "TABLE", "EXPLAIN",
    "PARTITION", "ORDER", "=", "<", ">", ",", "+", "-", "*", "/",
    "(", ")", "|", "!", ":", ".",
  ]
}
