"""Debian's Prometheus lists Tocsin under `alertmanagers:`; a rule fires, and its end resolves."""
import http.server
import json
import subprocess
import threading

from tocsin import Server, free_port, wait

server = Server()
level = {"value": 1}


class Metrics(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(f"disk_full {level['value']}\n".encode())

    def log_message(self, *_):
        pass


target = http.server.HTTPServer(("127.0.0.1", 0), Metrics)
threading.Thread(target=target.serve_forever, daemon=True).start()
(server.folder / "rules.yml").write_text("""
groups:
  - name: peer
    interval: 1s
    rules:
      - alert: DiskFull
        expr: disk_full == 1
        labels: { severity: critical, service: archive }
        annotations: { summary: "The disk of {{ $labels.instance }} is full" }
""")
(server.folder / "prometheus.yml").write_text(f"""
global: {{ scrape_interval: 1s, evaluation_interval: 1s }}
rule_files: [{server.folder}/rules.yml]
scrape_configs:
  - job_name: peer
    static_configs: [{{ targets: ["127.0.0.1:{target.server_port}"] }}]
alerting:
  alertmanagers:
    - api_version: v2
      authorization: {{ credentials: {server.key} }}
      static_configs: [{{ targets: ["127.0.0.1:{server.port}"] }}]
""")
prometheus = subprocess.Popen(
    ["prometheus", f"--config.file={server.folder}/prometheus.yml", f"--storage.tsdb.path={server.folder}/tsdb",
     f"--web.listen-address=127.0.0.1:{free_port()}", "--log.level=error", "--rules.alert.resend-delay=2s"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    wait("the rule to open an incident", server.incidents, 40)
    incident = server.incident()
    assert incident["title"].startswith("The disk of 127.0.0.1:"), incident["title"]
    [alert] = incident["alerts"]
    assert alert["labels"]["alertname"] == "DiskFull" and alert["labels"]["job"] == "peer", alert
    wait("Prometheus to send it again", lambda: server.incident()["alerts"][0]["count"] > 1)
    [listed] = json.loads(server.send("GET", "/api/v2/alerts", Authorization=f"Bearer {server.key}")[1])
    assert listed["endsAt"] > listed["startsAt"] and "/graph?" in listed["generatorURL"], listed
    level["value"] = 0
    wait("the rule's end to resolve it", lambda: server.incident()["alerts"][0]["state"] == "resolved")
    wait("the incident to be quiet", lambda: server.incident()["status"] == "monitoring")
    level["value"] = 1
    wait("it to fire again", lambda: server.incident()["status"] == "triggered")
finally:
    prometheus.kill()
    prometheus.wait()
    target.shutdown()
