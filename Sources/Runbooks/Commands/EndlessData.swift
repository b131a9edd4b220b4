enum EndlessData {
  static let text = """
    top !-b | never ends | + -b -n 1
    htop,atop,btop,glances,nmon,powertop | waits for a person | = top -b -n 1
    iftop !-t | never ends | + -t -s 10
    iotop !-b | never ends | + -b -n 3
    nload,nethogs,bmon | never ends | .
    slabtop !-o | never ends | + -o
    vmstat,iostat,mpstat 1,2 !3,4,5,6,10,20,30,60 | never ends | .
    dstat,perf top | never ends | .
    ping,ping6 !-c,-w,-W | never ends | + -c 4
    mtr !-r,--report,-c | waits for a person | + --report -c 10
    tcpdump,tshark,ngrep !-c,-r | never ends | + -c 100
    tail -f,-F,--follow,--retry !--pid | never ends | - -n 200
    dmesg -w,-W,--follow | never ends | -
    journalctl -f,--follow | never ends | - -n 200 --no-pager
    docker,podman,nerdctl logs -f,--follow | never ends | - --tail 200
    docker,podman,nerdctl container,service logs -f,--follow | never ends | - --tail 200
    docker,podman,nerdctl stats !--no-stream | never ends | + --no-stream
    docker,podman,nerdctl container stats !--no-stream | never ends | + --no-stream
    docker,podman,nerdctl events !--until | never ends | + --until now
    docker,podman,nerdctl attach | waits for a person | .
    docker,podman,nerdctl system,container,image,volume,network,builder prune !-f,--force | asks before it acts | .
    docker compose logs -f,--follow | never ends | - --tail 200
    docker compose up !-d,--detach,--wait,--no-start | stays in the foreground | + -d
    docker compose stats !--no-stream | never ends | + --no-stream
    docker compose events,watch,attach | never ends | .
    docker compose rm !-f,--force | asks before it acts | .
    docker-compose logs -f,--follow | never ends | - --tail 200
    docker-compose up !-d,--detach,--no-start | stays in the foreground | + -d
    docker-compose events,watch | never ends | .
    docker-compose rm !-f,--force | asks before it acts | .
    docker-compose stats !--no-stream | never ends | + --no-stream
    crictl logs -f,--follow | never ends | - --tail 200
    kubectl,oc logs -f,--follow | never ends | - --tail=200
    kubectl,oc get -w,--watch,--watch-only | never ends | -
    kubectl,oc rollout status -w,--watch !--timeout | waits until it is done | + --timeout=120s
    kubectl,oc edit | opens an editor | .
    kubectl,oc attach,port-forward,proxy,debug | waits for a person | .
    kubectl,oc events -w,--watch | never ends | -
    stern,kail,kubetail | never ends | .
    k9s,lens | waits for a person | .
    argocd app wait !--timeout | waits until it is done | + --timeout 120
    helm list never | never ends | .
    pm2 logs,log !--nostream | never ends | + --nostream
    pm2 monit,dash,dashboard | waits for a person | = pm2 list
    systemctl edit | opens an editor | .
    supervisorctl !status,tail,start,stop,restart,reload,update,reread,pid,avail,add,remove,shutdown,signal,clear | waits for a person | + status
    supervisorctl tail -f | never ends | -
    crontab -e | opens an editor | .
    vi,vim,nvim,nano,emacs,pico,joe,view,visudo,vipw,ed,mcedit,code,subl,gedit,notepad | opens an editor | .
    less,more,most | waits for a person | .
    man | waits for a person | .
    screen,tmux,script,byobu !ls,list-sessions,capture-pane | opens a session | .
    psql,pgcli !-c,--command,-f,--file,-l,--list,--version,-tAc,-tc,-Atc,-qAtc,-qtc,-qc,-xc !-< | waits for a person | + -c 'SQL'
    mysql,mariadb,mycli !-e,--execute,--version !-< | waits for a person | + -e 'SQL'
    redis-cli,valkey-cli,keydb-cli --latency,--stat,--latency-history,--latency-dist | never ends | .
    mongo,mongosh !--eval,--version !-< | waits for a person | + --eval 'SCRIPT'
    clickhouse-client !-q,--query,--version !-< | waits for a person | + --query 'SQL'
    cqlsh !-e,--execute,-f,--version !-< | waits for a person | + -e 'CQL'
    sqlplus,sqlcmd,arangosh,cypher-shell !-Q,-q,-i !-< | waits for a person | .
    prisma studio | stays in the foreground | .
    kafka-console-consumer,kafka-console-consumer.sh !--max-messages,--timeout-ms | never ends | + --max-messages 10 --timeout-ms 10000
    kcat,kafkacat -C !-e,-c | never ends | + -e
    kcat,kafkacat -P !-< | waits for input | .
    kafka-console-producer,kafka-console-producer.sh !-< | waits for input | .
    nats sub,subscribe !--count | never ends | + --count 10
    aws logs tail --follow | never ends | -
    aws ssm start-session | opens a session | .
    aws configure,sso !list,get | waits for a person | .
    gcloud,az,oci * login | waits for a person | .
    gcloud compute ssh !--command | opens a session | .
    heroku logs -t,--tail | never ends | - -n 200
    heroku pg:psql,redis:cli,console,ps:exec !-c,--command | waits for a person | .
    railway logs !--lines,-n | never ends | + --lines 200
    railway shell,connect,ssh | waits for a person | .
    vercel logs -f,--follow | never ends | -
    vercel,now promote,rollback,rm,remove !-y,--yes | asks before it acts | .
    fly,flyctl logs !-n,--no-tail | never ends | + --no-tail
    fly,flyctl console | opens a session | .
    fly,flyctl ssh console !-C,--command | opens a session | .
    wrangler tail | never ends | .
    firebase,netlify login | waits for a person | .
    terraform,tofu apply,destroy !-auto-approve,--auto-approve | asks before it acts | .
    terraform,tofu console | waits for a person | .
    terragrunt apply,destroy !-auto-approve,--auto-approve | asks before it acts | .
    pulumi up,destroy,refresh !-y,--yes,--skip-preview | asks before it acts | .
    certbot delete !-n,--non-interactive | asks before it acts | .
    apt,apt-get install,upgrade,remove,purge,autoremove,dist-upgrade,full-upgrade !-y,--yes,--assume-yes,-qy,-yq | asks before it acts | + -y
    dnf,yum install,update,upgrade,remove,erase,autoremove !-y,--assumeyes | asks before it acts | + -y
    git revert,merge !--no-edit,-n,--no-commit,--abort,--quit,--ff-only,--ff,--continue,--squash | opens an editor | + --no-edit
    git commit !-m,-F,-am,-C,--message,--file,--no-edit,-a,--fixup | opens an editor | .
    git rebase,add -i,-p,--interactive,--patch | waits for a person | .
    rails,rake console,c,dbconsole | waits for a person | .
    python,python3,node,irb,ipython,iex,scala,lua,php !-c,-m,-v,-V,-e,-p,--version,--eval,--inspect,-i,*,manage.py !-< | waits for a person | .
    node --inspect,--inspect-brk | stays in the foreground | .
    telnet,ftp,sftp | waits for a person | .
    nc,ncat,netcat !-z,-zv,-vz,-zvw,-N !-< | waits for a person | + -z -v -w 3
    passwd,chsh,chfn | waits for a person | .
    ssh-keygen,adduser | asks before it acts | .
    openssl s_client !-< | waits for input | + -brief
    read | waits for a person | .
    etcdctl get,put,watch never | never ends | .
    etcdctl watch | never ends | .
    consul,nomad monitor | never ends | .
    rm,mv,cp -i | asks before it acts | .
    yes | never ends | .
    gh run watch | waits until it is done | .
    gh pr create !--fill,--title,-t | waits for a person | .
    """
}
