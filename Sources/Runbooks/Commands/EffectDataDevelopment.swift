extension EffectData {
  static let development = """
    git | values | -C -c --git-dir --work-tree -m --message -n --since --until --author
    git log,status,diff,show,blame,describe,shortlog,rev-parse,rev-list,ls-files,ls-remote,ls-tree,reflog,grep,cat-file,whatchanged,name-rev,cherry,version,help | read | looks at history
    git branch,tag,remote $ | read | lists names
    git remote show,get-url | read | shows remotes
    git reflog expire,delete | destructive | removes history
    git bisect | write | changes the work tree
    git config * * | write | changes settings
    git config * $ | read | shows settings
    git branch,tag * | write | makes a name
    git branch,tag -a,--all,-r,--remotes,-v,-vv,--list,-l,--contains,--merged,--show-current | read | lists names
    git branch,tag -d,-D,--delete | destructive | removes a name
    git remote add,set-url,rename,update | write | changes remotes
    git remote remove,rm,prune | destructive | removes a remote
    git config --global,--add,--unset,--replace-all,--local | write | changes settings
    git config --get,--list,-l | read | shows settings
    git add,commit,push,pull,fetch,merge,rebase,revert,cherry-pick,clone,init,switch,worktree,submodule,apply,am,mv,gc,notes,lfs | write | changes the work tree or history
    git checkout | write | changes the work tree
    git checkout --,-f,--force | destructive | throws local changes away
    git checkout . | destructive | throws local changes away
    git checkout -b,-B | write | makes a branch
    git restore,clean,filter-branch,filter-repo,prune | destructive | throws local changes away
    git restore --staged | write | changes what is staged
    git clean -n,--dry-run | read | only shows what would be removed
    git reset | write | moves the branch
    git reset --hard,--merge,--keep | destructive | throws local changes away
    git rm | destructive | removes files
    git push -f,--force,--force-with-lease,--delete,-d,--mirror,--prune | destructive | overwrites or removes published history
    git stash | write | puts local changes aside
    git stash list,show | read | shows what was put aside
    git stash drop,clear | destructive | throws local changes away
    git rebase,merge,cherry-pick,revert --abort,--quit | write | gives up an operation
    gh,glab | values | -R --repo
    gh,glab * list,view,status,checks,diff,watch,download,ls,show | read | looks at the project
    gh,glab * rerun,run,create,merge,edit,comment,close,reopen,enable,disable,cancel,set,upload,approve,review,retry,trigger | write | changes the project
    gh,glab * delete,archive | destructive | removes something of the project
    gh status,search,browse | read | looks at the project
    gh,glab api | unknown | what it asks for is not known
    make,just,task,rake,gradle,gradlew,mvn,ant,nx,turbo,bazel,invoke,fab,cap,mage,foreman,overmind | unknown | what the target does is not known
    node,deno,python,python3,ruby,php,java,dotnet,irb,ipython,lua,Rscript,scala,erl,elixir,iex,ts-node,tsx | unknown | what the program does is not known
    node,python,python3,ruby,php,java,dotnet,deno -v,-V,--version,-version,--info | read | shows the version
    dotnet --list-sdks,--list-runtimes | read | shows the version
    python,python3 json.tool -m | read | prints JSON
    bash,sh,zsh,ksh,dash,fish | unknown | what the script does is not known
    bash,sh,zsh -n | read | only checks the syntax
    eval | unknown | what it runs is not known
    prisma studio | write | opens a console that can change data
    prisma validate,version,-v,migrate-status | read | checks the schema
    prisma migrate status,diff | read | shows migrations
    prisma migrate deploy,dev,resolve | write | changes the database
    prisma migrate reset | destructive | empties the database
    prisma db pull | write | rewrites the schema file
    prisma db push,seed | write | changes the database
    prisma db push --accept-data-loss,--force-reset | destructive | may drop data
    prisma db execute | unknown | what the script does is not known
    prisma generate,format,init | write | writes files
    knex,sequelize,sequelize-cli,typeorm,drizzle-kit,alembic,flyway,liquibase,dbmate,goose,migrate,sqitch | write | changes the database
    knex,sequelize,alembic,flyway,liquibase,dbmate,goose,sqitch status,info,current,history,validate,migrate:status,migrate:list,heads,version,check | read | shows migrations
    knex,sequelize,sequelize-cli,alembic,flyway,liquibase,dbmate,goose,migrate clean,drop,downgrade,rollback,down,migrate:rollback,db:drop,db:migrate:undo,undo,reset,revert | destructive | takes the schema back
    rails,rake db:migrate:status,routes,about,stats | read | shows the application
    rails,rake db:migrate,db:seed,assets:precompile,cache:clear,tmp:clear | write | changes the application
    rails,rake db:drop,db:reset,db:rollback,db:schema:load | destructive | empties or takes back the database
    rails console,c,dbconsole,runner | unknown | what is typed is not known
    artisan queue:failed,migrate:status,route:list,about,env,queue:monitor,schedule:list | read | shows the application
    artisan queue:retry,queue:restart,migrate,down,up,config:cache,cache:clear,config:clear,optimize,horizon:terminate | write | changes the application
    artisan migrate:rollback,migrate:reset,migrate:fresh,migrate:refresh,queue:flush,queue:clear,db:wipe,horizon:clear | destructive | removes data
    manage.py showmigrations,check,diffsettings,inspectdb,sqlmigrate,version | read | shows the application
    manage.py migrate,collectstatic,createcachetable,loaddata,clearsessions,makemigrations,createsuperuser,changepassword,compilemessages | write | changes the application
    manage.py flush,reset_db,sqlflush,remove_stale_contenttypes | destructive | empties the database
    celery | values | -A --app -b --broker -Q
    celery inspect,status,report,events,list | read | shows workers
    celery control,call,worker,beat,multi | write | changes workers
    celery purge | destructive | removes waiting tasks
    sidekiqctl quiet,stop | write | stops workers
    cast call,balance,block,block-number,tx,receipt,chain-id,gas-price,logs,code,storage,nonce,age,client,4byte,abi-decode,from-wei,to-wei | read | reads the chain
    cast send,publish,mktx | write | sends a transaction
    forge build,test | write | builds files
    forge script,create | unknown | may send transactions
    forge script,create --broadcast | write | sends transactions
    hardhat compile,test,node | write | builds files
    solana balance,validators,block-height,epoch-info,cluster-version,slot,confirm,account,transaction-count,gossip,catchup | read | reads the chain
    solana config get | read | shows settings
    solana config set | write | changes settings
    solana transfer,airdrop,program,stake,withdraw-stake | write | sends a transaction
    bitcoin-cli get*,list*,decode*,help,estimate*,validate*,verify*,uptime,ping | read | reads the chain
    bitcoin-cli send*,stop,import*,load*,create*,add*,disconnect*,ban* | write | changes the node
    sentry-cli info,issues,releases,projects,monitors list,info | read | looks at errors
    sentry-cli info | read | shows settings
    py-spy,rbspy dump,top,snapshot | read | looks into a process
    """
}
