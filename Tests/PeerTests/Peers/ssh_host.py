"""`tocsin run` on a host that a runbook names, over a real sshd of this user on a random port."""
import atexit
import getpass
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from tocsin import Server, free_port, run, wait

RUNBOOK = r"""# Quay runbook

## Severities

| Level | Response time |
| --- | --- |
| P0 - Critical | 5 minutes |

## Escalation

| Role | Escalate after |
| --- | --- |
| Primary On-Call Engineer | 0 minutes |

## Scenario: Shop answers 502 (P0)

**Symptoms:**
- Shop answers 502

**Diagnosis:**
```bash
ssh quay-1

# Where are we?
printenv quay_name

# Quotes and blanks
printf '%s|' "a b" 'c"d' "it's" \\ '$HOME'

# A look that fails
ls /absent-for-the-test

# What is in the log?
grep -c "<WORD>" <FILE>

# Much
head -c 3000000 /dev/zero | tr '\0' x

# Hostile
printf 'safe\033]0;owned\007\033[2J \033[31mred\033[0m\r\074script\076\n'

# Long
tail -n 1 -s 0.2 --pid=PID -f LOG
```

**Solutions:**
```bash
ssh quay-1
# Put a note
touch NOTE
```

**Diagnosis elsewhere:**
```bash
ssh nobody-knows-1
uptime
```
"""


class Host:
    """An sshd of this user: own host key, own client key, and an `ssh` in PATH that knows only them."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("host", "client"):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name)
        port = free_port()
        (folder / "authorized").write_text((folder / "client.pub").read_text())
        (folder / "sshd.conf").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile {folder}/sshd.pid\n"
            f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
            "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nSetEnv quay_name=quay-1-itself\n")
        host_key = (folder / "host.pub").read_text().split()[:2]
        (folder / "known").write_text(f"quay-1 {' '.join(host_key)}\n")
        (folder / "config").write_text(
            f"Host quay-1\n  HostKeyAlias quay-1\nHost *\n  HostKeyAlias unknown\n  UserKnownHostsFile {folder}/known\n  GlobalKnownHostsFile /dev/null\n"
            f"  IdentityFile {folder}/client\n  IdentitiesOnly yes\n  HostName 127.0.0.1\n  Port {port}\n"
            f"  User {getpass.getuser()}\n")
        tools = folder / "bin"
        tools.mkdir()
        (tools / "ssh").write_text(f'#!/bin/sh\nexec /usr/bin/ssh -F {folder}/config "$@"\n')
        (tools / "ssh").chmod(0o755)
        self.environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}"}
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        self.process = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-f", folder / "sshd.conf", "-E", folder / "sshd.log"], stdin=subprocess.DEVNULL)
        atexit.register(self.end)
        wait("sshd", lambda: subprocess.run([tools / "ssh", "-o", "BatchMode=yes", "quay-1", "true"],
                                            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL).returncode == 0)

    def end(self):
        self.process.terminate()
        self.process.wait(10)


def tocsin(*words, said="", expect=0):
    done = subprocess.run(
        [server.binary, "run", "latest", *words, "--data", server.data], input=said, capture_output=True, text=True,
        timeout=120, env=host.environment)
    assert done.returncode == expect, (words, done)
    return done.stdout, done.stderr


def children(parent):
    return subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout.split()


def last_run():
    """What the server keeps of the latest run."""
    return server.api("/api/v1/runs")["runs"][0]


folder = pathlib.Path(tempfile.mkdtemp(prefix="tocsin-ssh-"))
host = Host(folder)
try:
    text = RUNBOOK.replace("NOTE", str(folder / "note")).replace("LOG", str(folder / "log")).replace("PID", str(os.getpid()))
    (folder / "log").write_text("lantern out\nlantern out\nquiet\n")
    (folder / "RUNBOOK.md").write_text(text)
    server = Server(runbook=folder / "RUNBOOK.md")
    event = {"routing_key": server.key, "event_action": "trigger", "dedup_key": "shop",
             "payload": {"summary": "Shop answers 502", "source": "monitor", "severity": "critical"}}
    assert server.send("POST", "/v2/enqueue", event)[0] == 202

    output, said = tocsin("printenv quay_name")
    assert output == "quay-1-itself\n" and "on quay-1, over ssh" in said, (output, said)
    output, _ = tocsin("printf '%s|'")
    assert output.strip() == "a b|c\"d|it's|\\|$HOME|", output
    _, said = tocsin("absent-for-the-test", expect=1)
    assert "Exit 2" in said, said

    # A value with a blank in quotes, and one place twice.
    output, _ = tocsin("grep -c", "--set", "WORD=lantern out", "--set", f"FILE={folder}/log")
    assert output == "2\n", output
    _, said = tocsin("grep -c", "--set", "WORD=$(id)", "--set", f"FILE={folder}/log", expect=64)
    assert "may read as more than a value" in said, said

    output, _ = tocsin("head -c")
    assert "bytes left out" in output and len(output) < 1_600_000, len(output)
    output, _ = tocsin("owned")
    assert "\033" not in output and "\r" not in output and "<script>" in output, output
    assert last_run()["host"] == "quay-1" and last_run()["exit"] == 0, last_run()
    assert "\033" not in last_run()["firstLine"] and "owned" not in last_run()["firstLine"], last_run()

    # Its time is over: the ssh here ends, and what may go on there is said.
    output, said = tocsin("tail -n 1", "--timeout", "6", expect=1)
    assert output == "quiet\n" and "stopped: its time was over, 6 s" in said and "may go on on quay-1" in said, (output, said)

    # Ctrl-C: the same, at once, and the record is kept.
    running = subprocess.Popen(
        [server.binary, "run", "latest", "tail -n 1", "--data", server.data], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=host.environment, start_new_session=True)
    wait("ssh", lambda: children(running.pid))
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 1 and "you interrupted it" in said, (running.returncode, said)
    assert not children(running.pid)
    assert last_run()["text"].startswith("tail -n 1") and last_run()["exit"] != 0, last_run()

    # A change asks for the host; anything else leaves it.
    _, said = tocsin("touch", said="yes\n")
    assert "Not run." in said and not (folder / "note").exists(), said
    tocsin("touch", said="quay-1\n")
    assert (folder / "note").exists()

    # A host whose key nobody knows is not trusted.
    _, said = tocsin("uptime", expect=1)
    assert "Exit 255" in said, said
    print("ok")
finally:
    host.end()
    shutil.rmtree(folder, ignore_errors=True)
