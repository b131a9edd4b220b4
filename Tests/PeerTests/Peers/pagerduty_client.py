"""The `pagerduty` client of PyPI with another base address: events, change events, and the REST API that scripts read."""
import json

import pagerduty

from tocsin import Server, wait

server = Server()
# The client insists on https, which a proxy in front of Tocsin gives; here it is told the address behind it.
events = pagerduty.EventsApiV2Client(server.key)
events._url = server.origin
key = events.trigger("Shop answers 502", "monitor-1", severity="critical", custom_details={"service": "shop"})
wait("an incident", server.incidents)
assert events.trigger("Shop answers 502", "monitor-1", dedup_key=key) == key and len(server.incidents()) == 1
assert events.acknowledge(key) == key and server.incident()["status"] == "acknowledged"
events.send_change_event({"summary": "Deployed shop 1.2.3", "source": "ci", "custom_details": {"build": 7}},
                         [{"href": "https://ci.example/7", "text": "build 7"}])
[change] = server.incident()["changes"]
assert change["summary"] == "Deployed shop 1.2.3" and change["url"] == "https://ci.example/7", change
try:
    events.send_event("trigger", payload={"summary": "x"})
    raise SystemExit("an event without its source was taken")
except pagerduty.Error as error:
    assert error.response.status_code == 400 and error.response.json()["status"] == "invalid event"

# The first version of the API.
body = {"service_key": server.key, "event_type": "trigger", "description": "Disk of db-9 is full", "details": {"a": 1}}
status, text = server.send("POST", "/generic/2010-04-15/create_event.json", body)
assert status == 200 and json.loads(text)["status"] == "success", text
answer = json.loads(text)
body |= {"event_type": "resolve", "incident_key": answer["incident_key"]}
assert server.send("POST", "/generic/2010-04-15/create_event.json", body)[0] == 200
wait("v1 to resolve", lambda: server.incident("Disk of db-9")["status"] == "monitoring")
assert server.send("POST", "/generic/2010-04-15/create_event.json", body | {"service_key": "no"})[0] == 400

# What scripts read.
rest = pagerduty.RestApiV2Client(server.token)
rest._url = server.origin
incidents = list(rest.iter_all("incidents", params={"statuses[]": ["triggered", "acknowledged"], "date_range": "all"}))
assert {i["title"] for i in incidents} == {"Shop answers 502", "Disk of db-9 is full"}, incidents
one = next(i for i in incidents if i["title"].startswith("Shop"))
assert one["status"] == "acknowledged" and one["type"] == "incident" and one["service"]["type"] == "service_reference"
assert rest.rget(f"/incidents/{one['id']}")["incident_number"] == one["incident_number"]
assert list(rest.iter_all("incidents", params={"statuses[]": ["resolved"]})) == []
assert rest.get_total("incidents") == 2
oncalls = list(rest.iter_all("oncalls"))
assert oncalls[0]["escalation_level"] == 1 and oncalls[0]["user"]["summary"] and oncalls[0]["schedule"]["id"], oncalls
[schedule] = rest.list_all("schedules")
assert [u["id"] for u in schedule["users"]] == ["ana", "bo"]
assert [s["name"] for s in rest.list_all("services")] and rest.rget(f"/schedules/{schedule['id']}")["name"] == "primary"
assert {u["id"] for u in rest.list_all("users")} >= {"ana", "bo"}
pages = [rest.jget("incidents", params={"limit": 1, "offset": offset}) for offset in (0, 1)]
assert [p["more"] for p in pages] == [True, False] and pages[0]["incidents"][0]["id"] != pages[1]["incidents"][0]["id"]
stranger = pagerduty.RestApiV2Client("tocsin_unknown")
stranger._url = server.origin
try:
    stranger.rget("/oncalls")
    raise SystemExit("a stranger was let in")
except pagerduty.Error as error:
    assert error.response.status_code == 401, error
