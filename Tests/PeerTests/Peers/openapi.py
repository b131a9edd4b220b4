"""Our API tried by its own description: every operation, valid and invalid input, all checks, within a minute and a half."""
import os
import pathlib
import subprocess
import sys

from tocsin import Server

seconds = sys.argv[1] if len(sys.argv) > 1 else "40"
server = Server()
tool = pathlib.Path(sys.executable).parent / "schemathesis"
# A domain's refusal (no such schedule, an incident that is over) is 409 or 422 and no fault of the description. A body may
# be wrong and too large at once. Acts share their members' names: `to` that is no text is refused where no act needs it.
(server.folder / "schemathesis.toml").write_text("""
[checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422"]
negative_data_rejection.expected-statuses = [
  "400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429", "5xx"]

[[operations]]
include-path-regex = "^/api/v1/incidents/[{]incident[}]/[a-z]+$"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "422"]
""")
# One worker: two of them parse at once now and then, which Python 3.11 answers with a SystemError of its own.
done = subprocess.run(
    [tool, "--config-file", server.folder / "schemathesis.toml", "run", f"{server.origin}/openapi.json", "--checks", "all",
     "--phases", "examples,coverage,fuzzing", "--max-examples", "15", "--max-time", seconds, "--workers", "1",
     "--generation-deterministic", "--warnings", "off", "--no-color",
     "--header", f"Authorization: Bearer {server.token}"],
    capture_output=True, text=True, cwd=server.folder, env=os.environ | {"COLUMNS": "160"})
print(done.stdout[-12_000:], done.stderr[-2_000:])
sys.exit(done.returncode)
