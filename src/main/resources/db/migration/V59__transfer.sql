-- Work is given away, to a service or to a colleague, and what was said with it is kept.

-- Of the floor: that an agent has given it away and nobody has accepted it yet.
alter table floor_work
  add column given_by    bigint,                          -- who; null: nobody, or nothing is remembered of it
  add column given_to    bigint,                          -- the colleague who alone is offered it, and from whom it comes back
  add column given_whole boolean not null default false,  -- the rest of its conversation goes with it
  add check (given_by is not null or given_to is null and not given_whole);

-- The history of it. Owned by org.hiwar.conversation.
create table transfer (
  workspace   bigint not null,
  interaction bigint not null,
  at          timestamptz not null,
  agent       bigint not null,                     -- who gave it away
  service     bigint,                              -- to whose queue
  colleague   bigint,                              -- to whom
  note        text not null default '' check (length(note) <= 500),
  returned_at timestamptz,                         -- the colleague has not accepted it
  primary key (workspace, interaction, at),
  foreign key (workspace, interaction) references interaction,
  foreign key (workspace, agent) references app_user,
  foreign key (workspace, service) references service,
  foreign key (workspace, colleague) references app_user,
  check ((service is null) <> (colleague is null)),
  check (returned_at is null or colleague is not null)
);

call guard_workspace('transfer');
