"""Distinct incidents from the POST to the provider's answer on disk, as fast as they are taken; beside Alertmanager, in turns.

    python3 -B Benchmarks/sustained.py --binary .build/release/tocsin --runbook examples/lanterna/RUNBOOK.md

`wrk` posts events over 16 connections, each with a cause of its own, so each opens an incident and pages a webhook; nginx answers 200 to
all of them. The clock stops when the outcome of every page is committed (Tocsin's own store is asked), and for Alertmanager, one group an
alert, when it has counted every notification; it keeps nothing of them.
"""

import argparse, os, re, shutil, sqlite3, statistics, subprocess, sys, tempfile, time, urllib.request

from bench import HERE, PEER_PORT, SINK_PORT, Alertmanager, Tocsin, flushes_per_second

PATIENCE = 120  # seconds until what was taken must have left


def nginx(folder):
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(f"""worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 100000000;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
scgi_temp_path {folder}/s; server {{ listen 127.0.0.1:{SINK_PORT}; location / {{ return 200; }} }} }}
""")
    return subprocess.Popen(["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)


def post(server, seconds):
    """Returns how many were answered with 2xx, and what else was."""
    environment = dict(os.environ, PROTOCOL=server.protocol, KEY=server.key, RUN=f"{time.time_ns():x}", EACH="1")
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-s", os.path.join(HERE, "accept.lua"), f"http://127.0.0.1:{server.port}"]
    out = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds + 60).stdout
    rate, _, _, bad = (float(x) for x in re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", out).groups())
    return rate, int(bad)


def concluded(server):
    """(incidents, of them with the outcome of a page on disk) of Tocsin; (alerts, notifications) of Alertmanager."""
    if isinstance(server, Tocsin):
        store = sqlite3.connect(f"file:{server.data}/tocsin.sqlite?mode=ro", uri=True, timeout=30)
        try:
            told = "SELECT count(DISTINCT id >> 20) FROM page WHERE status IN ('accepted', 'delivered')"
            return store.execute("SELECT count(*) FROM incident").fetchone()[0], store.execute(told).fetchone()[0]
        finally:
            store.close()
    text = urllib.request.urlopen(f"http://127.0.0.1:{PEER_PORT}/metrics", timeout=30).read().decode()
    count = lambda name: sum(float(line.split()[-1]) for line in text.splitlines() if line.startswith(name))
    return (int(count("alertmanager_alerts_received_total{")),
            int(count('alertmanager_notifications_total{integration="webhook"}')
                - count('alertmanager_notifications_failed_total{integration="webhook"}')))


def turn(server, seconds):
    begin = time.perf_counter()
    rate, bad = post(server, seconds)
    while True:
        taken, told = concluded(server)
        elapsed = time.perf_counter() - begin
        if told >= taken or elapsed > PATIENCE:
            return {"posted": rate, "bad": bad, "taken": taken, "told": told, "rate": told / elapsed}
        time.sleep(0.1)


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--binary", required=True)
    ask.add_argument("--runbook", required=True)
    ask.add_argument("--seconds", type=int, default=4)
    ask.add_argument("--turns", type=int, default=3)
    given = ask.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(HERE, "..", ".build"))
    results, disk, sink = {}, [], nginx(folder)
    try:
        for number in range(given.turns):
            for name in ("Tocsin", "Alertmanager"):
                server = (Tocsin(given.binary, given.runbook, folder, f"s-{number}") if name == "Tocsin"
                          else Alertmanager(folder, f"s-{number}", each=True))
                disk.append(flushes_per_second(folder, 0.5))
                try:
                    result = turn(server, given.seconds)
                finally:
                    server.kill()
                results.setdefault(name, []).append(result)
                print(f"turn {number + 1}, {name}: {result}", file=sys.stderr)
    finally:
        sink.terminate()
        sink.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{given.turns} turns of {given.seconds} s; the disk: {statistics.median(disk):,.0f} flushes a second, "
          f"from {min(disk):,.0f} to {max(disk):,.0f}.\n")
    print("| distinct incidents, 16 connections | POSTs a second | until every outcome is known, a second | never |")
    print("| --- | --- | --- | --- |")
    for name, turns in results.items():
        print(f"| {name} | {statistics.median(r['posted'] for r in turns):,.0f} | {statistics.median(r['rate'] for r in turns):,.0f} | "
              f"{sum(r['taken'] - r['told'] for r in turns)} |")


if __name__ == "__main__":
    main()
