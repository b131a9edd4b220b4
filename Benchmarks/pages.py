"""Time to the first byte of every page with many incidents in the database.

    python3 -B Benchmarks/pages.py --binary .build/release/tocsin --runbook examples/lanterna/RUNBOOK.md --incidents 10000

The incidents are opened and resolved over the API, eight clients at once; each page is then asked for twenty times.
"""

import argparse, concurrent.futures, http.client, json, os, re, shutil, statistics, subprocess, sys, tempfile, threading, time
import urllib.parse

LIMIT = 100  # ms
local = threading.local()


def ask(port, method, path, body=None, **headers):
    """(status, text, ms to the first byte), over a connection that each thread keeps."""
    if not hasattr(local, "connection"):
        local.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    local.connection.request(method, path, body, headers)
    answer = local.connection.getresponse()
    first = (time.perf_counter() - began) * 1000
    return answer, answer.read().decode(), first


def start(given, folder):
    runbook = os.path.abspath(given.runbook)
    team = os.path.join(os.path.dirname(runbook), "tocsin.yaml")
    server = subprocess.Popen(
        [given.binary, "serve", runbook, "--team", team, "--data", folder, "--listen", "127.0.0.1:0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    port = int(re.search(r"listening on http://127.0.0.1:(\d+)", server.stderr.readline())[1])
    setup = re.search(r"/setup/\S+", server.stderr.readline())[0]
    threading.Thread(target=server.stderr.read, daemon=True).start()
    return server, port, setup


def sign_in(port, setup):
    fields = {"name": "ana", "person": "ana", "password": "a long lantern over the quay"}
    answer, text, _ = ask(port, "GET", setup)
    fields |= dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
    answer, _, _ = ask(
        port, "POST", setup, urllib.parse.urlencode(fields), Origin=f"http://127.0.0.1:{port}",
        **{"Content-Type": "application/x-www-form-urlencoded"})
    return "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_all("Set-Cookie") or [])


def fill(port, token, count):
    def one(number):
        said = {"title": f"Shop down, case {number}", "severity": ["P0", "P1", "P2"][number % 3], "actor": "ana"}
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        answer, text, _ = ask(port, "POST", "/api/v1/incidents", json.dumps(said), **headers)
        if answer.status != 201:
            sys.exit(f"{answer.status}: {text[:300]}")
        incident = json.loads(text)["id"]
        # The last ones stay open, as on a bad night.
        if number < count - 10:
            done = json.dumps({"reason": "bench", "actor": "ana"})
            ask(port, "POST", f"/api/v1/incidents/{incident}/resolve", done, **headers)
        return incident

    with concurrent.futures.ThreadPoolExecutor(8) as clients:
        return list(clients.map(one, range(count)))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--runbook", required=True)
    arguments.add_argument("--incidents", type=int, default=10_000)
    given = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="tocsin-pages-")
    server, port, setup = start(given, folder)
    try:
        token = json.load(open(os.path.join(folder, "server.json")))["token"]
        cookie = sign_in(port, setup)
        began = time.monotonic()
        known = fill(port, token, given.incidents)
        del local.connection  # the server lets go of a connection that says nothing for a minute
        print(f"{given.incidents} incidents in {time.monotonic() - began:.0f} s")
        over, burns = f"/incidents/{known[0]}", f"/incidents/{known[-1]}"
        pages = ["/", burns, over, over + "/review", over + "/lesson", burns + "/publish", "/incidents", "/runbook",
                 "/ladder", "/drill", "/on-call", "/reviews", "/items", "/figures", "/silences", "/public", "/keys",
                 "/status", "/status/history", "/api/v1/incidents"]
        slow = 0
        for page in pages:
            times = []
            for _ in range(20):
                headers = {"Authorization": f"Bearer {token}"} if page.startswith("/api") else {"Cookie": cookie}
                answer, text, first = ask(port, "GET", page, **headers)
                if answer.status != 200:
                    sys.exit(f"{page}: {answer.status} {text[:200]}")
                times.append(first)
            times.sort()
            mark = " over the limit" if times[18] > LIMIT else ""
            slow += bool(mark)
            print(f"{page:32} median {statistics.median(times):7.1f} ms  19 of 20 within {times[18]:7.1f} ms{mark}")
        sys.exit(f"{slow} pages over {LIMIT} ms" if slow else None)
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
