"""What the ledger says, and how many messages a person gets, when a provider behaves badly.

One server for each behaviour, all at once: Ana's first method goes to the provider that behaves so, her second to one that
works; Bo is the fallback. Loopback only. Prints a table and ends with 1 where it is not as expected.
"""
import argparse
import email.utils
import http.client
import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

from server import Server

RUNBOOK = """# Table

## Severity Levels

| Level | Definition | Response Time |
|-------|------------|---------------|
| P0 | Everything | 5 minutes |

## Escalation

| Level | Contact | After |
|-------|---------|-------|
| 1 | On-call Engineer | 0 min |
| 2 | Second Engineer | 0 min |
"""

TEAM = """team: Table
people:
  ana: {{ name: Ana Ruiz, contact: [case, good] }}
  bo: {{ name: Bo Lindqvist, contact: [second] }}
roles:
  On-call Engineer: ana
  Second Engineer: bo
fallback: bo
channels:
  case: {case}
  good: {{ kind: webhook, url: "{good}" }}
  second: {{ kind: webhook, url: "{second}" }}
"""


class Provider:
    """A listener whose behaviour towards each request is a function of how many came before."""

    def __init__(self, behave, certificate=None):
        self.behave, self.taken, self.times, self.lock = behave, [], [], threading.Lock()
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def url(self, path="/"):
        return f"http{'s' if self.context else ''}://127.0.0.1:{self.port}{path}"

    def serve(self):
        while True:
            connection, _ = self.socket.accept()
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            stream = connection.makefile("rb")
            while line := stream.readline(65_536):
                length = 0
                while (header := stream.readline(65_536)) not in (b"\r\n", b""):
                    name, _, value = header.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                body = stream.read(length)
                if not line.startswith(b"POST"):
                    return
                with self.lock:
                    number = len(self.times)
                    self.times.append(time.monotonic())
                if not self.behave(self, connection, number, body):
                    return
        except (OSError, ValueError):
            pass
        finally:
            connection.close()

    def wanted(self):
        """Incidents that were told, also where one message told of several."""
        with self.lock:
            return {name for page in self.taken for name in [page.get("incident"), *page.get("also", [])]}

    def take(self, body):
        with self.lock:
            try:
                self.taken.append(json.loads(body).get("data", {}))
            except ValueError:
                self.taken.append({})


def answer(connection, status, body=b"", headers=""):
    connection.sendall(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body)
    return True


def accept(provider, connection, number, body):
    provider.take(body)
    return answer(connection, "200 OK", b"ok")


def hang_up(provider, connection, number, body):
    provider.take(body)
    return False


def reset(provider, connection, number, body):
    provider.take(body)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def limited(header):
    def behave(provider, connection, number, body):
        return answer(connection, "429 Too Many Requests", b"", header()) if number < 2 else accept(
            provider, connection, number, body)
    return behave


def refuse(provider, connection, number, body):
    return answer(connection, "404 Not Found")


def refuse_in_the_body(provider, connection, number, body):
    return answer(connection, "200 OK", b'{"ok":false,"error":"channel_is_archived"}', "Content-Type: application/json\r\n")


def down(provider, connection, number, body):
    return answer(connection, "503 Service Unavailable")


def drip(provider, connection, number, body):
    provider.take(body)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(20):
        time.sleep(1)
        connection.sendall(b"x")
    return False


def hang(provider, connection, number, body):
    provider.take(body)
    time.sleep(30)
    return False


# name, behaviour, ledger's last word on the first method, messages by it, messages by the second method
CASES = [
    ("accepts", accept, {"accepted"}, 1, 0),
    ("accepts, then hangs up", hang_up, {"unknown"}, 2, 1),
    ("resets after reading", reset, {"unknown"}, 2, 1),
    ("429, seconds", limited(lambda: "Retry-After: 2\r\n"), {"accepted"}, 1, 0),
    ("429, a date", limited(lambda: f"Retry-After: {email.utils.formatdate(time.time() + 3, usegmt=True)}\r\n"), {"accepted"}, 1, 0),
    ("429, nonsense", limited(lambda: "Retry-After: soon\r\n"), {"accepted"}, 1, 0),
    ("refuses: 404", refuse, {"failed"}, 0, 1),
    ("200 with an error body", refuse_in_the_body, {"failed", "pending", "unknown"}, 0, 1),
    ("down: 503", down, {"pending", "sending"}, 0, 1),
    ("drips its answer", drip, {"accepted"}, 1, 0),
    ("certificate not trusted", accept, {"pending", "sending", "failed"}, 0, 1),
    ("a known authority's cert.", accept, {"accepted"}, 1, 0),
    ("the same, expired", accept, {"pending", "sending", "failed"}, 0, 1),
]


def certificate(folder, name="cert", days=1, by=None):
    """A certificate for 127.0.0.1 that ends in `days`, signed by itself or by another's certificate and key."""
    files = os.path.join(folder, name + ".pem"), os.path.join(folder, name + ".key")
    request, extension = os.path.join(folder, name + ".csr"), os.path.join(folder, name + ".ext")
    with open(extension, "w") as file:
        file.write("subjectAltName=IP:127.0.0.1" if by or name == "cert" else "basicConstraints=critical,CA:TRUE")
    run = lambda *words: subprocess.run(["openssl", *words], check=True, capture_output=True, timeout=60)
    run("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + name, "-keyout", files[1], "-out", request)
    signed = ["-CA", by[0], "-CAkey", by[1], "-CAcreateserial"] if by else ["-signkey", files[1]]
    run("x509", "-req", "-in", request, *signed, "-days", str(days), "-extfile", extension, "-out", files[0])
    return files


class Certificates:
    """One that nobody trusts; and of an authority that the server's machine trusts, one that is good and one that ended."""
    ROOTS = "/etc/ssl/certs/ca-certificates.crt"

    def __init__(self, folder):
        self.untrusted = certificate(folder)
        authority = certificate(folder, "authority")
        self.good = certificate(folder, "good", 1, authority)
        self.expired = certificate(folder, "expired", -1, authority)
        # The server sees another file of trusted roots, in a name space of its own.
        self.trusting = ["unshare", "--map-root-user", "--mount", "bash", "-c",
                         f'mount --bind {authority[0]} {self.ROOTS} && exec "$0" "$@"']
        probe = subprocess.run([*self.trusting, "true"], capture_output=True, timeout=30)
        self.skipped = probe.returncode != 0
        if self.skipped:
            print("certificates of a trusted authority: skipped, this machine does not allow name spaces")

    def of(self, name):
        """The provider's certificate, and what is put before the server's command."""
        if "authority" in name:
            return self.good, self.trusting
        if "expired" in name:
            return self.expired, self.trusting
        return (self.untrusted if "certificate" in name else None), ()


class Case:
    def __init__(self, binary, runbook, folder, name, behave, certificate=None, kind=None, prefix=()):
        self.provider, self.good, self.second = Provider(behave, certificate), Provider(accept), Provider(accept)
        kind = kind or ("slack" if behave is refuse_in_the_body else "webhook")
        url = self.provider.url("/services/T0/B0/x" if kind == "slack" else "/")
        file = os.path.join(folder, name.replace(" ", "-").replace(":", "").replace(",", "").replace("'", "") + ".url")
        with open(file, "w") as secret:
            secret.write(url)
        case = f'{{ kind: slack, url: "file:{file}" }}' if kind == "slack" else f'{{ kind: webhook, url: "{url}" }}'
        team = TEAM.format(case=case, good=self.good.url(), second=self.second.url())
        self.server = Server(binary, runbook, folder, os.path.basename(file)[:-4], "", team=team, prefix=prefix)

    def open(self, count=1):
        self.server.start()
        key = self.server.create_key("table")
        self.began = time.monotonic()
        for number in range(count):
            post(self.server, key, f"e{number}")

    def ledger(self):
        names = self.server.get("/api/v1/incidents?status=open")["incidents"]
        return self.server.get("/api/v1/incidents/" + names[0]["name"])["pages"] if names else []


def post(server, key, name):
    connection = http.client.HTTPConnection(server.host, server.port, timeout=30)
    event = {"routing_key": key, "event_action": "trigger", "dedup_key": name,
             "payload": {"summary": f"Exercise {name}", "source": "exercise", "severity": "critical"}}
    connection.request("POST", "/v2/enqueue", json.dumps(event), {"Content-Type": "application/json"})
    status = connection.getresponse().status
    connection.close()
    if status >= 300:
        raise SystemExit(f"an event was answered with {status}")


def judge(case, expected, first, second):
    """Waits until it is as expected, at most half a minute; returns the row and whether it is."""
    end = time.monotonic() + 30
    while True:
        pages = [page for page in case.ledger() if page["channel"] == "case"]
        status = pages[-1]["status"] if pages else "none"
        evidence = pages[-1].get("evidence") or "" if pages else ""
        got = len(case.provider.taken), len(case.good.taken)
        right = status in expected and got == (first, second)
        if right or time.monotonic() > end:
            break
        time.sleep(0.3)
    marked = [bool(page.get("may_be_repeat")) for page in case.provider.taken]
    right = right and all(marked[1:]) and not any(marked[:1])
    other = f"{case.good.times[0] - case.provider.times[0]:.1f} s" if case.good.times and case.provider.times else "-"
    return (status, evidence, got[0], sum(marked), got[1], other), right


def bulkhead(binary, runbook, folder):
    """A hundred and fifty incidents whose first provider hangs: how late are the pages by the other one?"""
    case = Case(binary, runbook, folder, "hangs", hang)
    try:
        case.open(150)
        end = time.monotonic() + 20
        while len(case.second.wanted()) < 150 and time.monotonic() < end:
            time.sleep(0.05)
        late = case.second.times[-1] - case.began if case.second.times else 99
        print(f"a provider hangs on {len(case.provider.taken)} pages: those of {len(case.second.wanted())} of 150 incidents by "
              f"another provider arrived within {late:.1f} s of the first event")
        return len(case.second.wanted()) == 150 and late < 8
    finally:
        case.server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="tocsin-providers-")
    runbook = os.path.join(folder, "RUNBOOK.md")
    with open(runbook, "w") as file:
        file.write(RUNBOOK)
    certificates = Certificates(folder)
    table = [case for case in CASES if not (certificates.skipped and certificates.of(case[0])[1])]
    faults, cases = 0, []
    try:
        for name, behave, expected, first, second in table:
            shown, prefix = certificates.of(name)
            cases.append(Case(arguments.binary, runbook, folder, name, behave, shown, prefix=prefix))
            cases[-1].open()
        print(f"{'the provider':26} {'ledger':9} {'messages':>8} {'marked':>6} {'by the next':>11} {'after':>6}  evidence")
        for case, (name, _, expected, first, second) in zip(cases, table):
            (status, evidence, got, marked, other, after), right = judge(case, expected, first, second)
            faults += not right
            print(f"{name:26} {status:9} {got:8} {marked:6} {other:11} {after:>6}  {evidence[:60]}{'' if right else '   NOT AS EXPECTED'}")
        for case in cases:
            case.server.kill()
        faults += not bulkhead(arguments.binary, runbook, folder)
    finally:
        for case in cases:
            case.server.kill()
        if not faults:
            shutil.rmtree(folder, ignore_errors=True)
    print("As expected." if not faults else f"{faults} NOT AS EXPECTED; logs are in {folder}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
