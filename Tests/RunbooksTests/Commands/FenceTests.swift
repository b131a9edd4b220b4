import Testing

@testable import Runbooks

@Suite struct FenceTests {
  private func actions(_ text: String, _ language: String = "bash", _ phase: Action.Phase = .fix) -> [Action] {
    Commands.actions(in: text, language: language, firstLine: 10, phase: phase)
  }

  @Test func aContinuedQuotedOrLoopedCommandIsOne() {
    let text = """
      kubectl set env deploy/x \\
        A=1
      psql -c "
        SELECT 1;

        SELECT 2;
      "
      for pod in $(kubectl get pods -o name); do
        kubectl delete $pod
      done
      cat <<EOF
      rm x
      EOF
      docker ps |
        grep web
      """
    let found = actions(text)
    #expect(found.map(\.line) == [10, 12, 17, 20, 23])
    #expect(found.map(\.effect) == [.write, .read, .destructive, .read, .read])
  }

  @Test func commentsAboveACommandAreItsCaptionAndOthersAreSteps() {
    let found = actions(
      """
      # Restart the service
      systemctl restart app
      systemctl status app

      # Update DNS at the provider
      # https://dns.example/

      # Look from outside
      # Use: https://up.example/shop

      # Verify health
      curl http://localhost/health
      # Expected: {"status": "ok"}
      """)
    #expect(found.map(\.kind) == [.command, .command, .manual, .manual, .command])
    #expect(found[1].caption == "Restart the service")
    #expect(found[2].text == "Update DNS at the provider https://dns.example/")
    #expect(found[3].text == "Look from outside. Use: https://up.example/shop")
    #expect(found[4].phase == .verification)
    #expect(found[4].expectation == "{\"status\": \"ok\"}")
  }

  @Test func aVerificationNeedsAChangeBeforeIt() {
    let found = actions("# Verify the provider is up\ncurl https://x/health")
    #expect(found.map(\.phase) == [.fix])
  }

  @Test func aCommentedOutCommandIsAStepThatTellsItsEffect() {
    let found = actions("systemctl restart app\n# Or if that is not enough:\n# docker compose down")
    #expect(found.map(\.kind) == [.command, .manual])
    #expect(found[1].text == "docker compose down" && found[1].effect == .destructive)
    #expect(found[1].caption == "Or if that is not enough")
  }

  @Test func aBareSSHLineIsTheTargetOfTheRest() {
    let found = actions("ssh -i key ops@web1  # the web host\nuptime\nexit\ndf -h")
    #expect(found.map(\.target) == [nil, "ops@web1", "ops@web1", nil])
    #expect(found[0].interactive && found[0].caption == "the web host")
  }

  @Test func whatIsNotShellIsAManualStep() {
    let found = actions(
      """
      - Click "Acknowledge"
      /incident declare "x" severity:high
      Check the dashboard for errors
      GET /health
      1. Tell the team
      """)
    #expect(found.allSatisfy { $0.kind == .manual })
    #expect(found.map(\.text).first == "Click \"Acknowledge\"")
  }

  @Test func consolesTakeTheLinesAfterThem() {
    let redis = actions("redis-cli -h cache\n\n# Empty it\nFLUSHDB\nINFO memory\nexit\nls")
    #expect(redis.map(\.language) == ["bash", "redis", "redis", "redis", "bash"])
    #expect(redis.map(\.effect) == [.unknown, .destructive, .read, .read, .read])
    #expect(redis[1].suggestion == "redis-cli -h cache FLUSHDB")
    let sql = actions("psql $DB\nSELECT pg_terminate_backend(1);\n\\q\nls")
    #expect(sql.map(\.effect) == [.unknown, .destructive, .read, .read])
  }

  @Test func aSQLFenceIsSplitByStatements() {
    let found = actions(
      """
      -- Who is connected
      SELECT *
      FROM pg_stat_activity;

      -- End them; carefully
      SELECT pg_terminate_backend(pid) FROM a WHERE b = 'x;y'; DELETE FROM t;
      """, "sql")
    #expect(found.map(\.line) == [11, 15, 15])
    #expect(found.map(\.effect) == [.read, .destructive, .destructive])
    #expect(found[0].caption == "Who is connected")
  }

  @Test(arguments: [
    ("top", "top -b -n 1"), ("docker stats", "docker stats --no-stream"),
    ("docker logs -f web", "docker logs --tail 200 web"),
    ("kubectl logs -f deploy/x --tail=50", "kubectl logs deploy/x --tail=50"),
    ("tail -f /var/log/x", "tail -n 200 /var/log/x"),
    ("pm2 logs api | grep x", "pm2 logs --nostream api | grep x"), ("pm2 monit", "pm2 list"),
    ("watch -n 5 kubectl get pods", "kubectl get pods"), ("ping host", "ping -c 4 host"),
    ("sudo journalctl -fu nginx", "sudo journalctl -n 200 --no-pager -u nginx"),
    ("docker compose up", "docker compose up -d"),
    ("git revert abc", "git revert --no-edit abc"), ("kubectl get pods -w", "kubectl get pods"),
    ("aws logs tail /x --follow", "aws logs tail /x"), ("psql $URL", "psql -c 'SQL' $URL"),
  ])
  func whatNeverEndsHasAFormThatDoes(_ text: String, _ suggestion: String) {
    let found = actions(text)
    #expect(found.first?.interactive == true)
    #expect(found.first?.suggestion == suggestion)
  }

  @Test(arguments: [
    "htop -d 5", "nano x", "kubectl edit cm x", "redis-cli", "npx prisma studio", "ssh web", "docker exec -it web bash",
    "vi x", "less x", "mysql -u root -p", "kubectl exec -it pod -- sh", "docker exec -it db psql -U p", "sudo su -",
    "crontab -e",
  ])
  func whatWaitsForAPersonIsMarked(_ text: String) {
    #expect(actions(text).first?.interactive == true)
  }

  @Test(arguments: [
    "ping -c 3 x", "docker logs web", "psql -c 'SELECT 1'", "top -b -n1", "iostat -x 1 5", "redis-cli INFO",
    "tail -50 x", "kubectl exec pod -- ls", "docker exec -it web ls", "python3 x.py", "ssh web uptime",
    "docker compose up -d",
  ])
  func whatEndsByItselfIsNotMarked(_ text: String) {
    #expect(actions(text).first?.interactive == false)
  }

  @Test func placeholdersOfAllStylesAreFound() {
    let cases: [(String, [String])] = [
      ("docker restart [service-name]", ["[service-name]"]), ("kubectl delete pod <POD_NAME>", ["<POD_NAME>"]),
      ("kubectl logs {{pod}}", ["{{pod}}"]), ("psql $DATABASE_URL -c 'SELECT 1'", ["$DATABASE_URL"]),
      ("curl https://api.yourdomain.com/health", ["yourdomain"]), ("kill -9 PID", ["PID"]),
      ("aws s3 ls s3://BUCKET_NAME/", ["BUCKET_NAME"]), ("./rollback.sh v1.x.x", ["v1.x.x"]),
      ("docker ps --format '{{.Names}}'", []), ("[ -f x ] && ls [0-9]*", []), ("env | grep -E 'A_URL|B_KEY'", []),
      ("POD=x\necho $POD $HOME", []), ("sort <in >out", []), ("psql -c \"SELECT pg_cancel_backend(PID)\"", ["PID"]),
    ]
    for (text, expected) in cases { #expect(actions(text).last?.placeholders == expected, "\(text)") }
  }

  @Test func dataDiagramsAndProseAreNotCommands() {
    for language in ["yaml", "json", "mermaid", "markdown", "nginx"] { #expect(actions("rm x", language).isEmpty) }
    #expect(actions("INCIDENT: [title]\nStatus: Investigating\nNext update: 15 min", "").isEmpty)
    #expect(actions("docker ps\ndf -h", "").count == 2)
  }

  @Test func aConsoleTranscriptKeepsCommandsAndTheirOutput() {
    let found = actions("$ systemctl is-active app\nactive\n$ uptime", "console")
    #expect(found.map(\.text) == ["systemctl is-active app", "uptime"])
    #expect(found[0].expectation == "active")
  }
}
