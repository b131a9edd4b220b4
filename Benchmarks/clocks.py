"""How late a rung is climbed while very many clocks are armed; how fast what fell due while the server was down is served;
how soon a server with a million alerts takes new ones. Prints Markdown tables.

    python3 -B Benchmarks/clocks.py --binary .build/release/tocsin [--armed 100000] [--overdue 10000] [--alerts 1000000]

Of the armed clocks and of the stored alerts a thousand are sent; the others are copies of their rows.
"""
import argparse
import asyncio
import datetime
import http.client
import json
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from bench import HERE, flushes_per_second
from latency import chunks

sys.path.insert(0, os.path.join(HERE, "..", "Tests", "Crash"))
from crash import drop_database, new_database  # noqa: E402
from server import Server  # noqa: E402

RUNBOOK = """# Incident Response Runbook

## Severity Levels

| Severity | Description | Response Time |
| --- | --- | --- |
| P1 | Nobody can buy anything | 5 minutes |
| P2 | Something is slow | 1 hour |
| P3 | Something small is broken | 8 hours |

## Escalation

### P1

| Step | Who | When |
| --- | --- | --- |
| 1 | Primary On-Call Engineer | Immediately |
| 2 | Secondary On-Call Engineer | After 1 minute |

### P3

| Step | Who | When |
| --- | --- | --- |
| 1 | Primary On-Call Engineer | Immediately |
| 2 | Secondary On-Call Engineer | After 8 hours |
"""

TEAM = """team: Clocks
people:
  ana: {{ name: Ana Ruiz, contact: [first] }}
  bo: {{ name: Bo Lindqvist, contact: [second] }}
roles:
  Primary On-Call Engineer: ana
  Secondary On-Call Engineer: bo
fallback: ana
alerts:
  alike: 0s
  storm: {{ after: 0, within: 1m }}
channels:
  first: {{ kind: webhook, url: "http://127.0.0.1:{first}/first" }}
  second: {{ kind: webhook, url: "http://127.0.0.1:{first}/second" }}
"""


class Sink:
    """Answers 200 to everything; remembers when which incident's page came to the second person."""

    def __init__(self):
        self.second, self.count = {}, 0
        self.ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        self.ready.wait(10)

    async def serve(self):
        server = await asyncio.start_server(self.take, "127.0.0.1", 0, backlog=512)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await server.serve_forever()

    async def take(self, reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                body = await reader.readexactly(min(int(length[1]), 1 << 20)) if length else await chunks(reader)
                self.count += 1
                if b"/second" in head[:40]:
                    now = time.time()
                    page = json.loads(body)["data"]
                    for incident in [page["incident"], *page.get("also", [])]:
                        self.second.setdefault(incident, now)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def memory(server):
    """MiB that the process holds."""
    with open(f"/proc/{server.process.pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def post(server, key, alerts):
    """Alertmanager's lists of a hundred over two connections."""
    def lists(part):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        for start in range(0, len(part), 100):
            while True:
                connection.request("POST", f"/am/{key}/api/v2/alerts", json.dumps(part[start:start + 100]),
                                   {"Content-Type": "application/json"})
                answer = connection.getresponse()
                text = answer.read()
                if answer.status == 200:
                    break
                if answer.status not in (429, 503):
                    raise SystemExit(f"answered {answer.status}: {text[:200]!r}")
                time.sleep(float(answer.headers.get("Retry-After") or 1))
        connection.close()

    half = len(alerts) // 200 * 100
    threads = [threading.Thread(target=lists, args=(part,)) for part in (alerts[:half], alerts[half:])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def alert(number, severity, ended=False):
    """An alert that is an incident of its own."""
    made = {"labels": {"alertname": f"Case{number}", "severity": severity, "case": str(number)},
            "annotations": {"summary": f"Matter {number} of the quay"}}
    if ended:
        made["endsAt"] = datetime.datetime.now(datetime.timezone.utc).isoformat()
    return made


def rows(server, sql):
    if address := server.environment.get("TOCSIN_DATABASE"):
        asked = subprocess.run(["psql", "-qXAt", "-F", "\t", address, "-c", sql], capture_output=True, text=True, check=True, timeout=60)
        return [tuple(int(cell) if cell.isdigit() else cell for cell in line.split("\t")) for line in asked.stdout.splitlines()]
    path = next(os.path.join(server.data, name) for name in os.listdir(server.data) if name.endswith((".sqlite", ".db")))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as store:
        return store.execute(sql).fetchall()


def settle(server, sql, limit):
    """Seconds until the statement counts nothing."""
    began = time.monotonic()
    while rows(server, sql)[0][0]:
        if time.monotonic() - began > limit:
            raise SystemExit(f"{rows(server, sql)[0][0]} left after {limit} s: {sql}")
        time.sleep(0.05)
    return time.monotonic() - began


WAITING = "SELECT count(*) FROM page WHERE status IN ('pending', 'sending') AND due <= {now}"


def lateness(server, sink, key, armed, probes):
    post(server, key, [alert(n, "P3") for n in range(SAMPLE)])
    settle(server, WAITING.format(now=int(time.time() * 1e6)), 60)
    server.kill()
    copy(server, armed // SAMPLE - 1, of(incidents))
    server.start()
    settle(server, WAITING.format(now=int(time.time() * 1e6)), 60)
    held, open_clocks = memory(server), rows(server, "SELECT count(*) FROM incident WHERE next_due IS NOT NULL")[0][0]
    for n in range(probes):
        post(server, key, [alert(1_000_000 + n, "P1")])
        time.sleep(0.1)
    due = {name: at / 1e6 for name, at in rows(
        server, "SELECT name, opened + 60000000 FROM incident WHERE severity = 'P1'")}
    until = time.time() + 75
    while len(set(due) & set(sink.second)) < len(due) and time.time() < until:
        time.sleep(0.1)
    late = sorted((sink.second[name] - due[name]) * 1000 for name in due if name in sink.second)
    at = lambda share: late[min(len(late) - 1, int(len(late) * share))]
    print("| clocks armed | rungs that fell due | late p50 ms | p99 ms | the latest ms | never came | MiB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(f"| {open_clocks:,} | {len(due)} | {at(.5):.0f} | {at(.99):.0f} | {late[-1]:.0f} | {len(due) - len(late)} | {held:.0f} |\n",
          flush=True)


def overdue(servers, sink, key, count):
    """All of them are started; on PostgreSQL the lease of the one that was killed must run out first."""
    server = servers[0]
    post(server, key, [alert(2_000_000 + n, "P1") for n in range(count)])
    server.kill()
    time.sleep(70)
    names = {name for name, in rows(server, f"SELECT name FROM incident WHERE severity = 'P1' AND next_due <= {int(time.time() * 1e6)}")}
    before = sink.count
    began = time.monotonic()
    starting = [threading.Thread(target=one.start) for one in servers]
    for thread in starting:
        thread.start()
    for thread in starting:
        thread.join()
    ready = time.monotonic() - began
    settle(server, f"SELECT count(*) FROM incident WHERE next_due <= {int(time.time() * 1e6)}", 300)
    decided = time.monotonic() - began
    settle(server, WAITING.format(now=int(time.time() * 1e6)), 300)
    drained = time.monotonic() - began
    print("| overdue when it started | nodes | ready after s | all decided after s | all pages out after s | messages to two people | told of |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(f"| {len(names):,} | {len(servers)} | {ready:.2f} | {decided:.2f} | {drained:.2f} | {sink.count - before:,} | "
          f"{len(names & set(sink.second)):,} |\n", flush=True)


def restart(server, key, count):
    post(server, key, [{**alert(n, "P3"), "labels": {"alertname": "Quay", "severity": "P3", "case": str(n)}} for n in range(SAMPLE)])
    server.kill()
    copy(server, count // SAMPLE - 1, of(alerts))
    stored = rows(server, "SELECT count(*), sum(state = 'firing') FROM alert")[0]
    took = []
    for _ in range(3):
        began = time.monotonic()
        server.start()
        ready = time.monotonic() - began
        post(server, key, [alert(9_000_000, "P3")])
        took.append((ready, time.monotonic() - began))
        held = memory(server)
        server.kill()
    ready, taken = (statistics.median(column) for column in zip(*took))
    print("| alerts stored | open | killed, started, ready after s | first alert on disk after s | MiB |\n| ---: | ---: | ---: | ---: | ---: |")
    print(f"| {stored[0]:,} | {stored[1]:,} | {ready:.2f} | {taken:.2f} | {held:.0f} |\n", flush=True)


SAMPLE = 1_000  # rows that the server has written itself; the rest are copies of them


def copy(server, times, tables):
    """Copies what stands in the store; `tables` says of each, for the copy of a number, which columns change and how.

    A copy without columns is left out."""
    path = next(os.path.join(server.data, name) for name in os.listdir(server.data) if name.endswith(".sqlite"))
    with sqlite3.connect(path) as store:
        for table in tables:
            store.execute(f"CREATE TEMP TABLE sample_{table} AS SELECT * FROM {table}")
        for number in range(1, times + 1):
            for table, changes in tables.items():
                if changed := changes(number):
                    columns = [name for _, name, *_ in store.execute(f"PRAGMA table_info({table})")]
                    store.execute(f"INSERT INTO {table} ({', '.join(columns)}) "
                                  f"SELECT {', '.join(changed.get(name, name) for name in columns)} FROM sample_{table}")


def incidents(number):
    """Of a copy with everything that belongs to an incident; entries and pages bear its number in their own."""
    shift = number * 2 * SAMPLE
    return {
        "incident": {"id": f"id + {shift}", "name": f"name || '-{number}'", "cause": f"cause || '-{number}'"},
        "alert": {"id": f"id + {shift}", "dedup": f"dedup || '-{number}'", "incident": f"incident + {shift}"},
        "alert_term": {"alert": f"alert + {shift}"},
        "timeline": {"id": f"id + ({shift} << 20)"},
        "page": {"id": f"id + ({shift} << 20)"},
    }


def alerts(number):
    """Of a copy of alerts alone, one of ten still firing."""
    shift = number * 2 * SAMPLE
    kept = {"id": f"id + {shift}", "dedup": f"dedup || '-{number}'"}
    over = number % 10 != 0
    return {
        "alert": kept | {"state": "'resolved'", "resolved_at": "first_seen"} if over else kept,
        "alert_term": {} if over else {"alert": f"alert + {shift}"},
    }


def of(copies):
    """By table, as `copy` wants it."""
    return {table: lambda number, table=table: copies(number)[table] for table in copies(1)}


def shared(given, runbook, folder, sink):
    """What is overdue, by one node and by two on one database."""
    for nodes in (1, 2):
        database = new_database(given.database, f"clocks_{nodes}")
        servers = [Server(given.binary, runbook, folder, f"node-{nodes}-{place}", "", team=TEAM.format(first=sink.port),
                          environment=database) for place in range(nodes)]
        servers[0].start()
        for server in servers:  # one of two serves, and either takes alerts
            server.ready = r"(?:listening|standing by) on http://([^:/]+):(\d+)"
        try:
            overdue(servers, sink, servers[0].create_key("bench"), given.overdue)
        finally:
            for server in servers:
                server.kill()
            drop_database(given.database, f"clocks_{nodes}")


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--binary", required=True)
    ask.add_argument("--armed", type=int, default=100_000)
    ask.add_argument("--probes", type=int, default=200)
    ask.add_argument("--overdue", type=int, default=10_000)
    ask.add_argument("--alerts", type=int, default=1_000_000)
    ask.add_argument("--database", default="", help="libpq's keywords of a PostgreSQL, as script/postgres prints them: what is overdue is "
                     "served from there by one node and by two, and nothing else is measured")
    given = ask.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(HERE, "..", ".build"))
    runbook, sink = os.path.join(folder, "RUNBOOK.md"), Sink()
    with open(runbook, "w") as file:
        file.write(RUNBOOK)
    try:
        print(f"The disk: {flushes_per_second(folder):,.0f} flushes a second.\n", flush=True)
        if given.database:
            return shared(given, runbook, folder, sink)
        for part, count in (("armed", given.armed), ("overdue", given.overdue), ("restart", given.alerts)):
            if not count:
                continue
            server = Server(given.binary, runbook, folder, part, "", team=TEAM.format(first=sink.port))
            server.start()
            try:
                key = server.create_key("bench")
                if part == "armed":
                    lateness(server, sink, key, count, given.probes)
                elif part == "overdue":
                    overdue([server], sink, key, count)
                else:
                    restart(server, key, count)
            finally:
                server.kill()
                shutil.rmtree(server.data, ignore_errors=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
