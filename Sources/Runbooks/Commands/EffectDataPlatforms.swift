extension EffectData {
  static let packages = """
    apt,apt-get,aptitude,dnf,yum,zypper,apk,brew,snap,pacman,flatpak | write | changes installed packages
    apt,apt-get,aptitude,dnf,yum,zypper,apk,brew,snap,flatpak list,search,show,policy,info,depends,rdepends,check-update,outdated | read | looks packages up
    apt,apt-get,aptitude,dnf,yum,zypper,apk,brew,snap,flatpak remove,purge,autoremove,erase,del,uninstall,clean,autoclean,cleanup | destructive | removes packages
    dnf,yum history $ | read | looks packages up
    dnf,yum history list,info | read | looks packages up
    brew,snap services $ | read | shows services
    brew,snap services list,info | read | shows services
    brew,snap services start,stop,restart,run | write | changes services
    apt-cache,dpkg-query,rpmquery | read | looks packages up
    apt-mark,update-alternatives,dpkg-reconfigure,add-apt-repository | write | changes installed packages
    dpkg,rpm | write | changes installed packages
    dpkg -l,-L,-s,-S,--list,--status | read | looks packages up
    rpm -q,-qa,-qi,-ql,-V | read | looks packages up
    dpkg -r,-P,--remove,--purge | destructive | removes packages
    rpm -e,--erase | destructive | removes packages
    pip,pip3,uv,gem,cargo,go,conda,composer,bundle,poetry | unknown | what it runs is not known
    pip,pip3,gem,conda,composer,bundle,poetry list,show,freeze,check,outdated,info,search | read | looks packages up
    pip,pip3,gem,cargo,conda,composer,bundle,poetry install,update,upgrade,add,require,build,publish | write | changes installed packages
    pip,pip3,gem,conda,composer,poetry uninstall,remove | destructive | removes packages
    go version,env,list | read | shows the tool
    go env -w,-u | write | changes settings
    conda env list | read | looks packages up
    go build,install,mod,get,generate | write | builds or fetches code
    npm,yarn,pnpm,bun | values | --prefix -C -w --workspace --cwd
    npm,yarn,pnpm,bun | unknown | what the script does is not known
    npm,yarn,pnpm,bun ls,list,view,info,outdated,audit,why,doctor,whoami,ping,explain | read | looks packages up
    npm,yarn,pnpm audit fix | write | changes installed packages
    npm,yarn,pnpm config get,list,ls | read | shows settings
    npm,yarn,pnpm version $ | read | shows versions
    npm,yarn,pnpm config,version * | write | changes settings
    npm,yarn,pnpm config set,delete | write | changes settings
    npm,yarn,pnpm,bun install,ci,i,add,update,upgrade,publish,link,rebuild,dedupe,build,pack | write | changes installed packages or builds files
    npm,yarn,pnpm,bun uninstall,remove,rm,un,prune,unpublish | destructive | removes packages
    npm,pnpm cache clean | destructive | empties the package cache
    npm,yarn,pnpm,bun run,run-script build | write | builds files
    nvm,n,asdf,rbenv,pyenv,volta | write | changes the tool's version
    nvm ls,list,current | read | shows versions
    """

  static let containers = """
    docker,podman,nerdctl | values | -H --host -c --context --log-level --config -f --file --filter --format -n --tail --since --until
    docker,podman,nerdctl ps,images,logs,inspect,stats,top,version,info,events,port,diff,history,search | read | shows containers, images or logs
    docker,podman,nerdctl container,image,volume,network,context,node,service,stack,secret,config,buildx,plugin,manifest,pod ls,list,inspect,ps,logs,top,stats,history,tasks,services,port,diff,show | read | shows containers, images or logs
    docker,podman,nerdctl system df,info,events | read | shows what is used
    docker,podman,nerdctl container,image,volume,network,system,builder,buildx prune | destructive | prune removes what is unused
    docker,podman,nerdctl container,image,volume,network,context,node,service,stack,secret,config,plugin,pod rm,remove,down | destructive | removes containers or their data
    docker,podman,nerdctl rm,rmi,kill,prune | destructive | removes or kills containers
    docker,podman,nerdctl container kill | destructive | kills containers
    docker,podman,nerdctl start,stop,restart,pause,unpause,update,rename,create,run,build,pull,push,tag,commit,save,load,export,import,cp,login,logout,attach,wait | write | changes containers
    docker,podman,nerdctl container start,stop,restart,pause,unpause,update,rename,create,run,cp,commit,export | write | changes containers
    docker,podman,nerdctl volume,network,secret,config,context,service,buildx create,connect,disconnect,update,scale,rollback,use,build | write | changes containers
    docker,podman,nerdctl image pull,push,tag,build,save,load,import | write | changes images
    docker stack deploy | write | changes services
    docker swarm,node init,join,update,promote,demote,join-token,unlock | write | changes the cluster
    docker swarm leave | destructive | leaves the cluster
    docker-compose | values | -f --file -p --project-name --profile --env-file --project-directory --tail --since --until -n --scale -t --timeout
    docker-compose ps,logs,config,images,top,version,port,ls,events,stats,convert,volumes | read | shows containers, images or logs
    docker-compose up,start,restart,stop,pull,build,push,pause,unpause,scale,create,run,cp,watch,attach,wait | write | changes containers
    docker-compose down,rm,kill | destructive | stops and removes containers
    ctr containers,images,tasks,snapshots,namespaces ls,list,info,check | read | shows containers
    crictl ps,pods,images,logs,inspect,inspectp,stats,info,version,imagefsinfo | read | shows containers, images or logs
    crictl start,stop,pull,create,run,runp,stopp | write | changes containers
    crictl rm,rmp,rmi | destructive | removes containers
    kubectl,oc,k3s,microk8s | values | -n --namespace -c --container -f --filename --context --kubeconfig -l --selector -o --output --cluster --user -s --server --tail --since -p --patch --type --replicas --timeout --field-selector --sort-by
    kubectl,oc get,describe,logs,top,explain,diff,version,cluster-info,api-resources,api-versions,events,wait,adm-top | read | shows objects
    kubectl,oc auth can-i,whoami | read | asks about rights
    kubectl,oc config view,get-contexts,current-context,get-clusters | read | shows settings
    kubectl,oc config use-context,set,set-context,set-cluster,unset | write | changes settings
    kubectl,oc config delete-* | destructive | removes settings
    kubectl,oc rollout status,history | read | shows a rollout
    kubectl,oc rollout undo,restart,pause,resume | write | changes a rollout
    kubectl,oc apply,create,patch,set,scale,autoscale,label,annotate,edit,expose,replace,cordon,uncordon,taint,run,cp,certificate,debug,attach | write | changes objects
    kubectl,oc create token | write | issues a token
    kubectl,oc apply,create,patch,scale,delete,drain,run --dry-run$,--dry-run=client,--dry-run=server | read | only shows what would happen
    kubectl,oc replace --force | destructive | deletes the object and makes it anew
    kubectl,oc apply --prune | destructive | deletes objects that are not in the file
    kubectl,oc scale --replicas=0 | destructive | stops every copy
    kubectl,oc delete,drain | destructive | removes or evicts objects
    kubectl,oc port-forward,proxy | read | opens a tunnel
    kubectl,oc plugin,kustomize,completion,options | read | shows settings
    oc project * | write | changes which project is spoken to
    oc project $ | read | shows objects
    oc projects,status,whoami | read | shows objects
    oc login,adm | write | changes the cluster
    kubectx,kubens,kubie | write | changes which cluster is spoken to
    kustomize build | read | prints objects
    stern,kail,kubetail | read | prints logs
    k9s,lens | unknown | opens a console
    minikube,kind status,get,logs,version | read | shows the cluster
    minikube,kind delete | destructive | removes the cluster
    helm,helm3 | values | -n --namespace -f --values --set --kube-context --version --timeout
    helm,helm3 list,ls,status,history,get,show,search,template,lint,version,env,verify,diff,inspect | read | shows releases
    helm,helm3 install,upgrade,rollback,repo,dependency,push,pull,test,package | write | changes releases
    helm,helm3 uninstall,delete,del | destructive | removes a release
    helm,helm3 upgrade,install,uninstall,rollback --dry-run$,--dry-run=client,--dry-run=server | read | only shows what would happen
    helmfile list,diff,template,lint,status | read | shows releases
    helmfile sync,apply | write | changes releases
    helmfile destroy,delete | destructive | removes releases
    argocd app get,list,diff,history,logs,manifests,resources,wait | read | shows an application
    argocd app sync,rollback,set,patch,create,unset,actions | write | changes an application
    argocd app delete,terminate-op | destructive | removes an application
    argocd cluster,repo,proj,account get,list | read | shows settings
    flux get,logs,check,stats,events,tree,trace,diff,version | read | shows releases
    flux reconcile,suspend,resume,create,bootstrap,install,push | write | changes releases
    flux delete,uninstall | destructive | removes releases
    istioctl,linkerd proxy-status,proxy-config,analyze,version,check,stat,tap,top,viz,describe | read | shows the mesh
    istioctl,linkerd uninstall | destructive | removes the mesh
    istioctl,linkerd install,upgrade,inject | write | changes the mesh
    velero backup,restore,schedule get,describe,logs | read | shows backups
    velero backup,restore,schedule create | write | makes or restores a backup
    velero backup,restore,schedule delete | destructive | removes a backup
    """
}
