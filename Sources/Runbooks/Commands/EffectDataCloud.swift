extension EffectData {
  static let cloud = """
    aws | values | --profile --region --output --query --endpoint-url --log-group-name --filter-pattern --start-time --end-time --since
    aws * describe-*,get-*,list-*,head-*,lookup-*,search-*,filter-*,batch-get-*,estimate-*,simulate-*,query,scan,wait,ls,help,validate-*,check-*,preview-*,view-*,select-* | read | looks at resources
    aws * create-*,put-*,update-*,modify-*,start-*,stop-*,reboot-*,run-*,invoke,invoke-*,set-*,add-*,attach-*,detach-*,associate-*,disassociate-*,restore-*,publish,publish-*,send-*,enable-*,disable-*,register-*,tag-*,untag-*,copy-*,import-*,export-*,failover-*,promote-*,scale-*,change-*,rotate-*,authorize-*,apply-*,increase-*,decrease-*,replace-*,retry-*,resume-*,suspend-*,continue-*,execute-*,complete-*,acknowledge-*,switchover-*,rollback-*,redrive-*,assume-*,batch-write-item,update,deploy | write | changes resources
    aws * delete-*,terminate-*,purge-*,deregister-*,remove-*,revoke-*,cancel-*,release-*,destroy-*,reset-*,batch-delete-*,abort-*,batch-terminate-*,kill-*,schedule-key-deletion,shutdown-* | destructive | removes resources
    aws logs tail,start-query,stop-query,start-live-tail | read | prints logs
    aws s3 ls,presign | read | lists a bucket
    aws s3 cp,sync,mb,website | write | copies files
    aws s3 mv,rm,rb | destructive | removes files from where they were
    aws s3 sync --delete | destructive | flag --delete removes files at the target
    aws s3 cp,sync,rm,mv --dryrun | read | only shows what would be copied
    aws ssm start-session | unknown | opens a session
    aws ecs,eks execute-command | unknown | what it runs is not known
    aws eks update-kubeconfig | write | changes settings
    aws configure,sso | write | changes settings
    aws configure list,get | read | shows settings
    gcloud,az,oci,doctl,ibmcloud,aliyun,hcloud,linode-cli,scw,openstack,yc,exo | unknown | this order is not in the table
    gcloud | values | --project --zone --region --format --filter --limit --account
    az | values | -g --resource-group -n --name --subscription -o --output --query
    eksctl get,version,info | read | shows the cluster
    eksctl create,scale,upgrade,update,set,drain | write | changes the cluster
    eksctl delete | destructive | removes the cluster
    gsutil ls,cat,stat,du,hash,version | read | lists a bucket
    gsutil cp,rsync,mb,setmeta,acl,iam,lifecycle | write | copies files
    gsutil rm,rb,mv | destructive | removes files
    gsutil rsync -d | destructive | removes files at the target
    bq show,ls,head | read | reads data
    bq rm | destructive | removes data
    bq mk,load,cp,update,insert | write | changes data
    s3cmd,mc,s5cmd ls,info,du,stat,cat | read | lists a bucket
    mc admin info | read | shows the store
    s3cmd,mc,s5cmd cp,put,get,sync,mirror,mb | write | copies files
    s3cmd,mc,s5cmd rm,rb,del,mv | destructive | removes files
    terraform,tofu,terragrunt | values | -chdir -var -var-file -target -state
    terraform,tofu,terragrunt show,plan,output,validate,version,graph | read | shows infrastructure
    terraform,tofu,terragrunt fmt,get,providers | write | writes files
    terraform,tofu,terragrunt providers $ | read | shows infrastructure
    terraform,tofu,terragrunt fmt -check | read | checks the form
    terraform,tofu,terragrunt state list,show,pull | read | shows infrastructure
    terraform,tofu,terragrunt apply,import,refresh,init,taint,untaint,console,force-unlock | write | changes infrastructure
    terraform,tofu,terragrunt state mv,push,replace-provider | write | changes the recorded state
    terraform,tofu,terragrunt state rm | destructive | forgets a resource
    terraform,tofu,terragrunt destroy | destructive | removes infrastructure
    terraform,tofu apply -destroy | destructive | removes infrastructure
    terraform,tofu,terragrunt workspace show,list | read | shows infrastructure
    terraform,tofu,terragrunt workspace select,new | write | changes the workspace
    terraform,tofu,terragrunt workspace delete | destructive | removes a workspace
    pulumi preview,logs,about,whoami | read | shows infrastructure
    pulumi stack $ | read | shows infrastructure
    pulumi stack ls,output,history,export,graph | read | shows infrastructure
    pulumi stack select,init,import,rename,tag | write | changes the stack
    pulumi stack rm | destructive | removes a stack
    pulumi up,refresh,import,config | write | changes infrastructure
    pulumi destroy,cancel | destructive | removes infrastructure
    packer,cdk,serverless,sls,sam deploy,build,bootstrap | write | changes infrastructure
    cdk,serverless,sls,sam diff,synth,ls,list,logs,info,validate | read | shows infrastructure
    cdk,serverless,sls,sam destroy,remove,delete | destructive | removes infrastructure
    ansible,ansible-playbook,salt,puppet,chef-client,knife | write | changes machines
    ansible-playbook --check,--list-hosts,--list-tasks,--syntax-check | read | only shows what would happen
    ansible-inventory | read | lists machines
    ansible all,* ping -m | read | only asks machines to answer
    heroku | values | -a --app -r --remote
    heroku logs,ps,releases,info,config,apps,status,pg,pg:info,pg:ps,pg:locks,addons,domains,redis:info,pg:diagnose,pg:backups,certs,features | read | shows the application
    heroku restart,ps:restart,ps:scale,scale,rollback,releases:rollback,config:set,maintenance:on,maintenance:off,ps:resize,addons:create,addons:upgrade,pg:backups:capture,pg:promote,ps:stop,dyno:restart | write | changes the application
    heroku pg:kill,pg:killall,pg:reset,apps:destroy,config:unset,addons:destroy,pg:backups:restore,pg:copy,ps:kill | destructive | removes data or ends queries
    heroku run,pg:psql,redis:cli,ps:exec,console | unknown | what it runs is not known
    railway | values | -s --service -e --environment -p --project
    railway variables --set,--set-from-stdin | write | changes settings
    railway logs,status,variables,list,whoami | read | shows the application
    railway up,redeploy,restart,deploy,link,environment,service,add,init,volume | write | changes the application
    railway down,delete | destructive | removes a deployment
    railway run,shell,connect,ssh | unknown | what it runs is not known
    vercel,now env,domains,certs,project,teams ls,list,inspect | read | shows settings
    vercel,now ls,list,inspect,logs,whoami | read | shows deployments
    vercel,now | write | deploys
    vercel,now promote,rollback,redeploy,deploy,alias,dev,build,pull,link,login,switch | write | changes which deployment is served
    vercel,now rm,remove | destructive | removes a deployment
    vercel env,domains,certs,project add,import,pull | write | changes settings
    vercel env,domains,certs,project rm,remove | destructive | removes settings
    netlify status,logs,sites:list,env:list,open | read | shows the site
    netlify deploy,build,env:set,unlock,lock | write | changes the site
    netlify sites:delete,env:unset | destructive | removes settings
    fly,flyctl | values | -a --app -c --config -r --region
    fly,flyctl status,logs,list,checks,info,releases,version,doctor,history,dashboard | read | shows the application
    fly,flyctl machine,machines,apps,volumes,secrets,postgres,pg,certs,scale,ips list,status,show,ls | read | shows the application
    fly,flyctl deploy,restart,scale,resume,suspend | write | changes the application
    fly,flyctl machine,machines,apps,volumes,secrets,postgres,pg,scale start,stop,restart,update,create,set,extend,count,vm,memory,clone,failover,import | write | changes the application
    fly,flyctl destroy | destructive | removes the application
    fly,flyctl machine,machines,apps,volumes,secrets,postgres destroy,remove,rm,unset,kill | destructive | removes resources
    render,koyeb,cf,dokku,caprover,kamal,convox,porter,supabase,wrangler,firebase,amplify,eb,copilot | unknown | this order is not in the table
    eb status,health,logs,events,list | read | shows the environment
    eb deploy,restart,scale,swap,setenv,create,upgrade | write | changes the environment
    eb terminate | destructive | removes the environment
    kamal app,details,audit,config,lock logs,details,version,containers,status | read | shows the application
    kamal deploy,redeploy,rollback,setup | write | changes the application
    dokku ps:report,logs,apps:list,config,ps:inspect | read | shows the application
    dokku ps:restart,ps:scale,ps:rebuild,config:set,ps:stop,ps:start | write | changes the application
    dokku apps:destroy,config:unset | destructive | removes the application
    supabase status,projects,inspect | read | shows the project
    supabase db reset | destructive | empties the database
    wrangler tail,deployments,whoami | read | shows the worker
    wrangler deploy,publish,rollback | write | changes the worker
    wrangler delete | destructive | removes the worker
    firebase deploy,hosting:channel:deploy | write | deploys
    vault | values | -address -namespace
    vault read,status,list,version,print | read | shows secrets or the vault
    vault kv get,list,metadata | read | shows secrets
    vault operator members,key-status | read | shows the vault
    vault write,login,token,lease,auth,policy,unwrap,unseal | write | changes the vault
    vault kv put,patch,undelete,rollback | write | changes secrets
    vault operator unseal,init,step-down,rekey,rotate | write | changes the vault
    vault delete,revoke | destructive | removes secrets
    vault kv delete,destroy | destructive | removes secrets
    vault operator seal | destructive | closes the vault
    vault lease,token revoke | destructive | takes access away
    consul operator raft list-peers | read | shows the cluster
    consul members,catalog,info,monitor,version,validate | read | shows the cluster
    consul kv get,export | read | shows settings
    consul kv put,import | write | changes settings
    consul kv delete | destructive | removes settings
    consul leave,force-leave | destructive | removes a member
    consul reload,join,maint,lock | write | changes the cluster
    nomad job,node,alloc,deployment,server,eval status,inspect,history,logs,list,members,fs,allocs,deployments | read | shows jobs
    nomad status,monitor,version | read | shows jobs
    nomad run,plan,restart | write | changes jobs
    nomad job,alloc,node,deployment run,restart,revert,dispatch,scale,promote,fail,drain,eligibility,signal | write | changes jobs
    nomad stop | destructive | ends a job
    nomad job,alloc stop | destructive | ends a job
    """
}
