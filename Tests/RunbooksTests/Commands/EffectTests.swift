import Testing

@testable import Runbooks

@Suite struct EffectTests {
  private func effect(_ text: String) -> Action.Effect { EffectReader.judge(text).effect }

  @Test func everyLineOfTheEffectTableCanBeRead() {
    #expect(EffectTable.shared.rejected.isEmpty)
  }

  @Test(arguments: [
    "rm -rf /var/lib/x", "sudo rm file", "/bin/rm x", "docker system prune -af", "docker compose down -v",
    "docker-compose -f a.yml down", "find /var/log -name '*.gz' -delete", "find . -exec rm {} \\;",
    "ls | xargs rm", "redis-cli -h x FLUSHALL", "redis-cli flushdb", "kubectl delete pod x",
    "kubectl -n prod delete ns y",
    "kubectl drain node1 --ignore-daemonsets", "git reset --hard HEAD~1", "git push --force", "git clean -fd",
    "git checkout -- .", "aws s3 sync a s3://b --delete", "aws s3 rm s3://b/x",
    "aws ec2 terminate-instances --instance-ids i",
    "aws rds delete-db-instance --db-instance-identifier x", "terraform destroy", "psql -c 'DROP TABLE users'",
    "psql $URL -c \"DELETE FROM jobs\"", "mysql -e 'TRUNCATE t'", "psql -c 'UPDATE users SET x = 1'",
    "docker exec db psql -U p -c \"SELECT pg_terminate_backend(pid) FROM pg_stat_activity\"",
    "ssh host 'rm -rf /tmp/x'", "ssh host sudo reboot", "kubectl exec -it pod -- rm -rf /data", "bash -c 'rm x'",
    "echo ok && rm x", "echo $(rm x)", "echo `rm x`", "true > /var/log/app.log", "if true; then rm x; fi",
    "for f in *; do rm $f; done", "timeout 5 rm x", "env A=1 rm x", "kill -9 1", "pkill -f node", "pm2 delete all",
    "curl -X DELETE https://x/y", "journalctl --vacuum-size=1G", "helm uninstall x",
    "kubectl scale deploy/x --replicas=0",
    "docker volume rm data", "dd if=/dev/zero of=/dev/sda", "crontab -r", "heroku pg:reset", "npx prisma migrate reset",
    "gcloud compute instances delete x", "Remove-Item x", "systemctl poweroff", "watch rm x", "cat <(rm x)",
    "docker run --rm -v /:/host alpine rm -rf /host/x", "docker rm $(docker ps -aq)",
    "psql -c 'SELECT 1' -c 'DROP TABLE x'",
    "psql -tAc 'TRUNCATE t'", "mysql -Ne 'DROP TABLE t'", "find . -exec ls {} \\; -exec rm {} \\;",
    "curl -sXDELETE https://x",
    "redis-cli --scan --pattern x | xargs redis-cli del", "kubectl delete pod x --dry-run=none", "\\rm -rf x", "'rm' x",
    "su - postgres -c \"psql -c 'DROP DATABASE x'\"", "(rm x)", "f() { rm x; }", "! rm x", "nohup rm x &",
    "> /var/log/x",
    "cat /dev/null > /var/log/x", "X=$(rm y)", "case x in a) rm y;; esac", "git reflog expire --expire=now --all",
    "kubectl get pods -o name | xargs kubectl delete", "docker compose run --rm web rake db:drop", "pulumi stack rm x",
    "psql <<< 'DROP TABLE x'", "find . -exec sh -c 'rm \"$1\"' _ {} \\;", "heroku run -a x rake db:drop",
    "psql -c \"COPY (DELETE FROM t RETURNING *) TO STDOUT\"", "sudo -u root -- rm x", "command rm x",
    "sudo -u postgres psql <<EOF\nDROP DATABASE x;\nEOF", "bash <<EOF\nrm x\nEOF", "xargs -n1 kill < pids",
    "virsh destroy web", "ipmitool -H h chassis power cycle", "qm stop 100", "airflow tasks clear x", "scancel 12",
    "kubeadm reset", "python manage.py flush", "pcs resource disable x", "drbdadm invalidate r0",
  ])
  func whatRemovesOrEndsSomethingIsDestructive(_ text: String) {
    #expect(effect(text) == .destructive, "\(EffectReader.judge(text).reason)")
  }

  @Test(arguments: [
    "systemctl restart nginx", "kubectl rollout undo deployment/x", "kubectl apply -f x.yaml", "docker restart x",
    "curl -X POST https://x", "curl -d a=b https://x", "echo x > file", "echo x | tee /etc/y", "sed -i s/a/b/ f",
    "psql -c 'VACUUM'", "psql -c \"SELECT pg_cancel_backend(1)\"", "psql -c 'SELECT * FROM t FOR UPDATE'",
    "psql -c \"UPDATE a SET b = 1 WHERE id = 2\"", "redis-cli SET a b", "git push", "npx prisma db pull",
    "aws s3 sync a s3://b", "cp a b", "curl -o out https://x", "wget https://x/y", "nano /etc/hosts",
    "docker run alpine ls",
    "psql -c 'WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x'", "certbot renew",
    "brew services restart x", "hostname web2", "ifconfig eth0 10.0.0.1", "sysctl vm.swappiness=1",
    "git config user.name x",
    "curl -sT f https://x", "curl -sF a=b https://x", "curl --json '{}' https://x", "curl -LO https://x", "mount -a",
    "date 010100002020", "aws elasticache test-failover --x y", "terraform fmt", "solana config set --url x",
    "explain() { systemctl restart x; }", "Restart-Service x", "helm rollback x 1",
    "kubeadm certs renew all", "scontrol update nodename=x state=drain", "pcs resource cleanup x", "sbatch job.sh",
    "mosquitto_pub -t a -m b", "nvidia-smi -pm 1", "etcdutl snapshot restore x", "python manage.py migrate",
  ])
  func whatChangesSomethingIsAtLeastAWrite(_ text: String) {
    #expect(effect(text).gravity >= Action.Effect.write.gravity, "\(EffectReader.judge(text).reason)")
  }

  @Test(arguments: [
    "docker compose ps", "docker compose logs --tail=100 x", "kubectl get pods -A | grep -v Running", "df -h",
    "sudo nginx -t", "curl -sf https://x/health", "curl -I https://x",
    "curl -s -o /dev/null -w '%{http_code}' https://x",
    "psql -c 'SELECT count(*) FROM pg_stat_activity'", "redis-cli -h <ENDPOINT> INFO", "git log --oneline -10",
    "aws rds describe-db-instances", "find / -name core", "ssh host uptime", "docker exec db df -h",
    "ps aux | grep node",
    "kubectl -n prod logs deploy/x --since=1h 2>&1 | head", "sudo certbot certificates", "systemctl status nginx",
    "time curl https://x", "openssl s_client -connect x:443 </dev/null | openssl x509 -noout -dates",
    "date +%F", "date -d yesterday", "hostname", "hostname -f", "mount", "ip addr", "ip a", "ip -s link",
    "ip route show",
    "ifconfig eth0", "git branch -a", "git config --list", "git remote -v", "command -v jq", "systemctl", "timedatectl",
    "curl -sG -d a=b https://x", "curl -fsSL https://x", "curl -w '%{time_total}' -o /dev/null -s https://x",
    "nmcli device",
    "psql -Atc 'SELECT 1'", "mysql -Ne 'SHOW TABLES'", "redis-cli CONFIG GET maxmemory", "redis-cli CLUSTER INFO",
    "resolvectl status", "amtool silence query", "ethtool eth0", "etcdctl endpoint health",
    "aws logs start-query --x y",
    "kubectl exec pod -- cat /etc/hosts", "psql -c 'EXPLAIN SELECT 1'", "terraform plan", "helm list -A", "top -b -n 1",
    "kubectl delete pod x --dry-run=client", "Get-Process", "find . -exec grep x {} \\;", "cat a | sort | uniq -c",
    "mysql -e 'SHOW PROCESSLIST'", "gcloud sql instances list", "git status; git diff",
    "virsh list --all", "ipmitool -H h chassis power status", "squeue -u x", "kubeadm certs check-expiration",
    "airflow dags list", "snmpget -v2c -c x h 1.3", "mosquitto_sub -t x -C 1", "pcs status", "varnishadm ban.list",
    "kubectl get all", "lfs check servers",
  ])
  func whatOnlyLooksIsARead(_ text: String) {
    #expect(effect(text) == .read, "\(EffectReader.judge(text).reason)")
  }

  @Test(arguments: [
    "./fix.sh", "frobnicate --all", "curl https://x | bash", "eval \"$X\"", "python3 fix.py", "npm run repair",
    "make fix",
    "psql -f fix.sql", "psql < fix.sql", "bash fix.sh", "psql -c 'SELECT repair_all()'", "psql -c 'CALL fix()'",
    "kubectl frobnicate", "aws s3 frobnicate", "$CMD", "docker exec web ./fix.sh", "source fix.sh", "xargs -I{} ./x {}",
    "ip netns exec x rm y", "systemctl soft-reboot", "patronictl query -c 'DROP'", "ssh host < x.sh",
    "ceph osd pool delete x",
    "psql -c 'SELECT app.count()'", "psql -c \"SELECT 'DROP' \\gexec\"", "etcdctl user frobnicate",
    "redis-cli CLIENT UNBLOCK 1",
    "perf stat ./x", "trap 'rm x' EXIT", "curl -K conf", "consul operator raft remove-peer",
    "mc admin service restart x",
    "psql -c \"COPY t TO PROGRAM 'rm x'\"", "psql -c 'SELECT 1' -f x.sql", "rabbitmqctl eval_file x",
    "keytool -storepasswd",
    "psql -c \"SELECT \"\"evil\"\"()\"", "awk 'BEGIN { system(\"x\") }'",
    "esxcli system shutdown poweroff", "pcs quorum unblock", "ipmitool raw 0x00", "pvesh frobnicate",
  ])
  func whatIsNotKnownIsNeverARead(_ text: String) {
    #expect(effect(text).gravity >= Action.Effect.unknown.gravity, "\(EffectReader.judge(text).reason)")
  }

  @Test func hostileTextNeitherTrapsNorReadsAsHarmless() {
    for text in [
      "$(", "`", "'", "\"", "<<", "<<<", ">", "2>&", "${", "$((", "((((((", ")", "|||", "&&&", "\\", "<a", "rm '",
      String(repeating: "$(", count: 5_000), String(repeating: "bash -c \"", count: 500), "\u{0}", "é'ü",
      String(repeating: "sudo ", count: 3_000) + "ls",
    ] {
      _ = EffectReader.judge(text)
      _ = Commands.actions(in: text, language: "bash", firstLine: 1, phase: .fix)
      _ = Commands.actions(in: text, language: "sql", firstLine: 1, phase: .fix)
      _ = Commands.actions(in: text, language: "redis", firstLine: .max, phase: .fix)
    }
    let deep = String(repeating: "bash -c 'x' && ", count: 2_000) + "ls"
    #expect(EffectReader.judge(deep).effect != .read)
  }
}
