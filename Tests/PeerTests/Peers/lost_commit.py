"""The answer to a COMMIT that never comes. A program between the node and its PostgreSQL takes it away: once after the
server has committed, and once before, where the server then fails as in a power cut and gives the number of the lost
transaction out again to another. What the node acknowledged is stored either way, and once."""
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from nodes import ROOT, Node, Sink, Store, TEAM, nothing_lost, once

TRIES = 8  # another commit of the node may save the transaction's number from being given out again


class Between:
    """Passes bytes between clients and the server's socket, until it is told to hold the COMMIT of what bears a name."""

    def __init__(self, folder, server):
        self.server, self.name, self.passes = f"{server}/.s.PGSQL.5432", None, True
        self.held, self.release = threading.Event(), threading.Event()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(f"{folder}/.s.PGSQL.5432")
        self.listener.listen(64)
        threading.Thread(target=self.accept, daemon=True).start()

    def hold(self, name, passes):
        """The answer to the next COMMIT of `name` will not come; whether the server hears of it is `passes`."""
        self.held.clear()
        self.release.clear()
        self.passes, self.name = passes, name.encode()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(self.server)
            except OSError:
                client.close()
                continue
            silent = threading.Event()
            threading.Thread(target=self.up, args=(client, server, silent), daemon=True).start()
            threading.Thread(target=self.down, args=(client, server, silent), daemon=True).start()

    def up(self, client, server, silent):
        bears = False
        while data := receive(client):
            name = self.name
            bears = name is not None and (bears or name in data)
            if bears and b"\0COMMIT\0" in data:
                self.name = None
                silent.set()
                if self.passes:
                    server.sendall(data)
                    time.sleep(0.5)
                self.held.set()
                self.release.wait(60)
                break
            if not send(server, data):
                break
        shut(client, server)

    def down(self, client, server, silent):
        while data := receive(server):
            if not silent.is_set() and not send(client, data):
                break
        if not silent.is_set():
            shut(client, server)


def receive(end):
    try:
        return end.recv(65_536)
    except OSError:
        return b""


def send(end, data):
    try:
        end.sendall(data)
        return True
    except OSError:
        return False


def shut(*ends):
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def told(node, key, name):
    """Sends an alert without waiting; the list gets the answer's status."""
    answers = []
    teller = threading.Thread(target=lambda: answers.append(node.post(key, name)), daemon=True)
    teller.start()
    return answers, teller


def answered(answers, teller, between):
    assert between.held.wait(30), "no COMMIT came by"
    between.release.set()
    teller.join(60)
    assert answers, "the node never answered"
    return 200 <= answers[0] < 300


def committed(node, key, between, store, sink):
    between.hold("kept-", passes=True)
    assert answered(*told(node, key, "kept-z"), between), "it was committed, and the node could have known"
    once(store, {"kept-z"}, "kept-", sink)
    print("committed, and the answer lost: acknowledged, stored once")


def given_out_again(node, key, between, store, place, number):
    """True where the server calls the lost transaction committed. What the node says to that must be true all the same."""
    name = f"lost{number}-z"
    between.hold(name, passes=False)
    asked = told(node, key, name)
    assert between.held.wait(30), "no COMMIT came by"
    (lost,), = store.rows("SELECT max(backend_xid::text::bigint) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                          " AND state = 'idle in transaction'")
    subprocess.run([ROOT / "script/postgres", "restart", place], check=True, stdout=subprocess.DEVNULL, timeout=60)
    while int(store.rows("SELECT pg_current_xact_id()")[0][0]) < int(lost):
        pass
    (status,), = store.rows(f"SELECT pg_xact_status('{lost}')")
    if answered(*asked, between):
        assert store.incidents(name), f"a false 2xx: {name} is not stored; its number {lost} is {status}"
    limit = time.monotonic() + 40
    while not 200 <= node.post(key, name) < 300:
        assert time.monotonic() < limit, f"the node did not come back: {node.lines}"
        time.sleep(0.2)
    return status == "committed"


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside: its time was over"))
    place, address = subprocess.run([ROOT / "script/postgres", "start"], check=True, capture_output=True,
                                    text=True).stdout.splitlines()
    sink, node = Sink(), None
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "team.yaml").write_text(TEAM.format(sink=sink.url))
        store = Store(address)
        # What is not committed stays in memory until it is lost.
        store.rows("ALTER SYSTEM SET wal_writer_delay = '10s'")
        store.rows("SELECT pg_reload_conf()")
        try:
            between = Between(folder, place)
            node = Node(folder, "node", address.replace(place, made))
            node.must_serve(30)
            key = node.key()
            committed(node, key, between, store, sink)
            tries = next((number for number in range(1, TRIES + 1)
                          if given_out_again(node, key, between, store, place, number)), None)
            assert tries, f"in {TRIES} tries no number was given out again: the hard place was not reached"
            nothing_lost(store, {"kept-z"} | {f"lost{number}-z" for number in range(1, tries + 1)}, sink)
            print(f"lost before it was committed, its number given out again (try {tries}): nothing false was said")
        finally:
            if node:
                node.process.kill()
            subprocess.run([ROOT / "script/postgres", "stop", place])


if __name__ == "__main__":
    main()
