/// What Redis commands do, as data: https://redis.io/docs/latest/commands/
enum RedisEffect {
  static let reads: Set<String> = [
    "GET", "MGET", "GETRANGE", "STRLEN", "EXISTS", "TTL", "PTTL", "TYPE", "KEYS", "SCAN", "HSCAN", "SSCAN", "ZSCAN",
    "DBSIZE", "INFO", "PING", "ECHO", "TIME", "ROLE", "LASTSAVE", "HGET", "HGETALL", "HMGET", "HLEN", "HKEYS", "HVALS",
    "LLEN", "LRANGE", "LINDEX", "SCARD", "SMEMBERS", "SISMEMBER", "ZCARD", "ZRANGE", "ZSCORE", "ZCOUNT",
    "ZRANGEBYSCORE",
    "XLEN", "XRANGE", "XINFO", "XPENDING", "MEMORY", "OBJECT", "SLOWLOG", "LATENCY", "CLIENT", "CLUSTER", "CONFIG",
    "COMMAND", "SELECT", "AUTH", "HELLO", "DUMP", "RANDOMKEY", "PUBSUB", "MONITOR", "SUBSCRIBE", "PSUBSCRIBE", "XREAD",
    "QUIT", "EXIT", "BITCOUNT", "GETBIT", "SENTINEL", "MODULE", "ACL", "SCRIPT", "WAIT", "LOLWUT",
  ]

  static let writes: Set<String> = [
    "SET", "MSET", "SETEX", "SETNX", "APPEND", "INCR", "INCRBY", "DECR", "DECRBY", "EXPIRE", "PEXPIRE", "EXPIREAT",
    "PERSIST", "RENAME", "RENAMENX", "COPY", "MOVE", "HSET", "HMSET", "HINCRBY", "LPUSH", "RPUSH", "LSET", "SADD",
    "ZADD", "ZINCRBY", "XADD", "XACK", "XGROUP", "XCLAIM", "PUBLISH", "BGSAVE", "SAVE", "BGREWRITEAOF", "REPLICAOF",
    "SLAVEOF", "RESTORE", "MIGRATE", "GETSET", "MULTI", "SETBIT", "TOUCH", "FAILOVER",
  ]

  static let removals: [String: String] = [
    "FLUSHDB": "FLUSHDB empties the database", "FLUSHALL": "FLUSHALL empties every database",
    "DEL": "DEL removes keys", "UNLINK": "UNLINK removes keys", "SHUTDOWN": "SHUTDOWN stops the server",
    "HDEL": "HDEL removes fields", "LREM": "LREM removes entries", "LTRIM": "LTRIM removes entries",
    "LPOP": "LPOP takes an entry away", "RPOP": "RPOP takes an entry away", "SREM": "SREM removes members",
    "SPOP": "SPOP takes a member away", "ZREM": "ZREM removes members", "XTRIM": "XTRIM removes entries",
    "XDEL": "XDEL removes entries", "DEBUG": "DEBUG can stop the server", "GETDEL": "GETDEL removes a key",
    "ZREMRANGEBYSCORE": "removes members", "ZREMRANGEBYRANK": "removes members", "SWAPDB": "SWAPDB swaps databases",
  ]

  private static let subcommands: [String: (Action.Effect, String)] = [
    "CONFIG SET": (.write, "CONFIG SET changes a setting"), "CONFIG REWRITE": (.write, "writes the settings file"),
    "CONFIG RESETSTAT": (.write, "clears statistics"), "CLIENT KILL": (.destructive, "CLIENT KILL ends connections"),
    "CLIENT PAUSE": (.write, "CLIENT PAUSE stops clients"), "SLOWLOG RESET": (.write, "clears the slow log"),
    "SCRIPT FLUSH": (.destructive, "removes scripts"), "SCRIPT KILL": (.write, "stops a script"),
    "SCRIPT LOAD": (.write, "loads a script"), "MEMORY PURGE": (.write, "gives memory back"),
    "CLUSTER FAILOVER": (.write, "changes the primary"), "CLUSTER RESET": (.destructive, "forgets the cluster"),
    "CLUSTER FORGET": (.destructive, "removes a node"), "CLUSTER FLUSHSLOTS": (.destructive, "drops all slots"),
    "CLUSTER DELSLOTS": (.destructive, "drops slots"), "CLUSTER MEET": (.write, "changes the cluster"),
    "CLUSTER ADDSLOTS": (.write, "changes the cluster"), "CLUSTER REPLICATE": (.write, "changes the cluster"),
    "CLUSTER SETSLOT": (.write, "changes the cluster"), "ACL SETUSER": (.write, "changes accounts"),
    "ACL DELUSER": (.destructive, "removes accounts"), "SENTINEL FAILOVER": (.write, "changes the primary"),
    "SENTINEL RESET": (.write, "resets the watchers"), "SENTINEL REMOVE": (.destructive, "removes a watched primary"),
    "MODULE LOAD": (.write, "loads a module"), "MODULE UNLOAD": (.destructive, "removes a module"),
    "LATENCY RESET": (.write, "clears statistics"), "XGROUP DESTROY": (.destructive, "removes a group"),
  ]

  /// Commands whose second word decides, with those that only look.
  private static let looking: [String: Set<String>] = [
    "CONFIG": ["GET", "HELP"], "CLIENT": ["LIST", "INFO", "ID", "GETNAME", "HELP"],
    "CLUSTER": [
      "INFO", "NODES", "SLOTS", "SHARDS", "KEYSLOT", "COUNTKEYSINSLOT", "MYID", "REPLICAS", "SLAVES", "LINKS",
    ],
    "SCRIPT": ["EXISTS", "HELP"], "ACL": ["LIST", "WHOAMI", "USERS", "GETUSER", "CAT", "LOG"], "MODULE": ["LIST"],
    "SENTINEL": [
      "MASTERS", "MASTER", "SLAVES", "REPLICAS", "SENTINELS", "CKQUORUM", "MYID", "GET-MASTER-ADDR-BY-NAME",
    ],
    "MEMORY": ["USAGE", "STATS", "DOCTOR", "HELP"], "LATENCY": ["LATEST", "HISTORY", "DOCTOR", "GRAPH", "HISTOGRAM"],
    "SLOWLOG": ["GET", "LEN", "HELP"],
  ]

  private static let endless: Set<String> = ["MONITOR", "SUBSCRIBE", "PSUBSCRIBE"]

  static func isVerb(_ word: String) -> Bool {
    let verb = word.uppercased()
    return reads.contains(verb) || writes.contains(verb) || removals[verb] != nil
  }

  /// - Parameter words: the verb and its arguments.
  static func judge(_ words: [String]) -> Judgement {
    guard let verb = words.first?.uppercased() else { return .unknown("no Redis command") }
    if words.count > 1, let known = subcommands["\(verb) \(words[1].uppercased())"] {
      return Judgement(known.0, known.1)
    }
    if let why = removals[verb] { return .destructive(why) }
    if writes.contains(verb) { return .write("\(verb) changes data") }
    if let known = looking[verb], !known.contains(words.dropFirst().first?.uppercased() ?? "") {
      return .unknown("this use of \(verb) is not in the effect table")
    }
    guard reads.contains(verb) else { return .unknown("\(verb.prefix(20)) is not a Redis command of the table") }
    var result = Judgement.read("\(verb) reads")
    if endless.contains(verb) {
      result.interactive = true
      result.reason = "\(verb) reads and never ends"
    }
    return result
  }
}
