"""The server under test: started as a team would start it, killed as a power supply would."""
import http.client
import json
import os
import re
import subprocess
import threading
import urllib.parse

LISTED = 500  # how many incidents the list holds at most

TEAM = """team: Kill drill
people:
  ana: {{ name: Ana Ruiz, contact: [sink] }}
roles:
  Primary On-Call Engineer: ana
  Secondary On-Call Engineer: ana
  Senior Engineer: ana
  Engineering Manager: ana
  Managing Director: ana
  Security Lead: ana
fallback: ana
channels:
  sink: {{ kind: webhook, url: "{sink}" }}
"""


class Server:
    ready = r"listening on http://([^:/]+):(\d+)"  # what it says when it can be asked

    def __init__(self, binary, runbook, folder, name, sink, team=None, prefix=(), environment=None):
        """`team` stands for the usual team file; `prefix` is put before the command, such as a tracer's; `environment`
        is added to ours, for the server alone or with TOCSIN_DATABASE also for its commands."""
        self.environment = environment or {}
        self.binary, self.runbook = os.path.abspath(binary), os.path.abspath(runbook)
        self.data = os.path.join(folder, name)
        self.team = os.path.join(folder, name + ".yaml")
        self.log = os.path.join(folder, name + ".log")
        with open(self.team, "w") as file:
            file.write(team or TEAM.format(sink=sink))
        self.prefix = list(prefix)
        self.process = None
        self.keys = {}  # incident's name -> its dedup keys

    def start(self):
        """Returns once it says that it can take alerts."""
        command = [*self.prefix, self.binary, "serve", self.runbook, "--team", self.team, "--data", self.data,
                   "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **self.environment})
        listening = threading.Event()
        threading.Thread(target=self.read, args=(self.process.stderr, listening), daemon=True).start()
        if not listening.wait(60) or self.process.poll() is not None:
            self.kill()
            with open(self.log) as log:
                raise SystemExit("the server did not come up within 60 s: " + log.read()[-500:])

    def read(self, stream, listening):
        with open(self.log, "a") as log:
            for line in stream:
                log.write(line)
                log.flush()
                if found := re.search(self.ready, line):
                    self.host, self.port = found.group(1), int(found.group(2))
                    listening.set()
        self.process.wait()
        listening.set()

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()

    def create_key(self, name):
        command = [self.binary, "key", "create", "--name", name, "--data", self.data]
        shared = {name: value for name, value in self.environment.items() if name == "TOCSIN_DATABASE"}
        made = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **shared})
        if made.returncode != 0:
            raise SystemExit(f"no key could be made: {made.stderr.strip()}")
        return made.stdout.split()[-1]

    def get(self, path):
        with open(os.path.join(self.data, "server.json")) as file:
            token = json.load(file)["token"]
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise SystemExit(f"GET {path} answered {answer.status}: {body[:300]!r}")
        return json.loads(body)

    def known_events(self):
        """Every open alert's dedup key with the name of its incident, asked anew; only what an incident consists of is remembered."""
        names = [incident["name"] for incident in self.get("/api/v1/incidents?status=open")["incidents"]]
        if len(names) >= LISTED:
            raise SystemExit(f"{len(names)} incidents are open and the list ends there: fewer rounds on one folder")
        for name in set(names) - self.keys.keys():
            incident = self.get("/api/v1/incidents/" + urllib.parse.quote(name))
            self.keys[name] = [alert["dedupKey"] for alert in incident["alerts"]]
        return {key: name for name in names for key in self.keys[name]}
