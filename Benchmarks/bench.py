"""Tocsin beside Alertmanager, in one run on one machine; prints a Markdown table. script/bench calls it.

Both are asked the same things in turn, so that a change of the machine's mood meets both. Tocsin has each event on disk before
it answers; Alertmanager keeps its alerts in memory. The rate of the disk itself is measured between the two.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Tests", "Crash"))
from server import Server  # noqa: E402

SINK_PORT, PEER_PORT = 9399, 9393


def flushes_per_second(folder, seconds=1.0):
    path = os.path.join(folder, "flush")
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    block, count, begin = os.urandom(4096), 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        os.write(file, block)
        os.fdatasync(file)
        count += 1
    rate = count / (time.perf_counter() - begin)
    os.close(file)
    os.remove(path)
    return rate


def accept(port, protocol, key, connections, seconds, batch=1, prefix=""):
    environment = dict(os.environ, PROTOCOL=protocol, KEY=key, RUN=f"{time.time_ns():x}", BATCH=str(batch), PREFIX=prefix)
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", os.path.join(HERE, "accept.lua"),
               f"http://127.0.0.1:{port}"]
    out = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds + 60).stdout
    found = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", out)
    if not found:
        raise SystemExit(f"wrk said nothing that can be read:\n{out}")
    rate, p50, p99, bad = (float(x) for x in found.groups())
    return {"rate": rate, "p50": p50, "p99": p99, "bad": int(bad), "alerts": rate * batch}


def latency(port, protocol, key, rate, count):
    command = [sys.executable, "-B", os.path.join(HERE, "latency.py"), "--port", str(port), "--sink-port", str(SINK_PORT),
               "--protocol", protocol, "--key", key, "--rate", str(rate), "--count", str(count)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout)


class Tocsin(Server):
    name, protocol = "Tocsin", "pagerduty"

    def __init__(self, binary, runbook, folder, turn):
        super().__init__(binary, runbook, folder, f"tocsin-{turn}", f"http://127.0.0.1:{SINK_PORT}/pages")
        self.start()
        self.key = self.create_key("bench")


class Alertmanager:
    name, protocol, key, port = "Alertmanager", "alertmanager", "", PEER_PORT

    def __init__(self, folder, turn, each):
        """each: one notification per alert at once (for latency); otherwise all alerts in one group (for accepting)."""
        config = os.path.join(folder, f"peer-{turn}.yml")
        grouping = "group_by: ['...'], group_wait: 0s" if each else "group_by: ['alertname'], group_wait: 1h"
        with open(config, "w") as file:
            file.write("route: { receiver: sink, %s, group_interval: 1h, repeat_interval: 24h }\nreceivers:\n"
                       "  - name: sink\n    webhook_configs: [{ url: 'http://127.0.0.1:%d/' }]\n" % (grouping, SINK_PORT))
        command = ["prometheus-alertmanager", f"--config.file={config}", f"--storage.path={folder}/peer-{turn}",
                   f"--web.listen-address=127.0.0.1:{PEER_PORT}", "--cluster.listen-address=", "--log.level=error"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            if subprocess.run(["curl", "-fsS", "-o", os.devnull, f"http://127.0.0.1:{PEER_PORT}/-/ready"],
                              stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.05)
        raise SystemExit("Alertmanager did not come up")

    def kill(self):
        self.process.kill()
        self.process.wait()


def middle(results, field):
    return statistics.median(result[field] for result in results)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--runbook", required=True)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--turns", type=int, default=3)
    a = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(HERE, "..", ".build"))
    disk, accepted, paged = [], {}, {}
    try:
        for turn in range(a.turns):
            for name in ("Tocsin", "Alertmanager"):
                for connections in (1, 16, 64):
                    label = f"{turn}-{connections}"
                    server = (Tocsin(a.binary, a.runbook, folder, label) if name == "Tocsin"
                              else Alertmanager(folder, label, each=False))
                    disk.append(flushes_per_second(folder))
                    try:
                        result = accept(server.port, server.protocol, server.key, connections, a.seconds)
                    finally:
                        server.kill()
                    accepted.setdefault((connections, name), []).append(result)
                    print(f"turn {turn + 1}, {name}, {connections} connections: {result}", file=sys.stderr)
                server = (Tocsin(a.binary, a.runbook, folder, f"{turn}-latency") if name == "Tocsin"
                          else Alertmanager(folder, f"{turn}-latency", each=True))
                try:
                    result = latency(server.port, server.protocol, server.key, rate=500, count=2500)
                finally:
                    server.kill()
                paged.setdefault(name, []).append(result)
                print(f"turn {turn + 1}, {name}, to the webhook: {result}", file=sys.stderr)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report(a, disk, accepted, paged)


def report(a, disk, accepted, paged):
    version = subprocess.run(["prometheus-alertmanager", "--version"], capture_output=True, text=True)
    version = re.search(r"version (\S+)", version.stdout + version.stderr)
    print(f"Median of {a.turns} turns of {a.seconds} s each, {os.cpu_count()} cores shared by load, sink and server; "
          f"Alertmanager {version.group(1).rstrip(',') if version else ''}, memory only.\n"
          f"The disk, measured before each: {statistics.median(disk):,.0f} flushes (4 KiB, fdatasync) a second, "
          f"from {min(disk):,.0f} to {max(disk):,.0f}.\n")
    print("| events accepted, one per POST | Tocsin, durable | p50 / p99 ms | Alertmanager, memory | p50 / p99 ms | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    for connections in (1, 16, 64):
        ours, theirs = accepted[(connections, "Tocsin")], accepted[(connections, "Alertmanager")]
        row = [f"{connections} connection{'s' if connections > 1 else ''}"]
        for results in (ours, theirs):
            row.append(f"{middle(results, 'rate'):,.0f}/s")
            row.append(f"{middle(results, 'p50'):.2f} / {middle(results, 'p99'):.2f}")
        print("| " + " | ".join(row) + f" | {middle(ours, 'rate') / middle(theirs, 'rate'):.2f} |")
    print("\n| POST to webhook, distinct incidents, 500 a second | p50 ms | p99 ms | rate reached | never arrived |")
    print("| --- | --- | --- | --- | --- |")
    for name, results in paged.items():
        cells = [f"{statistics.median(r['p50'] or 0 for r in results):.2f}",
                 f"{statistics.median(r['p99'] or 0 for r in results):.2f}",
                 f"{middle(results, 'rate'):,.0f}/s", str(sum(r["missing"] for r in results))]
        print(f"| {name} | " + " | ".join(cells) + " |")
    bad = {f"{name}, {c}": sum(r["bad"] for r in results) for (c, name), results in accepted.items()}
    bad = {name: count for name, count in bad.items() if count}
    print(f"\nAnswers other than 2xx: {bad or 'none'}.")


if __name__ == "__main__":
    main()
