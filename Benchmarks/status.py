"""The public page beside nginx serving the same bytes, by wrk, in turns; prints the ratio.

    python3 -B Benchmarks/status.py --binary .build/release/tocsin --runbook examples/lanterna/RUNBOOK.md
"""

import argparse, os, re, shutil, socket, statistics, subprocess, sys, tempfile, time, urllib.request


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait(url):
    for _ in range(200):
        try:
            return urllib.request.urlopen(url, timeout=2).read()
        except Exception:
            time.sleep(0.1)
    sys.exit(f"{url} does not answer")


def wrk(url, seconds, connections):
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", url], capture_output=True, text=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if failed:
        sys.exit(f"{failed[0]} from {url}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), re.search(r"99%\s+(\S+)", out)[1]


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--binary", required=True)
    ask.add_argument("--runbook", required=True)
    ask.add_argument("--seconds", type=int, default=5)
    ask.add_argument("--turns", type=int, default=3)
    ask.add_argument("--connections", type=int, default=16)
    given = ask.parse_args()
    if not shutil.which("nginx") and not os.path.exists("/usr/sbin/nginx"):
        sys.exit("nginx is missing: apt-get install nginx-light")
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o755)
    port, peer = free_port(), free_port()
    tocsin = subprocess.Popen(
        [given.binary, "serve", given.runbook, "--data", f"{folder}/data", "--listen", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait(f"http://127.0.0.1:{port}/healthz")
    page = wait(f"http://127.0.0.1:{port}/status")
    with open(f"{folder}/status.html", "wb") as f:
        f.write(page)
    with open(f"{folder}/nginx.conf", "w") as f:
        f.write(f"""worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; default_type text/html; sendfile on; keepalive_requests 100000000;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
scgi_temp_path {folder}/s; server {{ listen 127.0.0.1:{peer}; root {folder}; }} }}
""")
    nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{peer}/status.html")
        rows = []
        for turn in range(given.turns):
            ours = wrk(f"http://127.0.0.1:{port}/status", given.seconds, given.connections)
            theirs = wrk(f"http://127.0.0.1:{peer}/status.html", given.seconds, given.connections)
            rows.append((ours, theirs))
            print(f"turn {turn + 1}: Tocsin {ours[0]:.0f}/s p99 {ours[1]}, nginx {theirs[0]:.0f}/s p99 {theirs[1]}")
        ratio = statistics.median(o[0] / t[0] for o, t in rows)
        print(f"{len(page)} bytes, {given.connections} connections: {ratio:.2f} of nginx (median of {given.turns})")
    finally:
        tocsin.terminate()
        nginx.terminate()
        tocsin.wait(20)
        nginx.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


main()
