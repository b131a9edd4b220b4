"""The room with a long past and with many watchers: first bytes of every page with many incidents in the database, and how
soon a note stands in many open streams. Prints two Markdown tables.

    TOCSIN_BINARY=.build/release/tocsin python3 -B Benchmarks/room.py [--incidents 10000] [--streams 1000]
"""
import argparse
import asyncio
import http.client
import http.cookies
import json
import pathlib
import re
import statistics
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/PeerTests/Peers"))
from tocsin import Server  # noqa: E402

PAGES = ["/", "/incidents", "/runbook", "/ladder", "/on-call", "/drill", "/silences", "/items", "/figures", "/keys", "/public",
         "/status", "/status/history", "ROOM", "ROOM/publish", "OLD", "OLD/review", "OLD/lesson", "/api/v1/incidents"]


class Client:
    """One kept connection, with the session's cookie and the form's token."""

    def __init__(self, server):
        self.server, self.cookie, self.connection = server, "", None

    def ask(self, method, path, form=None, headers=None):
        """(status, seconds until the first byte of the body, body)"""
        self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        body = urllib.parse.urlencode(form) if form is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        begin = time.perf_counter()
        self.connection.request(method, path, body, {"Cookie": self.cookie, "Origin": self.server.origin} | kind | (headers or {}))
        answer = self.connection.getresponse()
        first = answer.read(1)
        took = time.perf_counter() - begin
        for value in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = "; ".join(f"{k}={m.value}" for k, m in http.cookies.SimpleCookie(value).items())
        return answer.status, took, first + answer.read()

    def sign_in(self, link, name):
        path = urllib.parse.urlsplit(link).path
        token = re.search(rb'name="token"[^>]*value="([^"]*)"', self.ask("GET", path)[2])
        form = {"name": name, "password": "a long lantern over the quay"} | ({"token": token[1].decode()} if token else {})
        status, _, body = self.ask("POST", path, form)
        assert status in (302, 303) and self.cookie, (status, body[-400:])


def colleague(first, name):
    """Another account, made by a link of the first one; returns its cookie."""
    token = re.search(rb'name="token"[^>]*value="([^"]*)"', first.ask("GET", "/keys")[2])[1].decode()
    made = first.ask("POST", "/accounts/link", {"token": token})[2].decode()
    other = Client(first.server)
    other.sign_in(re.search(r"http[^\s\"<]+/setup/[^\s\"<]+", made)[0], name)
    return other.cookie


def seed(server, count):
    """Declared and resolved by the API, by eight at a time; ten stay open. Returns names of an open and of an old one."""
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"}
    numbers, names, lock = iter(range(count)), [], threading.Lock()

    def work():
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

        def post(path, value):
            connection.request("POST", path, json.dumps(value), headers)
            answer = connection.getresponse()
            body = json.loads(answer.read())
            assert answer.status < 300, body
            return body

        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            made = post("/api/v1/incidents", {"title": f"Lantern {number} is out", "severity": "P2"})
            if number < count - 10:
                post(f"/api/v1/incidents/{made['id']}/resolve", {"reason": "lit again"})
            with lock:
                names.append((number, made["id"], made["name"]))

    workers = [threading.Thread(target=work) for _ in range(8)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    names.sort()
    assert len(names) == count
    return names[-1], names[count // 2]


def pages(client, room, old, token):
    print("| page | bytes | first byte, median ms | slowest of 7 |\n| --- | ---: | ---: | ---: |")
    for page in PAGES:
        path = page.replace("ROOM", f"/incidents/{room}").replace("OLD", f"/incidents/{old}")
        headers = {"Authorization": f"Bearer {token}"} if path.startswith("/api") else {}
        tries = [client.ask("GET", path, headers=headers) for _ in range(7)]
        times = sorted(took * 1000 for _, took, _ in tries)
        status = tries[0][0]
        print(f"| {page}{'' if status == 200 else f' ({status})'} | {len(tries[0][2])} | {statistics.median(times):.1f} | {times[-1]:.1f} |",
              flush=True)


async def listen(port, cookie, incident, note, arrived, ready):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    writer.write(f"GET /live?page=incident&id={incident}&seen= HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode())
    try:
        begun = False
        while line := await reader.readline():
            if not begun and line.startswith(b"data:"):
                begun = True
                ready.append(1)
            if note in line:
                arrived.append(time.perf_counter())
                note = next_note(note)
    finally:
        writer.close()


def next_note(note):
    return b"bench note %d." % (int(re.search(rb"\d+", note)[0]) + 1)


async def streams(server, cookies, count, incident, notes=9):
    arrived, ready = [], []
    tasks = [asyncio.create_task(listen(server.port, cookies[n % len(cookies)], incident, b"bench note 0.", arrived, ready))
             for n in range(count)]
    limit = time.monotonic() + 120
    while len(ready) < count:
        if time.monotonic() > limit:
            sys.exit(f"only {len(ready)} of {count} streams opened within 120 s")
        await asyncio.sleep(0.05)
    await asyncio.sleep(3)  # presence of all of them has been drawn
    took, missed = [], 0
    for number in range(notes):
        arrived.clear()
        begin = time.perf_counter()
        await asyncio.to_thread(server.send, "POST", f"/api/v1/incidents/{incident}/note", {"text": f"bench note {number}."},
                                Authorization=f"Bearer {server.token}")
        answered = time.perf_counter() - begin
        limit = time.monotonic() + 20
        while len(arrived) < count and time.monotonic() < limit:
            await asyncio.sleep(0.02)
        missed += count - len(arrived)
        took += [(at - begin) * 1000 for at in arrived]
        print(f"note {number}: answered after {answered * 1000:.0f} ms, in {len(arrived)} streams after {max(arrived, default=begin) - begin:.3f} s",
              file=sys.stderr)
        await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    took.sort()
    at = lambda share: took[min(len(took) - 1, int(len(took) * share))]
    print("\n| streams | people | notes | p50 ms | p99 ms | slowest ms | never arrived |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(f"| {count} | {len(cookies)} | {notes} | {at(.5):.0f} | {at(.99):.0f} | {took[-1]:.0f} | {missed} |")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--incidents", type=int, default=10_000)
    ask.add_argument("--streams", type=int, default=1_000)
    given = ask.parse_args()
    server = Server()
    setup = re.search(r"http\S+/setup/\S+", server.process.stderr.readline())[0]
    first = Client(server)
    first.sign_in(setup, "ana")
    begin = time.monotonic()
    (_, number, room), (_, _, old) = seed(server, given.incidents)
    print(f"{given.incidents} incidents declared and resolved in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    pages(first, room, old, server.token)
    cookies = [first.cookie] + [colleague(first, name) for name in ("bo", "chidi", "dana", "edda")]
    asyncio.run(streams(server, cookies, given.streams, number))


main()
