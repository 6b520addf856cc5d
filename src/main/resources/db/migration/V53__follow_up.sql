-- What agents plan to do about what is past. Owned by org.hiwar.conversation.

create table follow_up (
  workspace   bigint not null,
  id          bigint not null,
  contact     bigint not null,
  interaction bigint not null,                    -- the activity that it follows
  owner       bigint not null,                    -- whose it is to do
  due_at      timestamptz not null,
  zone        text not null check (length(zone) between 1 and 64),   -- by whose clock it was agreed
  note        text not null check (length(note) <= 2000),
  remind_minutes int check (remind_minutes between 0 and 10080),      -- before it is due; null: no reminder
  state       text not null default 'PLANNED' check (state in ('PLANNED', 'DONE', 'CANCELLED')),
  closed_at   timestamptz,
  version     bigint not null default 1,
  created_at  timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, contact) references contact,
  foreign key (workspace, interaction) references interaction,
  foreign key (workspace, owner) references app_user,
  check ((state = 'PLANNED') = (closed_at is null))
);
create index follow_up_activities on follow_up (workspace, contact, created_at desc, id desc);
create index follow_up_of on follow_up (workspace, interaction);
create index follow_up_planned on follow_up (workspace, owner, due_at, id) where state = 'PLANNED';

call guard_workspace('follow_up');
