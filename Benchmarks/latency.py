"""From the POST of an event to the arrival of its page: a steady rate of distinct events, sender and sink on one clock.

Prints one JSON object: rate reached, p50 and p99 in milliseconds, and how many pages never arrived.
"""
import argparse
import asyncio
import json
import re
import time


class Measure:
    def __init__(self):
        self.sent, self.arrived = {}, {}

    async def sink(self, reader, writer):
        """A webhook receiver that answers 200 to everything and looks for our identities in the body."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                if length:
                    body = await reader.readexactly(min(int(length.group(1)), 1 << 20))
                else:
                    body = await chunks(reader)
                now = time.perf_counter()
                for found in set(re.findall(rb"lat-\d+-\d+z", body)):
                    self.arrived.setdefault(found.decode(), now)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def send(self, connection, path, body, name):
        reader, writer = connection
        self.sent[name] = time.perf_counter()
        writer.write(b"POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                     % (path.encode(), len(body)) + body)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        if length:
            await reader.readexactly(int(length.group(1)))
        if not head.startswith(b"HTTP/1.1 2"):
            raise SystemExit(f"the server answered {head.splitlines()[0].decode()}")


async def chunks(reader):
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


def event(protocol, key, name):
    if protocol == "alertmanager":
        return "/api/v2/alerts", [{"labels": {"alertname": "Latency", "check": name},
                                   "annotations": {"summary": f"Latency probe {name}"}}]
    return "/v2/enqueue", {"routing_key": key, "event_action": "trigger", "dedup_key": name, "payload": {
        "summary": f"Latency probe {name}", "source": name, "severity": "critical"}}


async def run(a):
    measure = Measure()
    sink = await asyncio.start_server(measure.sink, "127.0.0.1", a.sink_port)
    idle = asyncio.Queue()
    for _ in range(a.connections):
        idle.put_nowait(await asyncio.open_connection("127.0.0.1", a.port))
    label = int(time.time())

    async def one(name):
        connection = await idle.get()
        path, value = event(a.protocol, a.key, name)
        await measure.send(connection, path, json.dumps(value).encode(), name)
        idle.put_nowait(connection)

    begin, tasks = time.perf_counter(), []
    for number in range(a.count):
        await asyncio.sleep(max(0, begin + number / a.rate - time.perf_counter()))
        tasks.append(asyncio.create_task(one(f"lat-{label}-{number}z")))
    await asyncio.gather(*tasks)
    reached = a.count / (time.perf_counter() - begin)
    until = time.perf_counter() + 20
    while len(measure.arrived) < a.count and time.perf_counter() < until:
        await asyncio.sleep(0.02)
    sink.close()
    took = sorted((measure.arrived[name] - measure.sent[name]) * 1000 for name in measure.arrived if name in measure.sent)
    at = lambda share: round(took[min(len(took) - 1, int(len(took) * share))], 2) if took else None
    print(json.dumps({"rate": round(reached), "p50": at(0.5), "p99": at(0.99), "missing": a.count - len(took)}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--sink-port", type=int, required=True)
    parser.add_argument("--protocol", choices=["pagerduty", "alertmanager"], required=True)
    parser.add_argument("--key", default="")
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--connections", type=int, default=16)
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
