"""Routes, storms, dependencies and what outlives a restart, as a running server does them."""
import gzip
import json
import subprocess
import re

from tocsin import Server, run, wait

server = Server(team="""
routes:
  net: { when: { squad: net }, service: core, severity: P1, group: [region] }
dependencies:
  db: { while: { tier: db }, hold: { tier: web } }
maintenance:
  move: { from: 2020-01-01, until: 2090-01-01, when: { rack: "7" }, comment: new switches }
alerts: { storm: { after: 5, within: 1m } }
""")
other = server.command("key", "create", "--name", "other").strip()


def event(key, summary, action="trigger", secret=None, severity="warning", **labels):
    body = {"routing_key": secret or server.key, "event_action": action, "dedup_key": key}
    if action == "trigger":
        body["payload"] = {"summary": summary, "source": "peer", "severity": severity, "custom_details": labels}
    status, text = server.send("POST", "/v2/enqueue", body)
    assert status == 202, (status, text)


def why(key):
    return server.command("why", key)


# A storm of unlike alerts is a handful of incidents, and another key's critical one is paged on its own.
words = ["amber", "birch", "cedar", "dingo", "ember", "fjord", "grove", "heron", "ivory", "jolly", "koala", "lemon"]
for word in words:
    event(word, f"{word} is odd")
event("own", "tram gone", secret=other, severity="critical")
titles = [i["title"] for i in server.incidents()]
storm = [t for t in titles if t.startswith("Storm by peer")]
assert len(storm) == 1 and len(titles) == 5 + 1 + 1, titles
wait("the page of the other key's", lambda: [p for p in server.incident("tram gone")["pages"] if p["status"] == "accepted"])
assert "one storm" in why("lemon"), why("lemon")

# A route, a dependency and a maintenance window say so.
event("link", "link flaps", squad="net", region="eu")
routed = server.incident("link flaps")
assert routed["service"] == "core" and routed["severity"] == "P1", routed
assert "route net" in why("link")
event("base", "database gone", tier="db")
event("shop", "shop slow", tier="web")
assert "depends on fires" in why("shop") and "nobody was paged" in why("shop"), why("shop")
event("base", "", action="resolve")
wait("what depended on it", lambda: "INC-" in why("shop"))
event("rack", "rack gone", rack="7")
assert "maintenance window move" in why("rack") and "new switches" in why("rack"), why("rack")

# Compressed bodies, as some agents send them.
packed = gzip.compress(json.dumps({"routing_key": server.key, "event_action": "trigger", "dedup_key": "zip", "payload": {
    "summary": "packed", "source": "peer", "severity": "critical"}}).encode())
(server.folder / "event.gz").write_bytes(packed)
code = run("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Content-Encoding: gzip", "--data-binary",
           f"@{server.folder}/event.gz", f"{server.origin}/v2/enqueue")
assert code == "202", code
assert "packed" in why("zip")

# What became of a request outlives a restart.
status, text = server.send("POST", "/v2/alerts", {"message": "kept", "alias": "kept"}, Authorization=f"GenieKey {server.key}")
request = json.loads(text)["requestId"]
server.process.terminate()
server.process.wait(20)
server.process = subprocess.Popen(
    server.process.args[:-1] + [f"127.0.0.1:{server.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
assert re.search("listening", server.process.stderr.readline())
status, text = server.send("GET", f"/v2/alerts/requests/{request}", Authorization=f"GenieKey {server.key}")
assert status == 200 and json.loads(text)["data"]["isSuccess"], (status, text)
