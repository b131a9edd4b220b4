/// What programs do, as data. One line per rule: program and its words and flags | effect | why.
/// Commas separate alternatives; `*` is any word, `$` the end of the words, `--flag$` the flag without a value.
/// The closest rule decides, of equals the graver.
/// `program | values | flags` names the flags that take a value.
enum EffectData {
  static let all = [
    files, system, services, network, packages, containers, cloud, stores, development, windows, machines,
  ]

  static let files = """
    cat,zcat,bat,less,more,head,tail,tac,nl,strings,xxd,hexdump,od | read | prints text
    grep,egrep,fgrep,zgrep,rg,ag,ack | read | searches text
    cut,uniq,wc,tr,column,paste,join,comm,fold,fmt,rev,expand,seq,look | read | works on text it is given
    sort,awk,gawk,jq,yq,sed,xmllint,xq,gron,dasel | read | works on text it is given
    sort -o,--output | write | writes its result to a file
    sed -i,--in-place,-i.* | write | edits the file in place
    yq -i,--inplace | write | edits the file in place
    perl | unknown | what the script does is not known
    perl -i,-pi,-i.* | write | edits the file in place
    ls,ll,dir,tree,exa,eza,stat,file,du,df,ncdu,readlink,realpath,basename,dirname,pwd | read | looks at files
    md5sum,sha1sum,sha256sum,sha512sum,cksum,base64,diff,cmp,sdiff,colordiff,vimdiff | read | compares or sums
    find,fd,locate | read | looks for files
    fd -x,-X,--exec,--exec-batch | unknown | runs a command for each file
    find -delete | destructive | flag -delete removes the files it finds
    find -fprint,-fprintf,-fls | write | writes a list to a file
    cp,install,ln,mkdir,touch,mktemp,mv,rename | write | creates or replaces files
    chmod,chown,chgrp,setfacl,chattr,chcon,restorecon,umask | write | changes rights on files
    tee | write | writes its input to a file
    rm,unlink,shred,srm,wipe,rmdir | destructive | removes files
    truncate | destructive | cuts files off
    dd | destructive | overwrites what it writes to
    mkfs,mkfs.*,mkswap,wipefs,fdisk,sfdisk,gdisk,parted | destructive | rewrites a disk
    fdisk,sfdisk,gdisk,parted -l,--list | read | lists disks
    tar,bsdtar | write | unpacks or writes an archive
    tar,bsdtar -t,--list,tf,tvf,tzf,-tzf,-tvf,-tf | read | lists an archive
    gzip,gunzip,bzip2,xz,zstd,zip,unzip,7z | write | packs or unpacks files
    unzip,gzip,xz -l,--list | read | lists an archive
    rsync,scp,sftp,rclone | write | copies files
    rsync --delete,--delete-after,--delete-before,--delete-excluded,--remove-source-files | destructive | removes files at one end
    rsync -n,--dry-run | read | shows what would be copied
    rclone ls,lsd,lsl,lsf,size,check,about,listremotes | read | looks at remote files
    rclone delete,purge,deletefile,rmdir,rmdirs,cleanup,sync | destructive | removes remote files
    logrotate | write | rotates logs
    logrotate -d,--debug | read | shows what would be rotated
    echo,printf,yes,figlet | read | prints text
    cd,pushd,popd,dirs | read | changes only where the shell stands
    test,[,[[,true,false,:,sleep,wait,exit,return,break,continue,shift,local,declare,typeset,let | read | only steers the shell
    set,unset,alias,unalias,export,readonly,ulimit,shopt,hash,history,jobs,fg,bg,disown,clear,reset | read | changes only this shell
    which,whereis,type,man,info,help,apropos,tldr | read | looks a program up
    source,. | unknown | what the file does is not known
    read | read | waits for a line of input
    """

  static let system = """
    top,htop,atop,btop,glances,vmstat,iostat,mpstat,pidstat,sar,iotop,slabtop,dstat,nmon,powertop | read | shows load
    uptime,free,ps,pgrep,pidof,pstree,pmap,lsof,fuser,w,who,last,lastlog,id,whoami,groups,nproc,arch | read | shows the system
    lscpu,lsblk,blkid,lsmod,lspci,lsusb,findmnt,numactl,dmidecode,smartctl,sensors,getconf,getent,locale,tty | read | shows the system
    fuser -k,--kill | destructive | kills the processes it finds
    env,printenv,uname,cal,lsb_release,nvidia-smi,strace,jstack,jmap,jstat,jps | read | shows the system
    lsns,ipcs,catchsegv,ldd,nm,objdump,size,systemd-analyze,systemd-cgtop,systemd-cgls,coredumpctl | read | shows the system
    nvidia-smi -r,--gpu-reset,-pm,-pl,-ac | write | changes the card
    jmap -dump*,-dump | write | writes a file
    perf top,report,script,annotate,list | read | shows load
    perf,ltrace,turbostat,jcmd,trap | unknown | what it runs is not known
    jcmd -l | read | lists processes
    dmesg,sysctl | read | shows the system
    date,hostname,mount,swapon $ | read | shows the system
    date +* | read | shows the time
    date * | write | sets the clock
    date | values | -d --date -r
    hostname * | write | sets the name
    mount -a,--all | write | mounts file systems
    swapon --show,-s | read | shows the system
    swapon -a,--all | write | turns swap on
    date -s,--set | write | sets the clock
    dmesg -C,-c,--clear,--read-clear | write | clears the kernel log
    mount * | write | mounts a file system
    sysctl -w,-p,--write,--load,--system | write | changes kernel settings
    umount,swapoff,modprobe,rmmod,insmod,losetup,resize2fs,xfs_growfs,growpart,fsfreeze,fallocate,tune2fs | write | changes disks or the kernel
    swapon * | write | turns swap on
    lvs,vgs,pvs,lvdisplay,vgdisplay,pvdisplay | read | shows volumes
    lvextend,lvcreate,vgextend,pvcreate,pvresize,lvresize,lvreduce | write | changes volumes
    lvremove,vgremove,pvremove | destructive | removes volumes
    fsck,e2fsck,xfs_repair | destructive | rewrites a file system
    zpool,zfs status,list,get,history,iostat | read | shows volumes
    zpool,zfs create,set,snapshot,scrub,clear,online,offline,replace,add,mount,send,receive | write | changes volumes
    zpool,zfs destroy,rollback,labelclear | destructive | removes data
    mdadm | write | changes arrays
    mdadm --detail,-D,--examine | read | shows arrays
    kill,pkill,killall,skill,xkill | destructive | ends processes
    kill,pkill -0,-l,-L | read | only asks about a process
    renice,taskset,chrt,ionice,cpulimit | write | changes how a process runs
    reboot,shutdown,poweroff,halt,init,telinit | destructive | stops the machine
    useradd,usermod,groupadd,groupmod,adduser,addgroup,chage,chpasswd,passwd,gpasswd,chsh,ssh-copy-id | write | changes accounts
    userdel,groupdel,deluser | destructive | removes accounts
    crontab | write | changes scheduled jobs
    crontab -l | read | lists scheduled jobs
    crontab -r | destructive | removes all scheduled jobs
    at,batch,atrm | write | changes scheduled jobs
    timedatectl,hostnamectl,loginctl,localectl $ | read | shows the system
    timedatectl,hostnamectl,loginctl,localectl status,show,list-*,show-*,session-status,user-status | read | shows the system
    localectl,loginctl set-*,enable-*,disable-*,activate | write | changes the system
    timedatectl set-time,set-timezone,set-ntp | write | changes the clock
    hostnamectl set-hostname,hostname | write | changes the name
    loginctl terminate-session,terminate-user,kill-session,kill-user | destructive | ends sessions
    ntpq,ntpstat | read | shows the clock
    chronyc $ | read | shows the clock
    chronyc tracking,sources,sourcestats,activity,ntpdata,serverstats,clients | read | shows the clock
    chronyc makestep,burst,online,offline,reload | write | changes the clock
    vi,vim,nvim,nano,emacs,ed,pico,joe,view,visudo,vipw | write | edits a file
    screen,tmux,script,byobu | unknown | opens a session
    tmux ls,list-sessions,capture-pane | read | lists sessions
    """

  static let services = """
    systemctl,initctl | values | -H -M -t -p --state --type --property -n --lines
    systemctl $ | read | lists units
    systemctl status,show,cat,is-active,is-enabled,is-failed,is-system-running,list-*,get-default,help | read | shows units
    systemctl start,stop,restart,reload,try-restart,reload-or-restart,enable,disable,reenable,mask,unmask,preset | write | changes units
    systemctl daemon-reload,daemon-reexec,reset-failed,set-property,set-environment,isolate,set-default,edit,link,revert | write | changes units
    systemctl kill,poweroff,reboot,halt,rescue,emergency,kexec,clean | destructive | ends processes or the machine
    service,rc-service,/etc/init.d/* * status | read | shows a service
    service --status-all | read | shows services
    service,rc-service * start,stop,restart,reload,force-reload,try-restart,zap | write | changes a service
    initctl,start,stop,restart,status list,status | read | shows a service
    journalctl | read | prints the journal
    journalctl --vacuum-size,--vacuum-time,--vacuum-files | destructive | removes journal entries
    journalctl --rotate,--flush,--sync | write | rotates the journal
    supervisorctl status,tail,pid,avail,maintail | read | shows processes
    supervisorctl start,stop,restart,reload,update,reread,add,signal | write | changes processes
    supervisorctl remove,shutdown,clear | destructive | removes processes or logs
    pm2 | values | -n --name --lines --max-memory-restart -i --watch-delay
    pm2 status,list,ls,l,show,describe,info,jlist,prettylist,logs,log,env,id,pid,monit,dash,dashboard,report,prefix,-v | read | shows processes
    pm2 start,restart,reload,gracefulReload,stop,scale,save,dump,resurrect,startup,unstartup,reset,update,set,install,deploy,sendSignal | write | changes processes
    pm2 delete,del,kill,flush,uninstall | destructive | removes processes or logs
    nginx,openresty,angie | write | starts the server
    nginx,openresty,angie -t,-T,-v,-V | read | tests the configuration
    nginx,openresty,angie -s | write | signals the server
    nginx,openresty,angie stop,quit -s | destructive | stops the server
    apachectl,apache2ctl,httpd | write | changes the server
    apachectl,apache2ctl,httpd configtest,status,fullstatus | read | tests or shows the server
    apachectl,apache2ctl,httpd -t,-S,-v,-M | read | tests or shows the server
    haproxy -c | read | tests the configuration
    caddy validate,version,list-modules,adapt | read | tests the configuration
    caddy reload,start,stop,run | write | changes the server
    a2ensite,a2dissite,a2enmod,a2dismod | write | changes the server
    varnishadm | unknown | what the order does is not known
    varnishadm ban,ban.url | write | clears cached pages
    mailq,qshape | read | shows the mail queue
    postfix status,check | read | shows the mail service
    postqueue -p,-j | read | shows the mail queue
    exim,exim4 | unknown | this order is not in the table
    exim,exim4 -bp,-bpc | read | shows the mail queue
    postqueue -i,-s | write | sends mail again
    postfix abort | destructive | stops the mail service
    postfix start,stop,reload,flush | write | changes the mail service
    postqueue -f | write | sends the queue again
    postsuper | write | changes the mail queue
    postsuper -d | destructive | removes mail
    certbot,certbot-auto | values | -d --domain --cert-name -w -m --email
    certbot,certbot-auto certificates,show_account,plugins | read | lists certificates
    certbot,certbot-auto | write | obtains certificates
    certbot,certbot-auto renew,certonly,run,install,register,enhance,reconfigure | write | obtains certificates
    certbot,certbot-auto delete,revoke,unregister,rollback | destructive | removes certificates
    acme.sh | write | obtains certificates
    rabbitmqctl,rabbitmq-diagnostics,rabbitmq-queues list_*,status,cluster_status,report,environment,node_health_check,check_*,ping,memory_breakdown,quorum_status | read | shows queues
    rabbitmqctl add_*,set_*,change_*,start_app,stop_app,join_cluster,trace_*,sync_queue,await_*,close_connection,close_all_connections | write | changes queues
    rabbitmqctl purge_queue,delete_*,reset,force_reset,stop,shutdown,forget_cluster_node,clear_* | destructive | removes queues or data
    rabbitmqadmin list,show,get | read | shows queues
    rabbitmqadmin declare,publish | write | changes queues
    rabbitmqadmin purge,delete | destructive | removes queues or messages
    """
}
