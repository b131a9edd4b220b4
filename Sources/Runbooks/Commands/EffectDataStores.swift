extension EffectData {
  static let stores = """
    pg_dump,pg_dumpall,mysqldump,mongodump,mongoexport,pg_isready,pg_controldata,pgbadger,mysqlcheck,mysqlshow | read | reads the database
    pg_dump,pg_dumpall,mysqldump,mongodump,mongoexport -f,--file,--out,-o,--result-file | write | writes a file
    pg_restore,mongorestore,mongoimport,mysqlimport,pgloader,createdb,createuser,vacuumdb,reindexdb,pgbench,initdb | write | changes the database
    pg_restore -l,--list | read | lists a dump
    pg_restore,mongorestore -c,--clean,--drop | destructive | drops what it restores over
    dropdb,dropuser | destructive | removes a database
    pg_ctl,pg_ctlcluster | write | changes the server
    pg_ctl status | read | shows the server
    pg_ctl,pg_ctlcluster stop,kill | destructive | stops the server
    pg_rewind,pg_resetwal,pg_archivecleanup | destructive | rewrites the database's files
    pg_basebackup,pgbackrest,barman,wal-g,wal-e,restic,borg,xtrabackup,mariabackup,innobackupex | write | makes or restores a backup
    pgbackrest info,check,verify | read | shows backups
    pgbackrest restore,expire,stanza-delete | destructive | overwrites or removes data
    barman list-*,show-*,check,status,diagnose | read | shows backups
    barman delete,recover | destructive | overwrites or removes data
    wal-g,wal-e backup-list,wal-show,wal-verify | read | shows backups
    wal-g,wal-e delete,backup-fetch | destructive | overwrites or removes data
    restic,borg snapshots,ls,stats,check,diff,list,info,find,cat | read | shows backups
    restic,borg check --repair,--read-data-repair | write | rewrites backups
    restic,borg forget,prune,delete,compact | destructive | removes backups
    patronictl | values | -c -d --config-file
    patronictl list,topology,history,show-config,version,dsn | read | shows the cluster
    patronictl failover,switchover,restart,reload,pause,resume,edit-config,flush,reinit,demote | write | changes the cluster
    patronictl remove,reinit | destructive | removes or rebuilds a member
    repmgr cluster,node,service show,status,check,event,matrix,crosscheck | read | shows the cluster
    repmgr standby,node,primary promote,switchover,follow,rejoin,register,clone,unregister | write | changes the cluster
    pgbouncer | write | starts the pool
    mysqladmin status,ping,version,processlist,variables,extended-status | read | shows the server
    mysqladmin kill,shutdown,drop | destructive | ends queries or the server
    mysqladmin flush-*,reload,refresh,create,password,start-*,stop-* | write | changes the server
    etcdctl | values | --endpoints --cacert --cert --key
    etcdctl get,version,check,watch | read | shows the store
    etcdctl endpoint health,status,hashkv | read | shows the store
    etcdctl member,user,role,alarm list,get | read | shows the store
    etcdctl snapshot status | read | shows the store
    etcdctl user,role delete,revoke-role,revoke-permission | destructive | takes access away
    etcdctl user,role add,passwd,grant-role,grant-permission | write | changes access
    etcdctl put,defrag,compact,compaction,lease,move-leader,txn,lock,elect | write | changes the store
    etcdctl member,alarm,snapshot,auth add,update,disarm,save,enable,disable,promote | write | changes the store
    etcdctl member remove | destructive | removes a member
    etcdctl snapshot restore | destructive | overwrites the store
    etcdctl del | destructive | removes keys
    kafka-topics,kafka-topics.sh,kafka-consumer-groups,kafka-consumer-groups.sh,kafka-configs,kafka-configs.sh,kafka-acls,kafka-acls.sh | values | --bootstrap-server --zookeeper --topic --group
    kafka-topics,kafka-topics.sh,kafka-consumer-groups,kafka-consumer-groups.sh,kafka-configs,kafka-configs.sh,kafka-acls,kafka-acls.sh | unknown | this order is not in the table
    kafka-topics,kafka-topics.sh,kafka-consumer-groups,kafka-consumer-groups.sh,kafka-configs,kafka-configs.sh,kafka-acls,kafka-acls.sh --list,--describe | read | shows topics or groups
    kafka-topics,kafka-topics.sh,kafka-configs,kafka-configs.sh,kafka-acls,kafka-acls.sh --create,--alter,--add | write | changes topics
    kafka-topics,kafka-topics.sh,kafka-consumer-groups,kafka-consumer-groups.sh --delete | destructive | removes topics or groups
    kafka-acls,kafka-acls.sh,kafka-configs,kafka-configs.sh --remove,--delete-config | destructive | removes settings
    kafka-consumer-groups,kafka-consumer-groups.sh --reset-offsets | read | only shows the new offsets
    kafka-consumer-groups,kafka-consumer-groups.sh --reset-offsets --execute | destructive | skips or repeats messages
    kafka-console-consumer,kafka-console-consumer.sh,kcat,kafkacat,kafka-log-dirs,kafka-log-dirs.sh,kafka-broker-api-versions,kafka-broker-api-versions.sh,kafka-get-offsets.sh | read | reads messages
    kafka-console-producer,kafka-console-producer.sh,kafka-reassign-partitions,kafka-reassign-partitions.sh,kafka-leader-election,kafka-leader-election.sh,kafka-preferred-replica-election.sh | write | changes topics
    kcat,kafkacat -P | write | sends messages
    kafka-delete-records,kafka-delete-records.sh,kafka-server-stop.sh | destructive | removes messages
    nats server,stream,consumer,account,kv,rtt,context info,ls,list,report,ping,get,view,status,state,check | read | shows streams
    nats stream,consumer,kv add,edit,put,create,pause,resume,copy | write | changes streams
    nats stream,consumer,kv rm,purge,delete,rmm,del | destructive | removes messages
    memcached-tool | read | shows the cache
    memcached-tool * flush_all | destructive | empties the cache
    nodetool status,info,tpstats,compactionstats,describecluster,gossipinfo,netstats,ring,tablestats,cfstats,version,proxyhistograms | read | shows the cluster
    nodetool repair,flush,compact,rebuild,drain,disable*,enable*,set*,snapshot,cleanup,scrub,refresh | write | changes the cluster
    nodetool decommission,removenode,assassinate,clearsnapshot,stopdaemon,truncatehints | destructive | removes a member or data
    rethinkdb,influx,cqlsh,mongo,mongosh,clickhouse-client,sqlcmd,sqlplus,cypher-shell,arangosh,ksql,trino | unknown | what it runs is not known
    ceph osd,mon,pg tree,stat,df,dump,ls,perf,status | read | shows the cluster
    ceph osd pool ls,stats,get | read | shows the cluster
    ceph $ | read | shows the cluster
    ceph status,health,df,versions,quorum_status | read | shows the cluster
    ceph osd,mon,pg in,out,set,unset,reweight,repair,deep-scrub,scrub | write | changes the cluster
    ceph osd rm,purge,destroy,down | destructive | removes a disk
    """

  static let windows = """
    ipconfig,systeminfo,tasklist,netstat.exe,nbtstat,tracert,pathping,driverquery,wevtutil,sc,net,where,whoami.exe | read | shows the system
    ipconfig /flushdns,/release,/renew | write | changes the network
    sc query,qc,queryex | read | shows services
    sc start,stop,config,create,failure | write | changes services
    sc delete | destructive | removes a service
    net start,stop,use,user,localgroup * | write | changes services or accounts
    iisreset,iisreset.exe,schtasks,setx,gpupdate,netsh,icacls,reg,copy,xcopy,robocopy,move,ren | write | changes the system
    taskkill,del,rd,erase,format,diskpart,bcdedit | destructive | removes or ends something
    schtasks /query | read | lists jobs
    reg query | read | reads the registry
    """
}
