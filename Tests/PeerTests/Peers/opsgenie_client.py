"""The `opsgenie-sdk` client of PyPI with another host."""
import datetime

import opsgenie_sdk

from tocsin import Server, wait

server = Server()
configuration = opsgenie_sdk.configuration.Configuration()
configuration.host = server.origin
configuration.api_key["Authorization"] = server.key
configuration.api_key_prefix["Authorization"] = "GenieKey"
api = opsgenie_sdk.AlertApi(opsgenie_sdk.api_client.ApiClient(configuration=configuration))


def done(answer):
    """The outcome that the client asks for after an answer of 202."""
    assert answer.result == "Request will be processed", answer
    outcome = api.get_request_status(request_id=answer.request_id).data
    assert outcome.is_success, outcome
    return outcome


payload = opsgenie_sdk.CreateAlertPayload(
    message="Shop answers 502", alias="shop-502", description="Since the deployment", priority="P1", entity="shop",
    source="peer", tags=["shop", "web"], details={"region": "eu"},
    responders=[{"name": "SRE", "type": "team"}])
created = done(api.create_alert(create_alert_payload=payload))
assert created.alias == "shop-502" and created.alert_id
done(api.create_alert(create_alert_payload=payload))
assert len(server.incidents()) == 1
alert = api.get_alert(identifier="shop-502", identifier_type="alias").data
assert alert.message == "Shop answers 502" and alert.count == 2 and alert.status == "open" and alert.priority == "P1"
assert alert.tags == ["shop", "web"] and alert.details == {"region": "eu"} and alert.entity == "shop", alert
assert alert.description == "Since the deployment", alert.description
assert api.get_alert(identifier=alert.tiny_id, identifier_type="tiny").data.id == alert.id
assert [a.alias for a in api.list_alerts(query="status:open tag:web").data] == ["shop-502"]
assert api.list_alerts(query="status:closed").data == []

done(api.add_note(identifier="shop-502", identifier_type="alias",
                  add_note_to_alert_payload=opsgenie_sdk.AddNoteToAlertPayload(note="Rolling back", user="ana")))
assert [n.note for n in api.list_notes(identifier=alert.id).data] == ["Rolling back"]
before = len(server.incident()["pages"])
done(api.escalate_alert(identifier=alert.id, escalate_alert_to_next_payload=opsgenie_sdk.EscalateAlertToNextPayload(
    escalation={"name": "next"})))
assert len(server.incident()["pages"]) > before
done(api.assign_alert(identifier=alert.id, assign_alert_payload=opsgenie_sdk.AssignAlertPayload(
    owner={"username": "bo"})))
later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
done(api.snooze_alert(identifier=alert.id, snooze_alert_payload=opsgenie_sdk.SnoozeAlertPayload(end_time=later)))
wait("the snooze to hold", lambda: api.get_alert(identifier=alert.id).data.snoozed)
done(api.acknowledge_alert(identifier=alert.id, acknowledge_alert_payload=opsgenie_sdk.AcknowledgeAlertPayload(
    user="ana", note="mine")))
assert server.incident()["status"] == "acknowledged" and server.incident()["acknowledgedBy"] == "ana"
done(api.update_alert_message(identifier=alert.id, update_alert_message_payload=opsgenie_sdk.UpdateAlertMessagePayload(
    message="Shop answers 503")))
assert api.get_alert(identifier=alert.id).data.message == "Shop answers 503"
done(api.close_alert(identifier="shop-502", identifier_type="alias",
                     close_alert_payload=opsgenie_sdk.CloseAlertPayload(source="peer")))
wait("the incident to be quiet", lambda: server.incident()["status"] == "monitoring")
assert api.get_alert(identifier=alert.id).data.status == "closed"

# A close of what is unknown is taken as well; its request tells.
answer = api.close_alert(identifier="never seen", identifier_type="alias")
assert not api.get_request_status(request_id=answer.request_id).data.is_success
status, text = server.send("POST", "/v2/alerts", {"alias": "x"}, Authorization=f"GenieKey {server.key}")
assert status == 422 and '"message":"can not be empty"' in text, text
assert server.send("POST", "/v2/alerts", {"message": "x"}, Authorization="GenieKey no")[0] == 401
