extension EffectData {
  static let network = """
    dig,nslookup,host,whois,drill,kdig | read | asks name servers
    resolvectl,systemd-resolve $ | read | shows the resolver
    systemd-resolve --flush-caches,--reset-statistics | write | changes the resolver
    systemd-resolve --status,--statistics | read | shows the resolver
    resolvectl status,query,statistics,service,openpgp,tlsa | read | asks name servers
    resolvectl flush-caches,reset-server-features,dns,domain | write | changes the resolver
    ping,ping6,fping,traceroute,tracepath,tcptraceroute,mtr,arping,nmap,hping3,iperf,iperf3,speedtest | read | probes the network
    netstat,ss,arp,conntrack,tcpdump,tshark,ngrep,iftop,nload,nethogs,bmon,vnstat,ncat,nc,telnet | read | looks at the network
    ethtool | write | changes the network card
    ethtool $ | read | looks at the network
    ethtool * $ | read | looks at the network
    ethtool -s,-K,-G,-C,-A,-L,-r,-p,-E,-f,--reset | write | changes the network card
    tcpdump,tshark -w | write | writes a file
    arp -d,-s | write | changes the address table
    conntrack -D,-F | destructive | drops connections
    ss -K,--kill | destructive | drops connections
    ip,ifconfig,route,nmcli,iwconfig,wg $ | read | shows the network
    ip * $ | read | shows the network
    ip * show,list,get,s,ls | read | shows the network
    ip,route | values | -n -netns
    ifconfig * $ | read | shows the network
    ifconfig * * | write | changes the network
    nmcli * $ | read | shows the network
    nmcli * show,status,list | read | shows the network
    wg show | read | shows the tunnel
    wg set,setconf,syncconf,addconf | write | changes the tunnel
    ip link,addr,address,route,rule,neigh,a,r set,add,del,delete,change,replace,flush,append | write | changes the network
    ifconfig * up,down | write | changes the network
    route add,del,delete | write | changes the network
    nmcli con,connection,dev,device,networking up,down,modify,add,delete,reload,off,on,connect,disconnect | write | changes the network
    ifup,ifdown,netplan,brctl,tc,wg-quick,openvpn | write | changes the network
    iptables,ip6tables,nft,ufw,firewall-cmd,pfctl | write | changes the firewall
    iptables,ip6tables -L,--list,-S,--list-rules | read | shows the firewall
    iptables,ip6tables -F,--flush,-X | destructive | drops all firewall rules
    nft list | read | shows the firewall
    nft flush,delete | destructive | drops firewall rules
    ufw status,show,version | read | shows the firewall
    ufw reset | destructive | drops all firewall rules
    firewall-cmd --list-all,--list-ports,--state,--get-active-zones,--list-services | read | shows the firewall
    iptables-save | read | prints the firewall
    iptables-restore | write | changes the firewall
    fail2ban-client | write | changes bans
    fail2ban-client status,ping,version,get | read | shows bans
    openssl s_client,x509,verify,version,ciphers,crl,ocsp,dgst,rand,asn1parse,pkcs12 | read | looks at certificates
    openssl req,genrsa,genpkey,ca,rsa,ec | write | makes keys or certificates
    testssl.sh,sslscan,sslyze,ssl-cert-check,ssh-keyscan | read | looks at certificates
    openssl -out,-keyout | write | writes a file
    openssl x509,s_client,crl,rand,dgst,pkcs12 -out | write | writes a file
    step certificate inspect,verify,lint | read | looks at certificates
    keytool -list,-printcert,-printcrl | read | looks at certificates
    keytool -delete,-import,-importcert,-genkeypair | write | changes a key store
    ssh-keygen,ssh-add,ssh-agent | write | makes or loads keys
    ab,wrk,hey,k6,vegeta,siege,locust,artillery | write | puts load on a service
    aria2c | write | downloads a file
    promtool check,query,test | read | asks or checks
    promtool tsdb list,analyze | read | asks or checks
    amtool check-config | read | checks the configuration
    amtool alert,silence,config,cluster $ | read | shows alerts
    amtool alert,silence,config,cluster query,show,routes | read | shows alerts
    amtool alert add | write | makes an alert
    amtool silence add,update,expire,import | write | changes silences
    logcli,vegeta,grpcurl,evans,websocat,wscat | unknown | what it asks for is not known
    logcli query,labels,series,instant-query | read | reads logs
    grpcurl list,describe | read | lists services
    """
}
