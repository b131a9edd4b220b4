"""Kill -9 at a random instant under load, start again, and count what was acknowledged but lost.

Each round: post events that fit no scenario, so that each opens an incident of its own, over several connections;
SIGKILL the server at a random instant or right after one of its 2xx; start it again; then ask for every event that was
answered with 2xx, and wait until the page of each has reached the sink. A page that comes twice must say that it may be
a repeat. Loopback only. It signals only the process that it started. SIGKILL leaves the kernel's page cache alone, so this proves
nothing about a power cut: that is what the count of flushes in the storage tests is for.
"""
import argparse
import http.client
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from server import Server
from sink import Sink

EVENTS_PER_ROUND = 240
CONNECTIONS = 6
FRESH_AFTER = 2  # rounds on one data folder; the list of open incidents ends at 500


class Load:
    """Posts events until it is told to stop or the server is gone; remembers what was acknowledged."""

    def __init__(self, server, key, names, on_acknowledged):
        self.server, self.key, self.names = server, key, iter(names)
        self.on_acknowledged = on_acknowledged
        self.lock = threading.Lock()
        self.acknowledged, self.sent, self.refused = set(), 0, {}
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(CONNECTIONS)]
        for thread in self.threads:
            thread.start()

    def next(self):
        with self.lock:
            name = next(self.names, None)
            self.sent += name is not None
            return name

    def work(self):
        connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=10)
        while (name := self.next()) is not None:
            # Words of no trouble, or the example's scenarios would gather the events into one incident.
            summary = f"Exercise {name.removeprefix('kill-')}"
            event = {"routing_key": self.key, "event_action": "trigger", "dedup_key": name,
                     "payload": {"summary": summary, "source": "exercise", "severity": "critical"}}
            try:
                connection.request("POST", "/v2/enqueue", json.dumps(event), {"Content-Type": "application/json"})
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                return  # the server is gone; nothing was promised
            if answer.status < 300:
                with self.lock:
                    self.acknowledged.add(name)
                    count = len(self.acknowledged)
                self.on_acknowledged(count)
            else:
                with self.lock:
                    self.refused[answer.status] = body[:200].decode(errors="replace")

    def finish(self):
        for thread in self.threads:
            thread.join(15)


def round_trip(number, server, key, sink, dice):
    """One kill and restart. Returns (line to print, number of faults)."""
    names = [f"kill-{number}-{i}z" for i in range(EVENTS_PER_ROUND)]
    at_answer = dice.randrange(1, EVENTS_PER_ROUND) if dice.random() < 0.5 else None
    after = dice.uniform(0.002, 0.4)
    killed = threading.Event()

    def kill():
        if not killed.is_set():
            killed.set()
            server.kill()

    load = Load(server, key, names, lambda count: kill() if count == at_answer else None)
    if at_answer is None:
        killed.wait(after)
        kill()
    else:
        killed.wait(20)
        kill()
    load.finish()
    begin = time.monotonic()
    server.start()
    if dice.random() < 0.2:  # a second kill while it is still catching up
        time.sleep(dice.uniform(0, 0.1))
        server.kill()
        server.start()
    ready = time.monotonic() - begin

    known = server.known_events()
    lost = load.acknowledged - known.keys()
    wanted = {known[name] for name in load.acknowledged if name in known}
    unpaged = sink.wait_for(wanted, seconds=30)
    silent = sink.take_silent_repeats()
    instant = f"after 2xx {at_answer}" if at_answer else f"after {after * 1000:.0f} ms"
    line = (f"round {number:3}  killed {instant:14}  sent {load.sent:3}  acknowledged {len(load.acknowledged):3}"
            f"  lost {len(lost)}  not paged {len(unpaged)}  repeats {sink.repeats} (unmarked {len(silent)})"
            f"  ready again in {ready * 1000:.0f} ms")
    for status, body in load.refused.items():
        line += f"\n           refused with {status}: {body}"
    for name in sorted(lost)[:5]:
        line += f"\n           LOST {name}"
    for name in sorted(unpaged)[:5]:
        line += f"\n           NEVER PAGED incident {name}"
    for name in sorted(silent)[:5]:
        line += f"\n           REPEATED WITHOUT SAYING SO {name}"
    return line, len(lost) + len(unpaged) + len(silent), len(load.acknowledged)


def new_database(address, name):
    """An empty PostgreSQL database, as the environment of the server that lives on it; nothing without an address."""
    if not address:
        return {}
    subprocess.run(["psql", "-qX", address, "-c", f"CREATE DATABASE {name}"], check=True, timeout=60)
    return {"TOCSIN_DATABASE": re.sub(r"dbname=\S+", f"dbname={name}", address)}


def drop_database(address, name):
    if address:
        subprocess.run(["psql", "-qX", address, "-c", f"DROP DATABASE {name} WITH (FORCE)"], check=True, timeout=60)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--runbook", required=True)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--database", default="", help="libpq's keywords of a PostgreSQL, as script/postgres prints them")
    arguments = parser.parse_args()
    rounds = max(1, min(arguments.rounds, 5000))
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1 << 31)
    dice = random.Random(seed)
    print(f"{rounds} rounds, seed {seed}")

    folder = tempfile.mkdtemp(prefix="tocsin-crash-")
    sink = Sink()
    faults = acknowledged = 0
    server = None
    try:
        for number in range(1, rounds + 1):
            if (number - 1) % FRESH_AFTER == 0:
                if server:
                    server.kill()
                    shutil.rmtree(server.data)
                    drop_database(arguments.database, f"crash_{number - FRESH_AFTER}")
                server = Server(arguments.binary, arguments.runbook, folder, f"data-{number}", sink.url,
                                environment=new_database(arguments.database, f"crash_{number}"))
                sink.begin()
                server.start()
                key = server.create_key("crash")
            line, bad, count = round_trip(number, server, key, sink, dice)
            print(line, flush=True)
            faults += bad
            acknowledged += count
    finally:
        if server:
            server.kill()
        if faults == 0:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{rounds} kills, {acknowledged} events acknowledged, {sink.pages} pages received, {sink.repeats} repeats, all"
          f" marked: {'yes' if not sink.unmarked else 'NO'}. "
          + ("Nothing acknowledged was lost." if faults == 0 else f"{faults} FAULTS; the data is kept in {folder}"))
    if acknowledged == 0:
        print("No event was acknowledged, so nothing was shown.")
    return 1 if faults or acknowledged == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
