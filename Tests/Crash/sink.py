"""Receives pages as a webhook channel sends them, and remembers which came more than once."""
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Sink:
    def __init__(self):
        self.lock = threading.Condition()
        self.seen = {}  # page key -> how often
        self.incidents = set()
        self.pages = self.repeats = 0
        self.silent, self.unmarked = [], 0
        sink = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = min(int(self.headers.get("Content-Length") or 0), 1 << 20)
                body = self.rfile.read(length)
                if len(body) < length:
                    return  # the sender was killed in the middle of it
                sink.take(json.loads(body)["data"])
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Listener(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, request, address):
                if not isinstance(sys.exc_info()[1], ConnectionError):  # a killed sender resets its connections
                    super().handle_error(request, address)

        self.server = Listener(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/pages"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def begin(self):
        """A new data folder: its names and keys begin anew."""
        with self.lock:
            self.seen, self.incidents = {}, set()

    def take(self, page):
        with self.lock:
            key = page["key"]
            self.pages += 1
            self.incidents.update([page["incident"], *page.get("also", [])])
            self.seen[key] = self.seen.get(key, 0) + 1
            if self.seen[key] > 1:
                self.repeats += 1
                if not page.get("may_be_repeat"):
                    self.silent.append(key)
                    self.unmarked += 1
            self.lock.notify_all()

    def wait_for(self, incidents, seconds):
        """Waits until each of the incidents was paged; returns those that were not."""
        with self.lock:
            self.lock.wait_for(lambda: incidents <= self.incidents, timeout=seconds)
            return incidents - self.incidents

    def take_silent_repeats(self):
        with self.lock:
            silent, self.silent = self.silent, []
            return silent
