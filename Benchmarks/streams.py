"""How soon a note stands in many open streams of one room, beside the least that it could take here: the same client and
the same number of bytes, from a program that only writes them. Prints a Markdown table.

    TOCSIN_BINARY=.build/release/tocsin python3 -B Benchmarks/streams.py [--streams 1000]
"""
import argparse
import asyncio
import http.client
import http.cookies
import json
import multiprocessing
import pathlib
import re
import socket
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/PeerTests/Peers"))
from tocsin import Server  # noqa: E402


class Client:
    """One kept connection, with the session's cookie and the form's token."""

    def __init__(self, server):
        self.server, self.cookie, self.connection = server, "", None

    def ask(self, method, path, form=None, headers=None):
        """(status, body)"""
        self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        body = urllib.parse.urlencode(form) if form is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        self.connection.request(method, path, body, {"Cookie": self.cookie, "Origin": self.server.origin} | kind | (headers or {}))
        answer = self.connection.getresponse()
        for value in answer.headers.get_all("Set-Cookie") or []:
            self.cookie = "; ".join(f"{k}={m.value}" for k, m in http.cookies.SimpleCookie(value).items())
        return answer.status, answer.read()

    def sign_in(self, link, name):
        path = urllib.parse.urlsplit(link).path
        token = re.search(rb'name="token"[^>]*value="([^"]*)"', self.ask("GET", path)[1])
        form = {"name": name, "password": "a long lantern over the quay"} | ({"token": token[1].decode()} if token else {})
        status, body = self.ask("POST", path, form)
        assert status in (302, 303) and self.cookie, (status, body[-400:])


def colleague(first, name):
    """Another account, made by a link of the first one; returns its cookie."""
    token = re.search(rb'name="token"[^>]*value="([^"]*)"', first.ask("GET", "/keys")[1])[1].decode()
    made = first.ask("POST", "/accounts/link", {"token": token})[1].decode()
    other = Client(first.server)
    other.sign_in(re.search(r"http[^\s\"<]+/setup/[^\s\"<]+", made)[0], name)
    return other.cookie


def plain(listener, count, orders):
    """Takes so many connections, then writes to each of them whatever it is told to."""
    sockets = []
    for _ in range(count):
        sockets.append(listener.accept()[0])
        sockets[-1].sendall(b"data: begun\n")
    while words := orders.recv():
        for one in sockets:
            one.sendall(words)
        orders.send(True)


async def listen(port, cookie, incident, note, arrived, ready, sizes):
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
                sizes.append(len(line))
                note = next_note(note)
    finally:
        writer.close()


def next_note(note):
    return b"bench note %d." % (int(re.search(rb"\d+", note)[0]) + 1)


async def streams(port, cookies, count, incident, tell, notes=9):
    """Milliseconds until each note stood in each stream, how many never did, and the middle size of a line."""
    arrived, ready, sizes = [], [], []
    tasks = [asyncio.create_task(listen(port, cookies[n % len(cookies)], incident, b"bench note 0.", arrived, ready, sizes))
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
        await asyncio.to_thread(tell, f"bench note {number}.")
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
    return sorted(took), missed, sorted(sizes)[len(sizes) // 2]


async def least(count, size):
    """The same from a program that only writes."""
    with socket.create_server(("127.0.0.1", 0), backlog=1_024) as listener:
        ours, theirs = multiprocessing.Pipe()
        writer = multiprocessing.get_context("fork").Process(target=plain, args=(listener, count, theirs), daemon=True)
        writer.start()

        def tell(note):
            ours.send(b"data: " + note.encode() + b" " * max(0, size - len(note) - 7) + b"\n")
            assert ours.recv()

        found = await streams(listener.getsockname()[1], [""], count, 0, tell)
        ours.send(b"")
        writer.join(5)
        return found


def row(name, count, people, took, missed):
    at = lambda share: took[min(len(took) - 1, int(len(took) * share))]
    print(f"| {name} | {count} | {people} | {at(.5):.0f} | {at(.99):.0f} | {took[-1]:.0f} | {missed} |")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--streams", type=int, default=1_000)
    given = ask.parse_args()
    server = Server()
    setup = re.search(r"http\S+/setup/\S+", server.process.stderr.readline())[0]
    first = Client(server)
    first.sign_in(setup, "ana")
    status, text = server.send("POST", "/api/v1/incidents", {"title": "The lantern is out", "severity": "P2"},
                               Authorization=f"Bearer {server.token}")
    assert status == 201, text
    number = json.loads(text)["id"]
    cookies = [first.cookie] + [colleague(first, name) for name in ("bo", "chidi", "dana", "edda")]
    tell = lambda note: server.send("POST", f"/api/v1/incidents/{number}/note", {"text": note},
                                    Authorization=f"Bearer {server.token}")
    took, missed, size = asyncio.run(streams(server.port, cookies, given.streams, number, tell))
    bare, never, _ = asyncio.run(least(given.streams, size))
    print("| from | streams | people | p50 ms | p99 ms | slowest ms | never arrived |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    row("Tocsin", given.streams, len(cookies), took, missed)
    row(f"{size} bytes, only written", given.streams, 1, bare, never)


main()
