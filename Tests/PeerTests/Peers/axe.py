"""Every page of a running Tocsin before axe-core (WCAG 2.2 AA), with all its folds open: light on a wide screen, dark on
a phone. The pages are found by following links, one for each kind of address; none may break the content policy. Those
that no link leads to (a page's own link, following the status page and leaving it, a report) are walked through by hand."""
import contextlib
import email
import json
import re
import subprocess
import sys
import urllib.error
import urllib.request

try:
    from aiosmtpd.controller import Controller
except ImportError:
    print("skipped: this Python has no aiosmtpd; script/setup --test makes one that has")
    sys.exit()

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
        wanted = {
            "browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {"args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}}
        self.session = "/session/" + self.ask(
            "POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

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
        # The menu lies over the page when it is open.
        self.run("document.querySelectorAll('main details').forEach((e) => { e.open = true })")
        # A button that still fades from the light colours to the dark ones has neither's contrast.
        self.debug(
            "Runtime.evaluate", awaitPromise=True,
            expression="Promise.allSettled(document.getAnimations().filter((a) => a instanceof CSSTransition)"
            ".map((a) => a.finished))")
        options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
        found = self.debug(
            "Runtime.evaluate", awaitPromise=True, returnByValue=True,
            expression=f"axe.run(document, {options}).then(r => JSON.stringify(r.violations))")
        return json.loads(found["result"]["value"])

    def refused(self):
        """What the content policy refused since this was last asked."""
        entries = self.ask("POST", self.session + "/se/log", {"type": "browser"})
        return [entry["message"] for entry in entries if "Content Security Policy" in entry["message"]]

    def links(self):
        """Addresses of this server that the page leads to by a link of its own window."""
        return self.run("""return [...document.querySelectorAll("a[href]")].map((e) => new URL(e.href))
            .filter((u) => u.origin === location.origin).map((u) => u.pathname + u.search)""")

    def end(self):
        self.ask("DELETE", self.session)
        self.driver.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.driver.wait(10)
        self.driver.kill()


if not AXE.exists():
    print(f"skipped: {AXE} is missing; script/setup --test fetches it")
    sys.exit()


def kind(address):
    """Addresses that differ only by a name or a number are one page: the first is looked at."""
    path, _, query = address.partition("?")
    path = re.sub(r"/(INC-[^/]+|[0-9]+|s[0-9a-z]{11}|[0-9a-f]{32,})(?=/|$)", "/*", path)
    names = sorted(part.split("=")[0] for part in query.split("&") if part)
    # A template and a state change the words of the form only.
    names = [name for name in names if name not in ("state", "template")]
    return path if path in PLAIN else path + "?" + "&".join(names)


# One look is enough whatever the query says.
PLAIN = {"/on-call", "/runbook", "/figures", "/incidents", "/drill", "/reviews"}
# Files, not pages.
FILES = re.compile(r"\.(md|html|csv|tar|json|atom|rss|xml|svg|ics|txt)$|/metrics$|/files/|^/assets/|/badge|^/openapi|/api/")


def alert(key, summary):
    event = {"routing_key": server.key, "event_action": "trigger", "dedup_key": key,
             "payload": {"summary": summary, "source": "monitor", "severity": "critical"}}
    assert server.send("POST", "/v2/enqueue", event)[0] == 202


def act(incident, name, **fields):
    status, text = server.send(
        "POST", f"/api/v1/incidents/{incident}/{name}", {"actor": "ana"} | fields,
        Authorization=f"Bearer {server.token}")
    assert status < 300, (name, text)


def story(server):
    """One incident from its alert to the published review and one that burns; what is told outside of both."""
    alert("a", "Shop down, HTTP 502 from shop.lanterna.example")
    alert("b", "tickets are slow: disk latency is odd")
    ended, burns = sorted((one["name"], one["id"]) for one in server.incidents())
    for one in (ended, burns):
        act(one[1], "acknowledge")
        act(one[1], "publish", state="investigating", title="No tickets", text="We look into it.", nextUpdateMinutes=30)
    act(burns[1], "note", text="The disk is full.")
    act(ended[1], "item", text="Enlarge the disk", owner="bo", due="2030-01-01")
    act(ended[1], "resolve", reason="rolled back")
    act(ended[1], "publish", state="resolved", title="No tickets", text="It works again.")
    return ended[0], burns[0]


class Letters:
    """Takes every mail of the run."""
    def __init__(self):
        self.texts = []
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())
        self.controller.start()

    async def handle_DATA(self, server, session, envelope):
        for part in email.message_from_bytes(envelope.content).walk():
            if part.get_content_type() == "text/plain":
                self.texts.append(part.get_payload(decode=True).decode())
        return "250 OK"

    def link(self, path):
        """The first address below this path that a mail holds."""
        found = wait(f"a mail with {path}", lambda: re.search(rf"http://\S+{path}/\S+", "\n".join(self.texts)))
        return "/" + found[0].split("/", 3)[3]


letters = Letters()
mail = f"channels:\n  mail: {{ kind: smtp, host: 127.0.0.1, port: {letters.controller.port}, tls: none, from: t@lanterna.example }}\n"
server = Server(team=mail, contact="mail: people@lanterna.example")
setup = re.search(r"http\S+/setup/\S+", server.process.stderr.readline())[0]
ended, burns = story(server)
browser = Browser()
bad = []
pages = {}


def look(page, is_phone):
    browser.open(server.origin + page)
    return examine(page, is_phone)


def examine(page, is_phone):
    bad.extend(f"{page}: {words}" for words in browser.refused())
    found = browser.links()
    for rule in browser.violations():
        if is_phone and rule["id"] in UNDER_THE_BAR and kind(page) == kind(f"/incidents/{burns}"):
            continue
        node = rule["nodes"][0]
        bad.append(f"{page}, {'phone, dark' if is_phone else 'wide, light'}: {rule['id']}, {rule['help']}: {node['html'][:200]}")
    browser.refused()
    return found


def both(name):
    """What stands in the window now, in both looks."""
    for width, dark in ((1440, False), (375, True)):
        browser.look(width, dark)
        examine(name, dark)
    seen.append(name)


def send(form, **fields):
    """Fills a form and waits for the page that follows."""
    browser.run("window.here = true")
    browser.run("""const form = document.querySelector(arguments[0]);
        for (const [name, value] of Object.entries(arguments[1])) form.querySelector(`[name=${name}]`).value = value;
        setTimeout(() => form.requestSubmit(), 0)""", form, fields)  # a script whose page is left never ends
    wait(f"what follows {form}", lambda: browser.run("return window.here !== true && document.readyState === 'complete'"))


def doors():
    """What people see who are not signed in."""
    browser.debug("Network.clearBrowserCookies")
    letters.texts.clear()
    alert("c", "nobody has answered this one yet")
    for name, page in (("sign-in", "/sign-in"), ("a used link", setup.removeprefix(server.origin)), ("answer", letters.link("/a"))):
        browser.open(server.origin + page)
        both(name)
    browser.open(server.origin + "/sign-in")
    send("form[action='/sign-in']", name="ana", password="not this one")
    both("sign-in refused")
    browser.open(server.origin + "/status")
    send("form[action='/status/follow']", email="eve@example.org")
    both("asked to follow")
    browser.open(server.origin + letters.link("/status/follow"))
    both("confirm to follow")
    send("form.field")
    both("follows")
    act(burns, "publish", state="identified", title="No tickets", text="We know why.", nextUpdateMinutes=30)
    browser.open(server.origin + letters.link("/status/leave"))
    both("leave")
    send("form.field")
    both("left")
    browser.open(server.origin + "/status")
    send("form[action='/status/report']", text="The gate does not open.")
    both("reported")


seen = []
try:
    browser.look(1440, False)
    browser.open(setup)
    browser.violations()
    browser.refused()
    browser.open(setup)
    browser.run("""for (const [name, value] of Object.entries({name: "ana", password: "a long lantern over the quay"}))
        document.querySelector(`input[name=${name}]`).value = value;
        document.querySelector("form button[type=submit]").click()""")
    wait("the first page", lambda: "/setup/" not in browser.run("return location.pathname"))
    queue = ["/", f"/incidents/{burns}", f"/incidents/{ended}/review/edit", "/figures", "/items", "/public", "/silences",
             "/status", "/no-such-page"]
    while queue:
        page = queue.pop(0)
        if kind(page) in pages or FILES.search(page.partition("?")[0]):
            continue
        pages[kind(page)] = page
        queue += look(page, False)
    browser.look(375, True)
    for page in pages.values():
        look(page, True)
    doors()
finally:
    browser.end()
    letters.controller.stop()
if bad:
    sys.exit("\n".join(bad))
for expected in ("/runbook", "/on-call", "/drill", "/ladder", "/incidents/1", "/incidents/1/review", "/incidents/1/lesson",
                 "/incidents/1/publish", "/alerts/1", "/keys", "/reviews"):
    assert kind(expected) in pages, f"{expected} was not found by links: {sorted(pages)}"
print(f"{len(pages) + len(seen)} pages, light and dark: no violation")
