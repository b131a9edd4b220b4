"""A Tocsin of its own for one test: fresh data, the example team's runbook, a random port, one ingest key."""
import atexit
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
# Ended from outside, a test still ends what it started: `atexit` and `finally` run on an exit, not on a signal.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside: its time was over"))


class Server:
    def __init__(self, team=None, environment=None, runbook=None, contact=None):
        binary = self.binary = os.environ.get("TOCSIN_BINARY", str(ROOT / ".build/debug/tocsin"))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tocsin-peer-"))
        atexit.register(self.end)
        example = ROOT / "examples/lanterna"
        file = self.folder / "tocsin.yaml"
        people = (example / "tocsin.yaml").read_text()
        if contact:  # how everybody is reached instead of by the terminal
            people = people.replace("contact: [console]", f"contact: [{{ {contact} }}]")
        file.write_text(people + (team or ""))
        self.data = str(self.folder / "data")
        self.process = subprocess.Popen(
            [binary, "serve", str(runbook or example / "RUNBOOK.md"), "--team", str(file), "--data", self.data,
             "--listen", "127.0.0.1:0"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env=os.environ | (environment or {}))
        line = self.process.stderr.readline()
        found = re.search(r"listening on (http://\S+)", line)
        assert found, f"the server did not start: {line}{self.process.stderr.read() if not line else ''}"
        self.origin = found[1]
        self.port = int(self.origin.rsplit(":", 1)[1])
        self.key = subprocess.run(
            [binary, "key", "create", "--name", "peer", "--data", self.data], check=True, capture_output=True,
            text=True).stdout.strip()
        self.token = json.loads((pathlib.Path(self.data) / "server.json").read_text())["token"]

    def end(self):
        process = getattr(self, "process", None)
        if process and process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, path, body=None, **headers):
        """(status, text); a body that is no text is sent as JSON."""
        data = body.encode() if isinstance(body, str) else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.origin + path, data=data, method=method,
            headers={"Content-Type": "application/json"} | {k.replace("_", "-"): v for k, v in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def command(self, *words):
        """What `tocsin` prints for these words, asked of this server."""
        return subprocess.run([self.binary, *words, "--data", self.data], check=True, capture_output=True, text=True).stdout

    def alerts(self):
        """As Alertmanager's API lists them for this key."""
        return json.loads(self.send("GET", "/api/v2/alerts", Authorization=f"Bearer {self.key}")[1])

    def api(self, path):
        status, text = self.send("GET", path, Authorization=f"Bearer {self.token}")
        assert status == 200, (path, status, text)
        return json.loads(text)

    def incidents(self):
        return self.api("/api/v1/incidents")["incidents"]

    def incident(self, title=""):
        """The first whose title begins so, whole; None where there is none."""
        for head in self.incidents():
            if head["title"].startswith(title):
                return self.api(f"/api/v1/incidents/{head['id']}")
        return None


def wait(what, condition, seconds=60):
    """Looks again every 50 ms: the other side is a real program with clocks of its own."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            sys.exit(f"waited {seconds} s in vain: {what}")
        time.sleep(0.05)


def run(*command, fails=False):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=90)
    if (done.returncode != 0) != fails:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + (done.stderr if fails else "")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
