"""What becomes of alerts and pages at the edges: killed between a provider's 200 and our commit, stopped and continued,
asked to end under load, a full disk, a disk that refuses to flush.

Loopback only; signals only the processes that it started. Ends with 1 where something that was promised is missing.
"""
import argparse
import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from providers import RUNBOOK, TEAM, Provider, accept, answer
from server import Server


class Round:
    """One server with its own folder, whose pages go to a provider that works."""

    def __init__(self, binary, folder, name, behave=accept, prefix=()):
        self.folder = folder
        runbook = os.path.join(folder, "RUNBOOK.md")
        with open(runbook, "w") as file:
            file.write(RUNBOOK)
        self.provider = Provider(behave)
        url = self.provider.url()
        team = TEAM.format(case=f'{{ kind: webhook, url: "{url}" }}', good=url, second=url)
        self.server = Server(binary, runbook, folder, name, "", team=team, prefix=prefix)
        self.acknowledged, self.refused, self.lock = set(), {}, threading.Lock()

    def load(self, key, names, connections=4):
        """Posts events over several connections until they are used up or the server is gone."""
        rest = iter(names)

        def work():
            connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=15)
            while True:
                with self.lock:
                    name = next(rest, None)
                if name is None:
                    return
                event = {"routing_key": key, "event_action": "trigger", "dedup_key": name,
                         "payload": {"summary": f"Exercise {name}", "source": "exercise", "severity": "critical",
                                     "custom_details": {"filling": "x" * 2000}}}
                try:
                    connection.request("POST", "/v2/enqueue", json.dumps(event), {"Content-Type": "application/json"})
                    response = connection.getresponse()
                    response.read()
                except (OSError, http.client.HTTPException):
                    return
                with self.lock:
                    if response.status < 300:
                        self.acknowledged.add(name)
                    else:
                        self.refused[response.status] = self.refused.get(response.status, 0) + 1

        threads = [threading.Thread(target=work, daemon=True) for _ in range(connections)]
        for thread in threads:
            thread.start()
        return threads

    def missing(self, seconds=30):
        """Acknowledged events that are not in the store, or whose incident was never paged."""
        known = self.server.known_events()
        lost = self.acknowledged - known.keys()
        wanted = {known[name] for name in self.acknowledged & known.keys()}
        end = time.monotonic() + seconds
        while time.monotonic() < end and not wanted <= self.provider.wanted():
            time.sleep(0.1)
        return len(lost), len(wanted - self.provider.wanted())

    def unmarked(self):
        """Pages that came again without saying that they may be a repeat."""
        seen, silent = set(), 0
        for page in self.provider.taken:
            silent += page["key"] in seen and not page.get("may_be_repeat")
            seen.add(page["key"])
        return silent


def between(binary, folder, kills):
    """The provider has said 200 and we are killed before that is on disk."""
    marked = unmarked = 0
    for number in range(kills):
        round_ = None

        def kill_after_answer(provider, connection, count, body):
            provider.take(body)
            answer(connection, "200 OK")
            if count == 0:
                round_.server.kill()
            return True

        round_ = Round(binary, folder, f"between-{number}", kill_after_answer)
        round_.server.start()
        key = round_.server.create_key("edges")
        for thread in round_.load(key, [f"b{number}"], 1):
            thread.join(15)
        round_.server.process.wait(15)
        round_.server.start()
        end = time.monotonic() + 15
        while time.monotonic() < end and len(round_.provider.taken) < 3:
            time.sleep(0.05)
        time.sleep(0.3)
        marked += sum(bool(page.get("may_be_repeat")) for page in round_.provider.taken)
        unmarked += round_.unmarked()
        round_.server.kill()
    return f"{kills} kills between 200 and commit: {marked} repeats, all marked: {'yes' if not unmarked else 'NO'}", unmarked or marked < kills


def stopped(binary, folder, seconds):
    round_ = Round(binary, folder, "stopped")
    round_.server.start()
    key = round_.server.create_key("edges")
    threads = round_.load(key, [f"s{i}" for i in range(200)])
    time.sleep(0.15)
    round_.server.process.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    round_.server.process.send_signal(signal.SIGCONT)
    for thread in threads:
        thread.join(30)
    lost, unpaged = round_.missing()
    bad = lost + unpaged + round_.unmarked()
    round_.server.kill()
    return (f"stopped for {seconds} s under load: {len(round_.acknowledged)} acknowledged, {lost} lost, {unpaged} not paged, "
            f"{round_.unmarked()} unmarked repeats"), bad or not round_.acknowledged


def ended(binary, folder):
    round_ = Round(binary, folder, "ended")
    round_.server.start()
    key = round_.server.create_key("edges")
    threads = round_.load(key, [f"t{i}" for i in range(400)])
    time.sleep(0.4)
    began = time.monotonic()
    round_.server.process.terminate()
    code = round_.server.process.wait(20)
    took = time.monotonic() - began
    for thread in threads:
        thread.join(20)
    round_.server.start()
    lost, unpaged = round_.missing()
    repeats = len(round_.provider.taken) - len({page["key"] for page in round_.provider.taken})
    round_.server.kill()
    return (f"SIGTERM under load: ended with {code} after {took:.1f} s; {len(round_.acknowledged)} acknowledged, {lost} lost, "
            f"{unpaged} not paged, {repeats} repeats"), code or lost + unpaged or took > 10 or not round_.acknowledged


def full(binary, folder):
    """No file may grow beyond three megabytes: to SQLite the disk is full."""
    round_ = Round(binary, folder, "full", prefix=["bash", "-c", 'ulimit -f 3072; exec "$0" "$@"'])
    round_.server.start()
    key = round_.server.create_key("edges")
    for thread in round_.load(key, [f"f{i}" for i in range(450)]):
        thread.join(60)
    alive = round_.server.process.poll() is None
    readable = alive and bool(round_.server.get("/api/v1/incidents?status=open")["incidents"])
    round_.server.kill()
    round_.server.prefix = []
    round_.server.start()
    lost, unpaged = round_.missing()
    more = round_.load(key, ["after"], 1)
    more[0].join(15)
    round_.server.kill()
    bad = lost + unpaged or not readable or not round_.refused or "after" not in round_.acknowledged
    return (f"disk full: {len(round_.acknowledged)} acknowledged, refused {round_.refused}; the server "
            f"{'went on answering' if readable else 'DID NOT ANSWER'}; with room again {lost} lost, {unpaged} not paged"), bad


def flush_refused(binary, folder, dice):
    """The disk refuses a flush: nobody can know what is on it, so the process ends, and a restart knows."""
    if not shutil.which("strace"):
        return "flush refused: skipped, there is no strace", False
    when = dice.randrange(15, 60)
    prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e",
              f"inject=fdatasync:error=EIO:when={when}+"]
    probe = subprocess.run([*prefix[:-2], "true"], capture_output=True)
    if probe.returncode:
        return "flush refused: skipped, this machine does not let processes be traced", False
    round_ = Round(binary, folder, "flush", prefix=prefix)
    round_.server.start()
    key = round_.server.create_key("edges")
    for thread in round_.load(key, [f"e{i}" for i in range(200)]):
        thread.join(60)
    try:
        code = round_.server.process.wait(10)
    except subprocess.TimeoutExpired:
        code = "none: it still runs"
        round_.server.kill()
    round_.server.prefix = []
    round_.server.start()
    lost, unpaged = round_.missing()
    round_.server.kill()
    return (f"flush number {when} refused: the process ended with {code}; {len(round_.acknowledged)} acknowledged, {lost} lost, "
            f"{unpaged} not paged"), lost + unpaged or code != 70


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--stop", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="tocsin-edges-")
    dice = random.Random(arguments.seed)
    edges = {
        "between": lambda: between(arguments.binary, folder, arguments.kills),
        "stopped": lambda: stopped(arguments.binary, folder, arguments.stop),
        "ended": lambda: ended(arguments.binary, folder),
        "full": lambda: full(arguments.binary, folder),
        "flush": lambda: flush_refused(arguments.binary, folder, dice),
    }
    faults = 0
    for name, edge in edges.items():
        if arguments.only and name != arguments.only:
            continue
        words, bad = edge()
        faults += bool(bad)
        print(f"{words}{'   NOT AS PROMISED' if bad else ''}", flush=True)
    if not faults:
        shutil.rmtree(folder, ignore_errors=True)
    print("As promised." if not faults else f"{faults} NOT AS PROMISED; logs are in {folder}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
