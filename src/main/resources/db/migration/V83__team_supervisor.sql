-- Who sees and joins what the agents of a team have in hand. Owned by org.hiwar.workspace; why so: docs/adr/0029.
create table team_supervisor (
  workspace  bigint not null references workspace,
  team       bigint not null,
  supervisor bigint not null,                     -- whoever may supervise; without that right it means nothing
  primary key (workspace, team, supervisor),
  foreign key (workspace, team) references team,
  foreign key (workspace, supervisor) references app_user
);

create index team_supervisor_by_supervisor on team_supervisor (workspace, supervisor);

call guard_workspace('team_supervisor');

-- Until now every supervisor saw all teams: they go on seeing those that there are.
do $$
declare
  one bigint;
begin
  for one in select id from workspace loop
    perform set_config('hiwar.workspace', one::text, true);
    insert into team_supervisor (workspace, team, supervisor)
    select one, t.id, u.id from team t join app_user u on u.workspace = t.workspace
    where t.workspace = one and 'SUPERVISOR' = any (u.roles) and not u.disabled;
  end loop;
  perform set_config('hiwar.workspace', '', true);
end $$;
