"""Several nodes on one PostgreSQL: one serves, the rest stand by; what was acknowledged outlives a killed node, a paused
one and a database that restarts under load."""
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
        self.lines, self.origin, self.serving = [], None, threading.Event()
        self.environment = os.environ | {"TOCSIN_DATABASE": database}
        self.process = subprocess.Popen(
            [self.binary, "serve", str(ROOT / "examples/lanterna/RUNBOOK.md"), "--team", str(folder / "team.yaml"),
             "--data", str(self.data), "--listen", "127.0.0.1:0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=self.environment)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            if found := re.search(r"listening on http://([^:/]+:\d+)", line):
                self.origin = found[1]
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

    def post(self, key, name):
        """The answer's status; 0 where there was none."""
        event = {"routing_key": key, "event_action": "trigger", "dedup_key": name,
                 "payload": {"summary": f"Exercise {name}", "source": "exercise", "severity": "critical"}}
        connection = http.client.HTTPConnection(self.origin, timeout=50)
        try:
            connection.request("POST", "/v2/enqueue", json.dumps(event), {"Content-Type": "application/json"})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0

    def events(self):
        token = json.loads((self.data / "server.json").read_text())["token"]

        def get(path):
            connection = http.client.HTTPConnection(self.origin, timeout=30)
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            return json.loads(connection.getresponse().read())

        names = [incident["name"] for incident in get("/api/v1/incidents?status=open")["incidents"]]
        return {alert["dedupKey"]: name for name in names for alert in get(f"/api/v1/incidents/{name}")["alerts"]}


def nothing_lost(node, acknowledged, sink):
    known = node.events()
    assert acknowledged <= known.keys(), f"lost {sorted(acknowledged - known.keys())[:5]}"
    unpaged = sink.wait_for({known[name] for name in acknowledged}, 60)
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


def main():
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
        second = node("second")
        second.wait_for("standing by", 30)
        acknowledged = load(first, key, "a", 20, lambda number: first.process.kill() if number == 15 else None)
        assert len(acknowledged) == 16
        print(f"killed: the next node served after {second.must_serve(TAKEOVER):.1f} s")
        nothing_lost(second, acknowledged, sink)

        third = node("third")
        third.wait_for("standing by", 30)
        second.process.send_signal(signal.SIGSTOP)
        print(f"paused: the next node served after {third.must_serve(TAKEOVER):.1f} s")
        acknowledged |= load(third, key, "b", 10)
        second.process.send_signal(signal.SIGCONT)
        late = second.post(key, "late")
        assert second.process.wait(40) == 75, second.lines
        assert not 200 <= late < 300, "a node that had lost its lease said yes"
        nothing_lost(third, acknowledged, sink)

        restart = threading.Thread(target=subprocess.run, args=([ROOT / "script/postgres", "restart", place],))
        acknowledged |= load(third, key, "c", 60, lambda number: restart.start() if number == 10 else None)
        restart.join()
        limit = time.monotonic() + 30
        while not 200 <= third.post(key, "after") < 300:
            assert time.monotonic() < limit, f"the node did not come back: {third.lines}"
            time.sleep(0.2)
        acknowledged.add("after")
        assert third.process.poll() is None, third.lines
        nothing_lost(third, acknowledged, sink)

        fourth = node("fourth")
        fourth.wait_for("standing by", 30)
        third.process.terminate()
        assert third.process.wait(40) == 0
        print(f"stopped in order: the next node served after {fourth.must_serve(TAKEOVER):.1f} s")
        nothing_lost(fourth, acknowledged, sink)
        print(f"{len(acknowledged)} events acknowledged, none lost, {sink.repeats} pages repeated and marked")
    finally:
        for one in nodes:
            one.process.kill()
        subprocess.run([ROOT / "script/postgres", "stop", place])


if __name__ == "__main__":
    main()
