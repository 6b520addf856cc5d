-- Whom users have put first among their colleagues. Owned by org.hiwar.workspace.
create table favourite (
  workspace bigint not null,
  user_id   bigint not null,                      -- whose favourite it is
  colleague bigint not null,
  primary key (workspace, user_id, colleague),
  foreign key (workspace, user_id) references app_user,
  foreign key (workspace, colleague) references app_user
);
call guard_workspace('favourite');
