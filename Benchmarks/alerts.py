"""The same requests to Tocsin and to Debian's Alertmanager, by Alertmanager's own protocol; prints Markdown tables.

Lists of 1, 10 and 100 alerts a POST over 1, 16 and 64 connections; then the memory that 100,000 open alerts take, and how
long the list of 10,000 and of 100,000 takes. script/bench calls it.
"""
import argparse
import http.client
import json
import os
import shutil
import statistics
import tempfile
import time

from bench import HERE, Alertmanager, Tocsin, accept, flushes_per_second, middle


def memory(pid):
    """MiB that the process holds."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def alert(number):
    return {"labels": {"alertname": "ShopDown", "service": "shop", "severity": "critical", "check": f"fill-{number}"},
            "annotations": {"summary": "HTTP 502 from shop.lanterna.example", "region": "north", "status": "502"},
            "endsAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))}


def fill(server, first, last):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for start in range(first, last, 100):
        body = json.dumps([alert(n) for n in range(start, min(start + 100, last))])
        connection.request("POST", server.prefix + "/api/v2/alerts", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise SystemExit(f"{server.name} answered {answer.status}: {answer.read()[:200]!r}")
        answer.read()
    connection.close()


def listing(server, expected):
    """Seconds until the first byte and until the last, median of five, and the bytes."""
    firsts, wholes = [], []
    for _ in range(5):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        begin = time.perf_counter()
        connection.request("GET", server.prefix + "/api/v2/alerts")
        answer = connection.getresponse()
        body = answer.read(1)
        firsts.append(time.perf_counter() - begin)
        body += answer.read()
        wholes.append(time.perf_counter() - begin)
        connection.close()
    found = len(json.loads(body))
    if found != expected:
        raise SystemExit(f"{server.name} lists {found} alerts of {expected}")
    return statistics.median(firsts), statistics.median(wholes), len(body)


def made(name, binary, runbook, folder, label):
    if name == "Tocsin":
        server = Tocsin(binary, runbook, folder, label)
        server.prefix = "/am/" + server.key
    else:
        server = Alertmanager(folder, label, each=False)
        server.prefix = ""
    return server


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--runbook", required=True)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--turns", type=int, default=3)
    a = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(HERE, "..", ".build"))
    disk, rates, held = [], {}, {}
    try:
        for turn in range(a.turns):
            for batch in (1, 10, 100):
                for connections in (1, 16, 64):
                    for name in ("Tocsin", "Alertmanager"):
                        server = made(name, a.binary, a.runbook, folder, f"a-{turn}-{batch}-{connections}")
                        disk.append(flushes_per_second(folder, 0.5))
                        try:
                            result = accept(server.port, "alertmanager", "", connections, a.seconds, batch, server.prefix)
                        finally:
                            server.kill()
                        rates.setdefault((batch, connections, name), []).append(result)
        for name in ("Tocsin", "Alertmanager"):
            server = made(name, a.binary, a.runbook, folder, "a-held")
            try:
                empty = memory(server.process.pid)
                fill(server, 0, 10_000)
                few = listing(server, 10_000)
                fill(server, 10_000, 100_000)
                time.sleep(3)
                full = memory(server.process.pid)
                held[name] = (empty, full, few, listing(server, 100_000), memory(server.process.pid))
            finally:
                server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report(a, disk, rates, held)


def report(a, disk, rates, held):
    print(f"The same lists to both, median of {a.turns} turns of {a.seconds} s; the disk: {statistics.median(disk):,.0f} flushes a "
          f"second, from {min(disk):,.0f} to {max(disk):,.0f}.\n")
    print("| alerts a POST | connections | Tocsin, durable | p50 / p99 ms | Alertmanager, memory | p50 / p99 ms | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for batch, connections in sorted({key[:2] for key in rates}):
        ours, theirs = rates[(batch, connections, "Tocsin")], rates[(batch, connections, "Alertmanager")]
        cells = [str(batch), str(connections)]
        for results in (ours, theirs):
            cells.append(f"{middle(results, 'alerts'):,.0f}/s")
            cells.append(f"{middle(results, 'p50'):.2f} / {middle(results, 'p99'):.2f}")
        print("| " + " | ".join(cells) + f" | {middle(ours, 'alerts') / middle(theirs, 'alerts'):.2f} |")
    print("\n| | MiB at start | MiB, 100,000 open | 10,000 listed: first byte, whole | 100,000 listed | MiB afterwards |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, (empty, full, few, many, after) in held.items():
        texts = [f"{first * 1000:.1f} ms, {whole * 1000:.0f} ms ({size / 1e6:.1f} MB)" for first, whole, size in (few, many)]
        print(f"| {name} | {empty:.0f} | {full:.0f} | {texts[0]} | {texts[1]} | {after:.0f} |")
    bad = {f"{k[2]}, {k[0]} a POST, {k[1]}": sum(r["bad"] for r in results) for k, results in rates.items()}
    print(f"\nAnswers other than 2xx: { {k: n for k, n in bad.items() if n} or 'none'}.")


if __name__ == "__main__":
    main()
