"""Several nodes on one PostgreSQL: every one takes alerts and one serves; what was acknowledged outlives a killed node, a
paused one and a database that restarts under load, and what two nodes were told at once is one incident.

    nodes.py [ROUNDS]     so many kills of the serving node while both take alerts, then the rest; one unless told"""
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "Tests/Crash"))
from server import TEAM  # noqa: E402
from sink import Sink  # noqa: E402

TAKEOVER = 40  # seconds; it takes under 10 where the machine is not busy, and says what it took


class Node:
    def __init__(self, folder, name, database):
        self.data = folder / name
        self.binary = os.environ.get("TOCSIN_BINARY", str(ROOT / ".build/debug/tocsin"))
        self.lines, self.origin, self.serving, self.listening = [], None, threading.Event(), threading.Event()
        self.environment = os.environ | {"TOCSIN_DATABASE": database}
        self.process = subprocess.Popen(
            [self.binary, "serve", str(ROOT / "examples/lanterna/RUNBOOK.md"), "--team", str(folder / "team.yaml"),
             "--data", str(self.data), "--listen", "127.0.0.1:0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=self.environment)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            if found := re.search(r"(listening|standing by) on http://([^:/]+:\d+)", line):
                self.origin = found[2]
                self.listening.set()
                if found[1] == "listening":
                    self.serving.set()

    def wait_for(self, words, seconds):
        limit = time.monotonic() + seconds
        while not any(words in line for line in self.lines):
            assert time.monotonic() < limit, f"no {words!r} in {self.lines}"
            time.sleep(0.05)

    def must_serve(self, seconds):
        begin = time.monotonic()
        assert self.serving.wait(seconds), f"did not serve within {seconds} s: {self.lines}"
        return time.monotonic() - begin

    def key(self):
        return subprocess.run([self.binary, "key", "create", "--name", "peer", "--data", str(self.data)], check=True,
                              capture_output=True, text=True, env=self.environment).stdout.split()[-1]

    def must_stand_by(self, seconds=30):
        """Until it takes alerts."""
        assert self.listening.wait(seconds), f"does not listen after {seconds} s: {self.lines}"
        limit = time.monotonic() + seconds
        while self.get("/readyz?alerts")[0] != 200:
            assert time.monotonic() < limit, f"takes no alerts: {self.lines}"
            time.sleep(0.05)

    def get(self, path, headers={}):
        connection = http.client.HTTPConnection(self.origin, timeout=30)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        except (OSError, http.client.HTTPException):
            return 0, b"", {}
        finally:
            connection.close()

    def post(self, key, name, action="trigger", timeout=50):
        """The answer's status; 0 where there was none."""
        event = {"routing_key": key, "event_action": action, "dedup_key": name,
                 "payload": {"summary": f"Exercise {name}", "source": "exercise", "severity": "critical"}}
        connection = http.client.HTTPConnection(self.origin, timeout=timeout)
        try:
            connection.request("POST", "/v2/enqueue", json.dumps(event), {"Content-Type": "application/json"})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()


def nothing_lost(store, acknowledged, sink):
    known = store.incidents("")
    assert acknowledged <= known.keys(), f"lost {sorted(acknowledged - known.keys())[:5]}"
    unpaged = sink.wait_for({known[name][0] for name in acknowledged}, 60)
    assert not unpaged, f"never paged {sorted(unpaged)[:5]}"
    assert not sink.take_silent_repeats()


def load(node, key, prefix, count, stop=lambda number: None):
    acknowledged = set()
    for number in range(count):
        name = f"{prefix}{number}z"
        if 200 <= node.post(key, name) < 300:
            acknowledged.add(name)
        stop(number)
    return acknowledged


def paused(node, key, prefix):
    """Stops the node while six clients send to it, in the middle of whatever it does. Returns what it acknowledges, by
    then and once it goes on, and what waits for its clients."""
    acknowledged = set()

    def client(number):
        for turn in range(10_000):
            name = f"{prefix}{number}x{turn}z"
            if not 200 <= node.post(key, name, timeout=40) < 300:
                return
            acknowledged.add(name)

    clients = [threading.Thread(target=client, args=(number,), daemon=True) for number in range(6)]
    for one in clients:
        one.start()
    time.sleep(0.7)
    node.process.send_signal(signal.SIGSTOP)
    return acknowledged, lambda: [one.join(60) for one in clients]


class Store:
    """The database itself, asked beside every node."""

    def __init__(self, address):
        self.address = address

    def rows(self, sql):
        asked = subprocess.run(["psql", "-qXAt", self.address, "-c", sql], check=True, capture_output=True, text=True,
                               timeout=60)
        return [line.split("|") for line in asked.stdout.splitlines()]

    def incidents(self, prefix):
        """The incident's name and its number of alerts by dedup key. Whatever waits in the inbox is not there yet."""
        found = {}
        for key, name in self.rows(f"SELECT a.dedup, i.name FROM alert a JOIN incident i ON i.id = a.incident"
                                   f" WHERE a.dedup LIKE '{prefix}%'"):
            found.setdefault(key, []).append(name)
        return found

    def firing(self, prefix):
        return {key for key, in self.rows(f"SELECT dedup FROM alert WHERE dedup LIKE '{prefix}%' AND state = 'firing'")}


def both(serving, standing, key, prefix, count, kill_at=None):
    """The same alert to both nodes at once, or to either in turn, from four clients; kills the serving one in the middle.
    Returns what one of them acknowledged, and when the kill was."""
    lock, names = threading.Lock(), iter(range(count))
    acknowledged, times, answered = set(), {}, {True: 0, False: 0}

    def tell(node, name):
        begin = time.monotonic()
        if 200 <= node.post(key, name) < 300:
            with lock:
                acknowledged.add(name)
                answered[node is standing] += 1
                times.setdefault(node is standing, []).append(time.monotonic() - begin)

    def client():
        while True:
            with lock:
                number = next(names, None)
            if number is None:
                return
            if number == kill_at:
                serving.process.kill()
                times["kill"] = time.monotonic()
            name = f"{prefix}{number}z"
            nodes = [[serving], [standing], [serving, standing]][number % 3]
            tellers = [threading.Thread(target=tell, args=(node, name), daemon=True) for node in nodes]
            for teller in tellers:
                teller.start()
            for teller in tellers:
                teller.join(60)

    clients = [threading.Thread(target=client, daemon=True) for _ in range(4)]
    for one in clients:
        one.start()
    for one in clients:
        one.join(120)
    slow = {where: sorted(times.get(where, [0]))[-1] for where in (True, False)}
    print(f"{prefix}: {answered[False]} answers of the serving node, the slowest after {slow[False]:.2f} s, {answered[True]} "
          f"of the one that stands by, {slow[True]:.2f} s")
    assert answered[True] and answered[False], "one of the nodes took nothing"
    return acknowledged, times.get("kill")


def once(store, acknowledged, prefix, sink):
    """Each is stored as one alert of one incident, no two share one, and each incident has paged."""
    limit = time.monotonic() + 60
    while acknowledged - store.incidents(prefix).keys() and time.monotonic() < limit:
        time.sleep(0.1)
    found = store.incidents(prefix)
    assert acknowledged <= found.keys(), f"lost {sorted(acknowledged - found.keys())[:5]}"
    twice = {name: incidents for name, incidents in found.items() if len(incidents) > 1}
    assert not twice, f"more than one alert or incident: {twice}"
    names = [incidents[0] for incidents in found.values()]
    assert len(names) == len(set(names)), "two alerts share an incident"
    unpaged = sink.wait_for({found[name][0] for name in acknowledged}, 60)
    assert not unpaged, f"never paged {sorted(unpaged)[:5]}"
    assert not sink.take_silent_repeats(), "a page came twice and does not say so"


def in_order(serving, standing, store, key):
    """What one node was told of is over when the other is told so, whichever answered first."""
    for number in range(20):
        first, then = (standing, serving) if number % 2 else (serving, standing)
        assert first.post(key, f"o{number}z") == 202 and then.post(key, f"o{number}z", "resolve") == 202
    assert not store.firing("o"), "resolved by the other node, and still firing"


def sends_on(standing, serving):
    status, body, headers = standing.get("/incidents")
    assert status == 503 and headers["Retry-After"] and f"http://{serving.origin}/incidents" in body.decode(), body
    status, body, _ = standing.get("/api/v1/incidents")
    assert status == 503 and json.loads(body)["error"]["code"] == "standing_by", body
    assert standing.get("/status")[0] == 200, "the public page is for every node"
    assert standing.get("/readyz")[0] == 503 and serving.get("/readyz")[0] == 200


def main():
    rounds = max(1, min(int(sys.argv[1]) if len(sys.argv) > 1 else 1, 500))
    # Ended from outside, it still ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside: its time was over"))
    place, address = subprocess.run([ROOT / "script/postgres", "start"], check=True, capture_output=True,
                                    text=True).stdout.splitlines()
    folder = pathlib.Path(subprocess.run(["mktemp", "-d"], check=True, capture_output=True, text=True).stdout.strip())
    nodes, sink = [], Sink()
    (folder / "team.yaml").write_text(TEAM.format(sink=sink.url))

    def node(name):
        nodes.append(Node(folder, name, address))
        return nodes[-1]

    try:
        first = node("first")
        first.must_serve(30)
        key = first.key()
        store = Store(address)
        second = node("second")
        second.must_stand_by()
        sends_on(second, first)
        in_order(first, second, store, key)
        for number in range(rounds):
            prefix = f"n{number}-"
            told, killed = both(first, second, key, prefix, 60, kill_at=24)
            second.must_serve(TAKEOVER)
            print(f"killed under load at both nodes: the next node served {time.monotonic() - killed:.1f} s later")
            once(store, told, prefix, sink)
            first, second = second, node(f"next{number}")
            second.must_stand_by()
        acknowledged = load(first, key, "a", 20, lambda number: first.process.kill() if number == 15 else None)
        assert len(acknowledged) == 16
        print(f"killed: the next node served after {second.must_serve(TAKEOVER):.1f} s")
        nothing_lost(store, acknowledged, sink)

        third = node("third")
        third.must_stand_by()
        told, all_told = paused(second, key, "p")
        print(f"paused after {len(told)} answers: the next node served after {third.must_serve(TAKEOVER):.1f} s")
        acknowledged |= load(third, key, "b", 10)
        second.process.send_signal(signal.SIGCONT)
        late = second.post(key, "late")
        assert second.process.wait(40) == 75, second.lines
        assert not 200 <= late < 300, "a node that had lost its lease said yes"
        all_told()
        acknowledged |= told
        nothing_lost(store, acknowledged, sink)

        restart = threading.Thread(target=subprocess.run, args=([ROOT / "script/postgres", "restart", place],))
        acknowledged |= load(third, key, "c", 60, lambda number: restart.start() if number == 10 else None)
        restart.join()
        limit = time.monotonic() + 30
        while not 200 <= third.post(key, "after") < 300:
            assert time.monotonic() < limit, f"the node did not come back: {third.lines}"
            time.sleep(0.2)
        acknowledged.add("after")
        assert third.process.poll() is None, third.lines
        nothing_lost(store, acknowledged, sink)

        fourth = node("fourth")
        fourth.must_stand_by()
        third.process.terminate()
        assert third.process.wait(40) == 0
        print(f"stopped in order: the next node served after {fourth.must_serve(TAKEOVER):.1f} s")
        nothing_lost(store, acknowledged, sink)
        print(f"{len(acknowledged)} events acknowledged, none lost, {sink.repeats} pages repeated and marked")
    finally:
        for one in nodes:
            one.process.kill()
        subprocess.run([ROOT / "script/postgres", "stop", place])


if __name__ == "__main__":
    main()
