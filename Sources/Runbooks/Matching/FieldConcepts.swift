/// What people of the field say in many ways, as data: name | weight | what it suggests as well | ways to say it.
/// A weight below 1 is for words that fit nearly every incident; `~` marks a thing rather than a trouble.
enum FieldConcepts {
  static let text = """
    down | 1.5 | | down, unreachable, unavailable, cannot be reached, can not be reached, not reachable, not responding, no response, unresponsive, offline, outage, not available, health check failing, health check failed, health check, health checks failing, healthcheck failed, healthcheck, unhealthy, probe failed, probe failing, probe success, target down, instance down, not loading, will not load, does not load, not working, no longer responds, absent, cannot access, service disruption, stopped responding, dead
    gateway | 1.6 | down 0.6, serverErrors 0.6 | 502, 503, 504, 521, 522, 524, bad gateway, gateway timeout, service unavailable, http 502, http 503
    serverErrors | 1.5 | errorRate 0.6 | 5xx, 500, 500s, internal server error, http 500, server error, http 5xx
    errorRate | 1.4 | | error rate, errors spike, error spike, spike in errors, spike of errors, elevated error, elevated errors, high errors, error ratio, error budget, burn rate, too many errors, many errors, success rate, increase in errors, error count, frequent errors, errors increasing, exceptions, unhandled exception, error percentage, failure rate
    notStarting | 1.6 | | will not start, wont start, won't start, not starting, cannot start, can't start, failed to start, fails to start, does not start, crash loop back off, crashloopbackoff, crash loop, crash looping, crashlooping, back off restarting, restart loop, keeps restarting, restarting repeatedly, image pull back off, imagepullbackoff, err image pull, errimagepull, pod not ready, pods not ready, container not ready, replicas mismatch, deployment replicas mismatch, kube pod not ready, missing environment variable, missing env, config map not found, configmap not found
    crash | 1.2 | notStarting 0.3, down 0.3 | crash, crashed, crashes, panic, segfault, segmentation fault, exited, process died, exit code, restarts, container restarted, core dump, process exited
    memory | 1.6 | | oom, oomkilled, oom killed, oom killer, out of memory, memory leak, heap, heap out of memory, memory pressure, memory usage, high memory, memory exhausted, memory high, memory limit, memory, rss, swap, java heap space, allocation failed
    cpu | 1.5 | | cpu, load average, cpu throttling, throttling, high load, cpu usage, processor, saturation
    disk | 1.6 | | disk full, no space left, no space left on device, out of disk, out of disk space, disk space, disk usage, enospc, filesystem full, inode, inodes, volume full, disk almost full, storage full, storage, low disk, filesystem, file system, free space, disk, diskpressure, disk pressure, partition full, volume, free storage space
    ~certificate | 1.7 | | certificate, cert, certs, tls, ssl, x509, https, letsencrypt, let's encrypt, certbot, handshake, security warning, secure connection, not secure
    expiry | 1.0 | | expire, expired, expiry, expiring, expires, expiration
    pool | 1.7 | connections 0.6 | connection pool, connections pool, too many connections, too many clients, connection exhausted, connections exhausted, max connections, max_connections, pool exhausted, pool exhaustion, connection limit, connection slots, remaining connection slots, pool timeout, pgbouncer, idle in transaction, connections near limit, connections high, pool size, connection usage, connection count
    ~connections | 1.1 | | connection, connections, connection refused, econnrefused, cannot connect, can't connect, connect failed, connection error, connection reset, connection failed, connectivity
    ~database | 1.5 | | database, db, postgre sql, my sql, maria db, mongo db, dynamo db, dynamodb, postgres, postgresql, pg, mysql, mariadb, rds, mongo, mongodb, aurora, supabase, cockroach, prisma, psql, data store
    queries | 1.7 | database 0.5, latency 0.3 | slow query, slow queries, long running query, long running queries, query duration, lock wait, deadlock, deadlocks, query time, missing index, full scan, sequential scan, query latency, queries slow, slow sql, query, statement timeout
    latency | 1.4 | | latency, slow, slowness, p95, p99, p90, p50, response time, apdex, sluggish, takes too long, loading slowly, performance, degraded performance, slow response, duration, high response time, slow performance, slower
    timeout | 1.1 | latency 0.4, down 0.3 | timeout, timeouts, timed out, deadline exceeded, etimedout, time out
    lag | 1.7 | | lag, lagging, behind, fallen behind, falling behind, delay, backlog, stale, out of sync, not synced, sync stalled, not indexing, missing events, missing transactions, replication lag, consumer lag, not showing, block height, head block, stuck at block, catching up, sync
    ~queue | 1.4 | | queue, queues, kafka, rabbitmq, rabbit mq, consumer, sqs, dead letter, dlq, celery, sidekiq, messages pending, worker, workers
    funds | 1.7 | | fund, funds, balance, insufficient funds, insufficient balance, low balance, top up, refill, out of funds, out of gas, gas tank, eth left
    ~payment | 1.7 | | payment, payments, checkout, stripe, escrow, refund, billing, payout, card declined, booking, bookings, charge failed, invoice
    breach | 1.8 | | breach, unauthorized, unauthorised, unauthorized access, intrusion, compromised, compromise, leaked, data leak, exfiltration, suspicious login, credentials, stolen, hacked, sql injection, injection, exposed, brute force, guardduty, guard duty, malware, ransomware, attacker, exploit, intruder, unusual database queries, unusual query, suspicious, root login, privilege escalation
    flood | 1.8 | | ddos, dos attack, denial of service, traffic spike, request flood, flood, syn flood, requests per second, request rate, spike in requests, unusual traffic, bot traffic, traffic surge, attack, bandwidth, bandwidth usage, traffic, waf, botnet, malicious ip, malicious ips, under attack
    ~dns | 1.6 | | dns, nxdomain, name resolution, nameserver, servfail, name server
    ~deployment | 1.0 | | deploy, deployed, deployment, release, rollout, rolled out, new version, image
    ~notification | 1.6 | | notification, notifications, email, e mail, mail, sms, push, sendgrid, send grid, twilio, bounce, delivery, undelivered, smtp, mailgun, ses
    ~wallet | 1.7 | | wallet, wallets, metamask, walletconnect, wallet connect, phantom, wallet adapter
    ~login | 1.5 | | login, log in, sign in, signin, authentication, auth, oauth, sso, jwt, 401, 403, session, password
    ~assets | 1.6 | | cloudfront, cloud front, cdn, s3, bucket, static assets, static files, cloudflare, fastly, invalidation, web app, webapp, assets, spa, bundle, chunk load error, chunkloaderror, index html
    ~network | 1.3 | | network, packet loss, route, vpc, nat
    ~cache | 1.4 | | cache, redis, elasticache, elasti cache, memcached, eviction, evictions, hit rate
    ~site | 1.3 | | website, site, web, homepage, landing page, page, front page, frontend
    ~api | 1.2 | | api, apis, endpoint, endpoints, backend, rest
    quota | 1.4 | | rate limit, rate limited, rate limiting, 429, quota, throttled, too many requests
    corruption | 1.4 | | corrupt, corruption, corrupted, inconsistent, inconsistency, inconsistencies, integrity, mismatch
    ~backup | 1.3 | | backup, backups, restore, snapshot, dump
    ~encryption | 1.4 | | crypto, cryptographic, encryption, decrypt, commitment, commitments, stealth, privacy, zk, zero knowledge, proof, wasm
    ~transactions | 1.1 | | transaction, transactions, tx, txs, txn, userop, user operation
    saturation | 0.5 | | high, spike, spiking, increase, increased, increasing, elevated, above, exceeded, threshold, too high, surge, rising
    failing | 0.25 | | fail, failed, failing, fails, failure, failures, error, errors, broken, problem, issue, issues, incident, exception, unable, cannot, can't
    """

  /// Words that tell nothing.
  static let empty = """
    the a an and or of to in on at by for with from is are was were be been being it its this that these those as not no
    than then has have had do does did will would can could should may might must into out up over under about after
    before during while when if else what which who whom how all any some more most other such only own same so too
    very just also there here we you they he she i my our your their per via
    """

  /// Words of good news: without a trouble beside them nothing is wrong.
  static let calm = """
    finished completed passed approved scheduled maintenance ignore succeeded successfully resolved recovered renewed
    ready invited sent released published merged restored enabled created rotated joined subscribed
    """

  /// Words that fit every alert and so tell little.
  static let common = """
    alert alerts alerting firing critical warning info notice severity prod production staging service services server
    servers system systems user users customer customers client report reports reported reporting check checks monitor
    monitoring metric metrics prometheus sentry grafana datadog cloudwatch alarm state detected message messages log logs
    new old job jobs app application applications run running runs started finished completed ok successful success sec
    min mins minute minutes hour hours second seconds last now past time times rate count total number value current
    host instance node nodes pod pods container containers cluster namespace region kubernetes kube process data feature
    features show shows showing see seeing get getting got use used using usage unusual sudden normal access detail
    details need needs please someone something everything anyone mentioning mention first day week status level large
    low big team help event events synthetic load main trigger triggered many lot lots set test testing request requests response response
    """
}
