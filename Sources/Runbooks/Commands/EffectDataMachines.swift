/// Machines, clusters of machines and what schedules work on them.
extension EffectData {
  static let machines = """
    virsh list,dominfo,domstate,domblklist,domiflist,nodeinfo,pool-list,vol-list,net-list,snapshot-list,vcpuinfo,domstats | read | shows machines
    virsh start,reboot,resume,suspend,migrate,snapshot-create,snapshot-revert,setmem,setvcpus,attach-disk,define,net-start,pool-start,autostart | write | changes machines
    virsh destroy,shutdown,undefine,vol-delete,snapshot-delete,detach-disk,net-destroy,pool-destroy | destructive | stops or removes machines
    qm,pct list,status,config,pending,listsnapshot,showcmd | read | shows machines
    qm,pct start,resume,reboot,migrate,snapshot,set,clone,resize,unlock,create,restore | write | changes machines
    qm,pct stop,shutdown,destroy,delsnapshot,rollback,reset,suspend | destructive | stops or removes machines
    pvecm status,nodes | read | shows the cluster
    pvecm add,expected,updatecerts | write | changes the cluster
    pvecm delnode | destructive | removes a node
    pveversion,pvs,vgs,lvs | read | shows storage
    pvesh get,ls | read | shows the cluster
    pvesm status,list | read | shows storage
    pvesh create,set | write | changes the cluster
    pvesh delete | destructive | removes from the cluster
    pvesm add,set,alloc | write | changes storage
    pvesm remove,free | destructive | removes storage
    vim-cmd vmsvc/getallvms,vmsvc/power.getstate,vmsvc/get.summary,hostsvc/hostsummary | read | shows machines
    vim-cmd vmsvc/power.on,vmsvc/power.reset,vmsvc/power.reboot | write | changes machines
    vim-cmd vmsvc/power.off,vmsvc/power.shutdown,vmsvc/destroy,vmsvc/unregister | destructive | stops or removes machines
    esxcli * * list,get,* list | read | shows the host
    esxcli * * * list,get | read | shows the host
    ipmitool | values | -H -U -P -I -f
    ipmitool sel list,elist,info,get | read | shows the hardware
    ipmitool sensor,sdr,fru,lan,mc,chassis | unknown | this order is not in the table
    ipmitool sensor,sdr,fru $ | read | shows the hardware
    ipmitool sensor,sdr list,get,elist,type | read | shows the hardware
    ipmitool chassis status | read | shows the hardware
    ipmitool chassis,power power,status status | read | shows the hardware
    ipmitool power status | read | shows the hardware
    ipmitool power on | write | switches the machine on
    ipmitool chassis power on | write | switches the machine on
    ipmitool power off,cycle,reset,soft | destructive | takes the machine down
    ipmitool chassis power off,cycle,reset,soft | destructive | takes the machine down
    ipmitool sel clear | destructive | removes the hardware's log
    racadm getsel,getsysinfo,getsensorinfo,get | read | shows the hardware
    racadm serveraction powerdown,powercycle,hardreset,graceshutdown | destructive | takes the machine down
    racadm serveraction powerup | write | switches the machine on
    pcs config $ | read | shows the cluster
    pcs status | read | shows the cluster
    pcs quorum status,config | read | shows the cluster
    pcs status resources,nodes,corosync,pcsd | read | shows the cluster
    pcs resource show,status,config,failcount | read | shows the cluster
    pcs resource cleanup,enable,refresh,move,restart,update,create,clear,manage,unmanage | write | changes the cluster
    pcs resource disable,delete,remove,ban | destructive | stops or removes a resource
    pcs cluster status | read | shows the cluster
    pcs cluster start,enable,unstandby | write | changes the cluster
    pcs cluster stop,kill,destroy,standby | destructive | takes nodes out of the cluster
    pcs node unstandby,unmaintenance | write | changes the cluster
    pcs node standby,maintenance | destructive | takes a node out of service
    crm_mon,corosync-quorumtool,corosync-cfgtool,drbdtop | read | shows the cluster
    crm status,ra | read | shows the cluster
    crm resource cleanup,start,move,unmove,refresh | write | changes the cluster
    crm resource stop | destructive | stops a resource
    drbdadm status,dump,cstate,dstate,role | read | shows replication
    drbdadm up,connect,primary,secondary,adjust,resume-sync | write | changes replication
    drbdadm down,disconnect,invalidate,create-md,wipe-md | destructive | stops replication or throws data away
    squeue,sinfo,sacct,sstat,sprio,sdiag,sshare | read | shows jobs
    scontrol show,ping | read | shows jobs
    scontrol update,hold,release,requeue,reconfigure,resume,create | write | changes jobs or nodes
    scontrol reboot,shutdown,suspend | destructive | stops nodes or jobs
    sbatch,srun,salloc | write | starts a job
    scancel | destructive | ends jobs
    lfs check,df,getstripe,quota,find | read | shows the file system
    lctl dl,list_nids,get_param,ping,device_list | read | shows the file system
    lctl set_param,conf_param,activate,recover | write | changes the file system
    lctl deactivate,abort_recovery | destructive | takes a target out of service
    gluster volume info,status,list,top | read | shows volumes
    gluster peer status | read | shows volumes
    gluster volume start,heal,rebalance,set,add-brick,create | write | changes volumes
    gluster volume stop,delete,remove-brick,reset-brick | destructive | stops or removes volumes
    gluster volume heal info | read | shows volumes
    snmpget,snmpwalk,snmpbulkwalk,snmptable | read | asks a device
    snmpset | write | changes a device
    mosquitto_sub | read | listens to messages
    mosquitto_pub | write | sends a message
    mosquitto_passwd | write | changes an account
    mongostat,mongotop,pgbadger,pg_activity,iotop-c | read | shows the database at work
    varnishstat,varnishlog,varnishncsa,varnishhist,varnishtop | read | shows the cache at work
    varnishadm ban.list,backend.list,status,ping,vcl.list,param.show,panic.show | read | shows the cache
    varnishadm vcl.load,vcl.use,param.set,backend.set_health,start | write | changes the cache
    varnishadm stop,vcl.discard,panic.clear | destructive | stops the cache
    etcdutl snapshot status | read | looks at a snapshot
    etcdutl snapshot restore | write | writes a data directory
    etcdutl defrag,migrate | write | changes a data directory
    kubeadm certs check-expiration | read | shows certificates
    kubeadm version | read | shows the version
    kubeadm config view,print | read | shows the cluster
    kubeadm token list | read | shows tokens
    kubeadm certs renew | write | changes certificates
    kubeadm token create | write | creates a token
    kubeadm token delete | destructive | removes a token
    kubeadm init,join,upgrade | write | changes the cluster
    kubeadm upgrade plan,diff | read | only shows what would happen
    kubeadm reset | destructive | takes a node out of the cluster
    k9s,kubectx,kubens | unknown | what is done there is not known
    docker swarm ca | read | shows the certificate
    docker swarm ca --rotate | write | changes the certificate
    ctr * images,containers,tasks,snapshots,i,c,t ls,list,info,check | read | shows containers
    airflow dags,tasks,pools,variables,connections,jobs,users,roles list,get,show,state,details,list-runs,report,check,list-import-errors,next-execution,failed-deps,states-for-dag-run,render | read | shows work flows
    airflow info,version,cheat-sheet | read | shows work flows
    airflow dags trigger,pause,unpause,backfill,reserialize,test | write | changes work flows
    airflow tasks run,test | write | starts a task
    airflow tasks clear | destructive | forgets results and runs tasks again
    airflow dags delete | destructive | removes a work flow and its history
    airflow pools,variables,connections set,import,add,create | write | changes settings
    airflow pools,variables,connections delete | destructive | removes settings
    airflow db check,check-migrations | read | looks at the database
    airflow db migrate,upgrade,init | write | changes the database
    airflow db reset,clean,downgrade | destructive | removes data
    geth,bitcoin-cli,lncli,lightning-cli,solana,cast,near | unknown | this order is not in the table
    minio,weed | unknown | this order is not in the table
    nvidia-smi | read | shows the graphics cards
    nvidia-smi -r,--gpu-reset,-pm,-pl,-mig,-e,-c,-ac,-rac,-lgc,-rgc,--persistence-mode,--power-limit,--compute-mode | write | changes the graphics cards
    mlflow models,server,ui,run | write | starts a server or a run
    mlflow runs,experiments,artifacts list,search,describe | read | shows runs
    mlflow experiments,runs delete,gc | destructive | removes runs
    """
}
