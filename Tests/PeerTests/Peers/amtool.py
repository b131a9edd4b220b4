"""Debian's amtool through its whole repertoire of alerts and silences."""
import json

from tocsin import Server, run, wait

server = Server()
address = f"{server.origin}/am/{server.key}"


def amtool(*words, fails=False):
    return run("amtool", f"--alertmanager.url={address}", *words, fails=fails)


def alerts(*words):
    return json.loads(amtool("-o", "json", "alert", "query", *words))


def silences(*words):
    return json.loads(amtool("-o", "json", "silence", "query", *words))


# Alerts.
amtool("alert", "add", "alertname=PeerDown", "instance=db-1", "severity=critical", "--annotation=summary=db-1 is down",
       "--generator-url=http://prometheus.example/graph")
[alert] = alerts()
assert alert["labels"] == {"alertname": "PeerDown", "instance": "db-1", "severity": "critical"}, alert
assert alert["annotations"] == {"summary": "db-1 is down"}, alert
assert alert["generatorURL"] == "http://prometheus.example/graph" and alert["status"]["state"] == "active", alert
assert len(alerts("instance=~db-.*")) == 1 and alerts("instance=web-1") == [] and alerts("severity!=critical") == []
assert "PeerDown" in amtool("alert", "query") and "db-1 is down" in amtool("-o", "extended", "alert", "query")
[incident] = server.incidents()
wait("the first page", lambda: any(page["status"] == "accepted" for page in server.incident()["pages"]))
assert incident["status"] == "triggered" and incident["title"] == "db-1 is down", incident

# A silence holds back what is new and stops the ladder of what is open; it resolves nothing.
made = amtool("silence", "add", "--author=ana", "--comment=moving the rack", "--duration=1h", "instance=~db-.*").strip()
[silence] = silences()
assert silence["id"] == made and silence["status"]["state"] == "active" and silence["comment"] == "moving the rack"
assert silence["matchers"] == [{"isEqual": True, "isRegex": True, "name": "instance", "value": "db-.*"}], silence
wait("the alert to be suppressed", lambda: alerts("--silenced"))
assert alerts("--active") == [] and alerts("--silenced")[0]["status"]["silencedBy"] == [made]
amtool("alert", "add", "alertname=PeerSlow", "instance=db-2")
assert len(server.incidents()) == 1 and server.incident()["status"] == "triggered"
wait("the silence on the timeline", lambda: any(e["kind"] == "silenced" for e in server.incident()["timeline"]))
assert silences("instance=~db-.*")[0]["id"] == made and silences("alertname=x") == []

# Changing its end keeps the silence; another comment with it does too.
assert made in amtool("silence", "update", "--duration=3h", "--comment=still moving", made)
assert silences()[0]["comment"] == "still moving" and len(silences()) == 1

# What still fires when it ends pages at once.
amtool("silence", "expire", made)
assert silences() == [] and silences("--expired")[0]["id"] == made
wait("the held alert's own incident", lambda: len(server.incidents()) == 2)
wait("a page of the incident that was silenced", lambda: [
    p for p in server.incident("db-1 is down")["pages"] if p["round"] == 2])
amtool("silence", "expire", "7a34b9a7-5c5a-4a5b-8d58-6a1f6b1a4b1e", fails=True)

# Import brings back what query exported.
amtool("silence", "add", "--author=bo", "--comment=one", "--duration=1h", "team=a")
amtool("silence", "add", "--author=bo", "--comment=two", "--duration=1h", "team!=a", 'service="shop x"')
exported = server.folder / "silences.json"
exported.write_text(json.dumps([{k: v for k, v in s.items() if k != "id"} for s in silences()]))
for silence in silences():
    amtool("silence", "expire", silence["id"])
amtool("silence", "import", "--force", exported)
assert sorted(s["comment"] for s in silences()) == ["one", "two"], silences()
assert "at least one matcher" in amtool("silence", "add", "-a", "x", "-c", "x", "a=~.*", fails=True)

# An end that has come resolves.
amtool("alert", "add", "alertname=PeerDown", "instance=db-1", "severity=critical", "--end=2026-01-01T00:00:00Z",
       "--start=2025-12-31T00:00:00Z")
wait("the incident to be quiet", lambda: server.incident("db-1 is down")["status"] == "monitoring")

# What Tocsin says of itself.
assert "receiver: tocsin" in amtool("config", "show")
assert "tocsin" in amtool("config", "routes", "show")
assert "disabled" in amtool("cluster", "show")
assert server.send("GET", "/-/healthy") == (200, "OK") and server.send("GET", f"/am/{server.key}/-/ready") == (200, "OK")
assert server.send("GET", "/am/nokey/api/v2/alerts")[0] == 401

# A token of the API reaches every key's alerts; the other way round a key reaches no further than its own.
bearer = {"Authorization": f"Bearer {server.token}"}
assert len(json.loads(server.send("GET", "/api/v2/alerts", **bearer)[1])) == 1
assert server.send("POST", "/api/v2/alerts", [{"labels": {"a": "b"}}], **bearer)[0] == 401
groups = json.loads(server.send("GET", "/api/v2/alerts/groups", **bearer)[1])
assert [g["receiver"]["name"] for g in groups] == ["tocsin"] and groups[0]["labels"]["incident"].startswith("INC-"), groups
