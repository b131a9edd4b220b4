"""A web site with everything that can be wrong with one. Prints its two ports, plain and encrypted, and lives until its input ends."""
import http.server
import os
import pathlib
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading
import time

CODES = {"/ok": 200, "/login": 401, "/secret": 403, "/lost": 404, "/gone": 410, "/broken": 500}
MOVED = {"/moved": "/ok", "/astray": "/lost", "/circle": "/circle"}


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/silent":
            time.sleep(20)
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"x" * 65536)
        elif self.path == "/garbage":
            self.wfile.write(b"\x00\xff no web server\r\n\r\n")
        else:
            self.send_response(302 if self.path in MOVED else CODES.get(self.path, 404))
            if self.path in MOVED:
                self.send_header("Location", MOVED[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_):
        pass


class Site(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", place / "key", "-out", place / "cert",
         "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True)
    plain, encrypted = Site(("127.0.0.1", 0), Page), Site(("127.0.0.1", 0), Page)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place / "cert", place / "key")
encrypted.socket = context.wrap_socket(encrypted.socket, server_side=True)
for site in (plain, encrypted):
    threading.Thread(target=site.serve_forever, daemon=True).start()
print(plain.server_port, encrypted.server_port, flush=True)
sys.stdin.read()
os._exit(0)
