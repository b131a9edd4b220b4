"""Recorded payloads of each vendor, written from its documentation, to the address that its tool would be given."""
import hashlib
import hmac
import json
import pathlib

from tocsin import ROOT, Server, wait

server = Server(team="""
webhooks:
  peer: { secret: env:PEER_SECRET, each: items, key: ref, summary: what, status: now, resolved: gone, labels: { service: app } }
heartbeats:
  backup: { every: 1s, grace: 0s, severity: P1, summary: The nightly backup }
  quiet: { cron: "0 3 * * *" }
""", environment={"PEER_SECRET": "s3cret"})
payloads = pathlib.Path(ROOT / "Tests/IntakeTests/Fixtures")
key = server.key


def post(path, name, status=200, change=None, **headers):
    body = (payloads / f"{name}.json").read_text()
    for old, new in (change or {}).items():
        assert old in body, (name, old)
        body = body.replace(old, new)
    got, text = server.send("POST", path, body, **headers)
    assert got == status, (path, name, got, text)
    return text


def alert(summary):
    for head in server.incidents():
        for found in server.api(f"/api/v1/incidents/{head['id']}")["alerts"]:
            if found["summary"].startswith(summary):
                return found
    return None


def opens_and_ends(summary, opening, ending):
    opening()
    assert alert(summary), summary
    ending()
    assert alert(summary)["state"] == "resolved", summary


grafana = f"/integrations/v1/grafana/{key}/"
opens_and_ends(
    "This alert was triggered", lambda: post(grafana, "grafana-webhook"),
    lambda: post(grafana, "grafana-webhook", change={'"status": "firing",\n      "labels"': '"status": "resolved",\n      "labels"'}))
formatted = f"/integrations/v1/formatted_webhook/{key}/"
assert post(formatted, "formatted-webhook") == "Ok."
opens_and_ends("TestAlert", lambda: None, lambda: post(formatted, "formatted-webhook", change={'"alerting"': '"ok"'}))
victorops = f"/integrations/generic/20131114/alert/{key}/team"
answer = json.loads(post(victorops, "victorops"))
assert answer == {"result": "success", "entity_id": "disk space/db01.mycompany.com"}, answer
opens_and_ends("Critically low", lambda: None, lambda: post(victorops, "victorops", change={"CRITICAL": "RECOVERY"}))
goalert = f"/api/v2/generic/incoming?token={key}"
opens_and_ends("Disk of db-3", lambda: post(goalert, "goalert-generic", 204),
               lambda: server.send("POST", f"{goalert}&dedup=disk-db-3&action=close&summary=Disk", ""))
kuma = f"/integrations/v1/uptime_kuma/{key}"
opens_and_ends("[Shop]", lambda: post(kuma, "uptime-kuma"),
               lambda: post(kuma, "uptime-kuma", change={'"status": 0': '"status": 1'}))

# The mapping of the team file, under the key's own name.
webhook = f"/integrations/v1/webhook/{key}/"
body = {"app": "shop", "items": [{"ref": 7, "what": "Mapped by paths"}]}
assert server.send("POST", webhook, body) == (200, "Ok.")
assert alert("Mapped by paths")["labels"] == {"service": "shop"}, alert("Mapped by paths")
body["items"][0]["now"] = "gone"
server.send("POST", webhook, body)
assert alert("Mapped by paths")["state"] == "resolved"

# Sentry signs; what is played again is not done again.
sentry = f"/integrations/v1/sentry/{key}/"


def sign(text):
    return hmac.new(b"s3cret", text.encode(), hashlib.sha256).hexdigest()


text = (payloads / "sentry.json").read_text()
ended = '{"action":"resolved","data":{"issue":{"id":"1170820242","title":"ReferenceError"}}}'
assert server.send("POST", sentry, text, Sentry_Hook_Resource="event_alert")[0] == 401
assert server.send("POST", sentry, text, Sentry_Hook_Resource="event_alert", Sentry_Hook_Signature=sign(text), Request_ID="1")[0] == 200
assert server.send("POST", sentry, ended, Sentry_Hook_Resource="issue", Sentry_Hook_Signature=sign(ended), Request_ID="2")[0] == 200
assert alert("ReferenceError")["state"] == "resolved"
server.send("POST", sentry, text, Sentry_Hook_Resource="event_alert", Sentry_Hook_Signature=sign(text), Request_ID="3")
server.send("POST", sentry, ended, Sentry_Hook_Resource="issue", Sentry_Hook_Signature=sign(ended), Request_ID="2")
assert any(a["state"] == "firing" for h in server.incidents() for a in server.api(f"/api/v1/incidents/{h['id']}")["alerts"]
           if a["summary"].startswith("ReferenceError")), "a replayed end closes nothing"

cloud = f"/integrations/v1/cloudevents/{key}"
post(cloud, "cloudevents", 204, Content_Type="application/cloudevents+json")
assert alert("The disk of db-3 is full")["labels"]["service"] == "database"
batch = f"[{(payloads / 'cloudevents.json').read_text()}]"
assert server.send("POST", cloud, batch, Content_Type="application/cloudevents-batch+json")[0] == 204
binary = {"ce-specversion": "1.0", "ce-id": "1", "ce-source": "/x", "ce-type": "t"}
assert server.send("POST", cloud, {"title": "By headers"}, **binary)[0] == 204 and alert("By headers")
assert server.send("OPTIONS", cloud, None, WebHook_Request_Origin="peer.example")[0] == 200
for path in [grafana, formatted, webhook, sentry, kuma]:
    assert server.send("POST", path.replace(key, "nokey"), "{}")[0] == 401, path

# Heartbeats.
assert server.send("GET", f"/ping/{key}/other") == (200, "OK") and server.send("HEAD", f"/ping/{key}/other")[0] == 200
assert server.send("POST", f"/ping/{key}/other/3?rid=7a34b9a7-5c5a-4a5b-8d58-6a1f6b1a4b1e", "disk is gone")[0] == 200
assert alert("other reported a failure")
server.send("GET", f"/ping/{key}/other/0")
assert alert("other reported a failure")["state"] == "resolved"
assert server.send("GET", f"/ping/{key}/other?rid=5")[0] == 400 and server.send("GET", "/ping/nokey/other")[0] == 404
assert server.send("GET", f"/ping/{key}/backup")[0] == 200
wait("the missed report", lambda: alert("The nightly backup has not reported since"))
server.send("GET", f"/ping/{key}/backup/start")
states = {h["slug"]: h["state"] for h in server.api("/api/v1/heartbeats")["heartbeats"]}
assert states["quiet"] == "waiting" and states["other"] == "up" and states["backup"] in ("started", "late"), states
status, text = server.send("POST", "/v2/heartbeats/nightly/ping", "", Authorization=f"GenieKey {key}")
assert status == 202 and json.loads(text)["result"] == "PONG - Heartbeat received", text
assert server.send("POST", f"/integrations/v1/grafana/{key}/heartbeat/", "")[0] == 200
assert server.send("POST", "/api/v1/endpoints/core_api/external?success=false&error=down", "", Authorization=f"Bearer {key}")[0] == 200
assert alert("core_api reported a failure")
