"""What becomes of alerts and pages at the edges: killed between a provider's 200 and our commit, stopped and continued,
asked to end under load, a full disk, a disk that refuses to flush or is slow to, a clock that is set.

Loopback only; signals only the processes that it started. Ends with 1 where something that was promised is missing.
"""
import argparse
import datetime
import glob
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

    def __init__(self, binary, folder, name, behave=accept, prefix=(), environment=None):
        self.folder = folder
        runbook = os.path.join(folder, "RUNBOOK.md")
        with open(runbook, "w") as file:
            file.write(RUNBOOK)
        self.provider = Provider(behave)
        url = self.provider.url()
        team = TEAM.format(case=f'{{ kind: webhook, url: "{url}" }}', good=url, second=url)
        self.server = Server(binary, runbook, folder, name, "", team=team, prefix=prefix, environment=environment)
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


def tampered_flushes(how):
    """The command that lets a program's flushes be tampered with; or nothing, and why."""
    if not shutil.which("strace"):
        return [], "there is no strace"
    # With -D the server itself is our child, and no tracer stands between it and our signals.
    prefix = ["strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync"]
    if subprocess.run([*prefix, "true"], capture_output=True).returncode:
        return [], "this machine does not let processes be traced"
    return [*prefix, "-e", f"inject=fdatasync:{how}"], ""


def flush_slow(binary, folder, milliseconds):
    """Each flush takes so long: alerts wait for the disk together, and nobody is told that they are safe before."""
    prefix, why = tampered_flushes(f"delay_enter={milliseconds * 1000}")
    if not prefix:
        return f"slow flushes: skipped, {why}", False
    round_ = Round(binary, folder, "slow", prefix=prefix)
    round_.server.start()
    key = round_.server.create_key("edges")
    began = time.monotonic()
    for thread in round_.load(key, [f"w{i}" for i in range(60)], connections=20):
        thread.join(60)
    took = time.monotonic() - began
    lost, unpaged = round_.missing()
    silent = round_.unmarked()
    round_.server.kill()
    bad = lost + unpaged + silent or len(round_.acknowledged) < 60 or took < milliseconds / 1000
    return (f"each flush takes {milliseconds} ms: {len(round_.acknowledged)} alerts answered over 20 connections in {took:.1f} s, "
            f"refused {round_.refused or 'none'}, {lost} lost, {unpaged} not paged"), bad


def clock_moved(binary, folder):
    """The wall clock is set an hour ahead, then two hours back, with incidents open and while alerts come in."""
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not found:
        return "clock moved: skipped, there is no libfaketime", False
    file = os.path.join(folder, "offset")

    def move(offset):
        with open(file + ".new", "w") as new:
            new.write(offset + "\n")
        os.replace(file + ".new", file)

    move("+0")
    environment = {"LD_PRELOAD": found[0], "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1",
                   "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    # libfaketime moves the environment of the first program that it is loaded into, and Swift looks for its arguments there.
    prefix = ["bash", "-c", 'exec "$0" "$@"']
    round_ = Round(binary, folder, "clock", prefix=prefix, environment=environment)
    round_.server.start()
    key = round_.server.create_key("edges")
    slowest = 0
    for number, offset in enumerate(["+0", "+3600", "-3600", "+0"]):
        move(offset)
        time.sleep(0.5)
        names = [f"c{number}-{i}" for i in range(10)]
        began = time.monotonic()
        for thread in round_.load(key, names):
            thread.join(30)
        round_.missing(15)
        slowest = max(slowest, time.monotonic() - began)
    alive = round_.server.process.poll() is None
    opened = sorted(incident["opened"] for incident in round_.server.get("/api/v1/incidents?status=open")["incidents"])
    apart = datetime.datetime.fromisoformat(opened[-1]) - datetime.datetime.fromisoformat(opened[0])
    lost, unpaged = round_.missing(1) if alive else (len(round_.acknowledged), 0)
    silent = round_.unmarked()
    # A restart with the clock an hour before everything that is stored.
    round_.server.kill()
    move("-3600")
    round_.server.start()
    for thread in round_.load(key, ["c-after"], 1):
        thread.join(30)
    after, unpaged_after = round_.missing(15)
    round_.server.kill()
    bad = not alive or lost + unpaged + silent + after + unpaged_after or len(round_.acknowledged) < 41 or apart.seconds < 3600
    return (f"clock set an hour ahead, two back and right again, and an hour back at a restart: incidents "
            f"opened up to {apart} apart, {len(round_.acknowledged)} of 41 "
            f"acknowledged, {lost + after} lost, {unpaged + unpaged_after} not paged, {silent} unmarked repeats, the slowest ten "
            f"paged after {slowest:.1f} s"), bad


def flush_refused(binary, folder, dice):
    """The disk refuses a flush: nobody can know what is on it, so the process ends, and a restart knows."""
    when = dice.randrange(15, 60)
    prefix, why = tampered_flushes(f"error=EIO:when={when}+")
    if not prefix:
        return f"flush refused: skipped, {why}", False
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
        "slow": lambda: flush_slow(arguments.binary, folder, 300),
        "clock": lambda: clock_moved(arguments.binary, folder),
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
