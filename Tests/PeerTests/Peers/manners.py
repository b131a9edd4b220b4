"""What a connection may ask of us: pipelined and half-closed senders, a header that drips, and answers that are alike
whichever way a request took through the server. Raw sockets, since clients are better behaved than this."""
import json
import socket
import time

from tocsin import Server

server = Server()


def event(dedup):
    return json.dumps({"routing_key": server.key, "event_action": "trigger", "dedup_key": dedup,
                       "payload": {"summary": "Tram doors stay shut", "source": "depot", "severity": "critical"}})


def request(path, body, *more):
    lines = [f"POST {path} HTTP/1.1", "Host: here", "Content-Type: application/json", f"Content-Length: {len(body)}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def connect():
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def answers(connection, count):
    """(status, headers, body) of that many answers, none of which is chunked."""
    file, found = connection.makefile("rb"), []
    for _ in range(count):
        status = int(file.readline().split()[1])
        headers = {}
        while (line := file.readline().strip()):
            name, value = line.decode().split(": ", 1)
            headers[name.lower()] = value
        found.append((status, headers, file.read(int(headers.get("content-length", "0"))).decode()))
    return found


# The drip begins first: what follows takes place while it goes on.
slow, begun = connect(), time.monotonic()
slow.sendall(b"POST /v2/enqueue HTTP/1.1\r\nHost: here\r\nX: ")

# Fifty alerts at one go, with a page of the router's in their middle: the answers come in this order.
pipe = connect()
pipe.sendall(b"".join(request("/v2/enqueue", event(f"p{n}")) for n in range(25)) + b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n"
             + b"".join(request("/v2/enqueue", event(f"q{n}")) for n in range(25)))
got = answers(pipe, 51)
assert [a[0] for a in got] == [202] * 25 + [200] + [202] * 25, [a[0] for a in got]
keys = [json.loads(a[2])["dedup_key"] for a in got if a[0] == 202]
assert keys == [f"p{n}" for n in range(25)] + [f"q{n}" for n in range(25)], keys

# A sender that has closed its half still hears.
half = connect()
half.sendall(request("/v2/enqueue", event("half")))
half.shutdown(socket.SHUT_WR)
assert answers(half, 1)[0][0] == 202

# The short way and the router's answer alike, but for the moment. A header that is not plain takes the router's.
short, long = connect(), connect()
short.sendall(request("/v2/enqueue", event("alike")))
long.sendall(request("/v2/enqueue", event("alike"), "Expect: nothing"))
(status, headers, body), (other, others, words) = answers(short, 1)[0], answers(long, 1)[0]
assert (status, body) == (other, words) == (202, body), (status, other, body, words)
for ours in (headers, others):
    assert ours.pop("date").endswith(" GMT"), ours
assert headers == others, (headers, others)

# What is wrong is told on the same connection, which goes on.
short.sendall(request("/v2/enqueue", "{") + request("/v2/enqueue", event("after")))
assert [a[0] for a in answers(short, 2)] == [400, 202]

# A byte a second keeps no place for long.
while time.monotonic() - begun < 30:
    try:
        slow.sendall(b"x")
        slow.settimeout(1)
        if not slow.recv(1):
            break
    except socket.timeout:
        continue
    except OSError:
        break
took = time.monotonic() - begun
assert 9 < took < 25, f"a header that drips was let be for {took:.0f} s"
print(f"manners are kept; the drip was ended after {took:.0f} s")
