"""`tocsin intake` and `tocsin why`, as whoever sets a tool up or asks why nobody was paged types them."""
from tocsin import Server, wait

server = Server()
event = {"routing_key": server.key, "event_action": "trigger", "dedup_key": "shop-1",
         "payload": {"summary": "Shop answers 502", "source": "monitor", "severity": "critical"}}
assert server.send("POST", "/v2/enqueue", event)[0] == 202
wait("the page", lambda: [p for p in server.incident()["pages"] if p["status"] == "accepted"])
said = server.command("why", "shop-1")
assert "Shop answers 502, firing" in said and "Came in by the key peer" in said and "It opened INC-" in said, said
assert "Ana Ruiz by console: accepted" in said, said

server.send("POST", f"/am/{server.key}/api/v2/silences", {
    "matchers": [{"name": "alertname", "value": "Quiet", "isRegex": False}], "startsAt": "2026-01-01T00:00:00Z",
    "endsAt": "2036-01-01T00:00:00Z", "createdBy": "ana", "comment": "moving"})
server.send("POST", f"/am/{server.key}/api/v2/alerts", [{"labels": {"alertname": "Quiet"}}])
[held] = [a for a in server.alerts() if a["labels"].get("alertname") == "Quiet"]
said = server.command("why", held["fingerprint"])
assert "of ana covers it until" in said and "moving" in said and "nobody was paged" in said, said

server.send("POST", f"/integrations/v1/victorops/{server.key}", "{")
server.send("POST", f"/integrations/v1/sentry/{server.key}/", "{}")
said = server.command("intake")
assert f"{server.origin}/am/KEY" in said and "routing_key: KEY" in said, said
assert "KEY peer" in said and "last used" in said and "action: required" in said, said
