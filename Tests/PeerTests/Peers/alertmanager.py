"""Debian's Alertmanager sends to Tocsin by its webhook, its PagerDuty and its Opsgenie receiver."""
import subprocess

from tocsin import Server, free_port, run, wait

server = Server()
port = free_port()
(server.folder / "alertmanager.yml").write_text(f"""
global:
  resolve_timeout: 5m
  pagerduty_url: {server.origin}/v2/enqueue
  opsgenie_api_url: {server.origin}/
  victorops_api_url: {server.origin}/integrations/generic/20131114/alert/
route:
  receiver: webhook
  group_by: [alertname]
  group_wait: 0s
  group_interval: 1s
  routes:
    - {{ receiver: pagerduty, matchers: ['way="pagerduty"'] }}
    - {{ receiver: opsgenie, matchers: ['way="opsgenie"'] }}
    - {{ receiver: victorops, matchers: ['way="victorops"'] }}
receivers:
  - name: webhook
    webhook_configs: [{{ url: "{server.origin}/integrations/v1/alertmanager/{server.key}/" }}]
  - name: pagerduty
    pagerduty_configs: [{{ routing_key: {server.key} }}]
  - name: opsgenie
    opsgenie_configs: [{{ api_key: {server.key}, update_alerts: true, message: "{{{{ .CommonLabels.alertname }}}}" }}]
  - name: victorops
    victorops_configs: [{{ api_key: {server.key}, routing_key: team, entity_display_name: "{{{{ .CommonLabels.alertname }}}}" }}]
""")
alertmanager = subprocess.Popen(
    ["prometheus-alertmanager", f"--config.file={server.folder}/alertmanager.yml",
     f"--storage.path={server.folder}/alertmanager", f"--web.listen-address=127.0.0.1:{port}",
     "--cluster.listen-address="], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
ways = ["webhook", "pagerduty", "opsgenie", "victorops"]


def add(way, *more):
    run("amtool", f"--alertmanager.url=http://127.0.0.1:{port}", "alert", "add", f"alertname=Peer{way}", f"way={way}",
        "severity=critical", f"service={way}", *more)


def found(way):
    return next((a for i in server.incidents() for a in server.api(f"/api/v1/incidents/{i['id']}")["alerts"]
                 if f"Peer{way}" in str(a["summary"]) + str(a["labels"])), None)


try:
    def ready():
        try:
            run("curl", "-sf", f"http://127.0.0.1:{port}/-/ready")
            return True
        except SystemExit:
            return False
    wait("Alertmanager to start", ready)
    for way in ways:
        add(way)
    for way in ways:
        wait(f"the alert by {way}", lambda: found(way))
    for way in ways:
        add(way, "--start=2026-01-01T00:00:00Z", "--end=2026-01-01T00:00:01Z")
    for way in ways:
        wait(f"the end by {way}", lambda: found(way)["state"] == "resolved")
finally:
    alertmanager.kill()
    alertmanager.wait()
