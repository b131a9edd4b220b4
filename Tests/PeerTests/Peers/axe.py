"""Pages of a running Tocsin before axe-core, light on a wide screen, and those of the night dark on a phone: WCAG 2.2 AA."""
import contextlib
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request

from tocsin import ROOT, Server, free_port, wait

AXE = ROOT / ".build/venv/axe/axe_playwright_python/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A reference that the bar at the thumb happens to lie over scrolls out from below it.
UNDER_THE_BAR = {"target-size"}


class Browser:
    def __init__(self):
        self.port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL)
        wait("chromedriver", self.is_up)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}
        self.session = "/session/" + self.ask("POST", "/session", {
            "capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}})["sessionId"]

    def is_up(self):
        try:
            return self.ask("GET", "/status")["ready"]
        except urllib.error.URLError:
            return False

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", None if body is None else json.dumps(body).encode(), method=method,
            headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=90) as answer:
            return json.load(answer)["value"]

    def open(self, address):
        self.ask("POST", self.session + "/url", {"url": address})

    def run(self, script, *arguments):
        return self.ask("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def debug(self, command, **parameters):
        return self.ask("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def look(self, width, dark):
        self.debug("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.debug("Emulation.setEmulatedMedia", features=[scheme])

    def violations(self):
        # Through the debugger: the pages' own policy lets no foreign script in.
        self.debug("Runtime.evaluate", expression=AXE.read_text())
        options = json.dumps({"runOnly": RULES})
        found = self.debug(
            "Runtime.evaluate", awaitPromise=True, returnByValue=True,
            expression=f"axe.run(document, {options}).then(r => JSON.stringify(r.violations))")
        return json.loads(found["result"]["value"])

    def end(self):
        self.ask("DELETE", self.session)
        self.driver.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.driver.wait(10)
        self.driver.kill()


if not AXE.exists():
    print(f"skipped: {AXE} is missing; script/setup --test fetches it")
    sys.exit()
server = Server()
setup = re.search(r"http\S+/setup/\S+", server.process.stderr.readline())[0]
for key, summary in (("a", "Shop down, HTTP 502 from shop.lanterna.example"), ("b", "tickets are slow: disk latency is odd")):
    event = {"routing_key": server.key, "event_action": "trigger", "dedup_key": key,
             "payload": {"summary": summary, "source": "monitor", "severity": "critical"}}
    assert server.send("POST", "/v2/enqueue", event)[0] == 202
room = f"/incidents/{server.incidents()[0]['name']}"
browser = Browser()
bad = []
try:
    browser.look(1440, False)
    browser.open(setup)
    browser.run("""for (const [name, value] of Object.entries({name: "ana", password: "a long lantern over the quay"}))
        document.querySelector(`input[name=${name}]`).value = value;
        document.querySelector("form button[type=submit]").click()""")
    wait("the first page", lambda: "/setup/" not in browser.run("return location.pathname"))
    pages = ["/", room, room + "/publish", "/runbook", "/ladder", "/on-call", "/incidents", "/keys", "/drill", "/status",
             "/status/history"]
    at_night = ["/", room, "/runbook", "/on-call", "/status"]
    for width, dark, shown in ((1440, False, pages), (375, True, at_night)):
        browser.look(width, dark)
        for page in shown:
            browser.open(server.origin + page)
            for found in browser.violations():
                if width == 375 and found["id"] in UNDER_THE_BAR and page == room:
                    continue
                node = found["nodes"][0]
                bad.append(f"{page}, {width} px: {found['id']}, {found['help']}: {node['html'][:200]}")
finally:
    browser.end()
if bad:
    sys.exit("\n".join(bad))
print(f"{len(pages)} pages, light and dark: no violation")
