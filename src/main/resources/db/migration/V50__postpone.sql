-- Mails are set aside until a moment, or wait in a list from which agents take them.

-- Of services, owned by org.hiwar.workspace.
alter table service
  add column pulled           boolean not null default false,     -- taken out of a list, not offered
  add column precedence       int not null default 0 check (precedence between 0 and 9),
  add column answer_within_ms bigint not null default 86400000 check (answer_within_ms between 60000 and 2592000000),
  add check (not pulled or medium = 'EMAIL');

-- Of the floor. What is postponed has no agent; `preferred` is who has postponed it, `until` when it comes back.
alter table floor_work
  drop constraint floor_work_state_check,
  drop constraint floor_work_check,
  drop constraint floor_work_check1,
  add check (state in ('QUEUED', 'OFFERED', 'ACTIVE', 'WRAP_UP', 'POSTPONED')),
  add check ((state in ('QUEUED', 'POSTPONED')) = (agent is null)),
  add check ((state in ('OFFERED', 'WRAP_UP', 'POSTPONED')) = (until is not null) or state = 'QUEUED'),
  add check (state <> 'POSTPONED' or preferred is not null);

-- The history of it. Owned by org.hiwar.conversation.
create table postponement (
  workspace   bigint not null,
  interaction bigint not null,
  at          timestamptz not null,
  agent       bigint not null,
  until       timestamptz not null,
  note        text not null default '' check (length(note) <= 500),
  seen_seq    bigint not null,                     -- what comes after it brings the interaction back
  back_at     timestamptz,                         -- null: it is postponed
  back_by     text check (back_by in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  primary key (workspace, interaction, at),
  foreign key (workspace, interaction) references interaction,
  foreign key (workspace, agent) references app_user,
  check ((back_at is null) = (back_by is null))
);
create index postponement_open on postponement (workspace, interaction) where back_at is null;

call guard_workspace('postponement');
