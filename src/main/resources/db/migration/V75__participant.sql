-- Several agents in one written conversation: guests beside the agent who has it.

-- Of the floor: who is in a piece of work beside the agent who has it, or is asked to be.
alter table floor_work add column guests text check (guests <> '');  -- 'agent host since until', with commas between them; 0: nobody, or no moment; null: none

-- The history of it, and up to where each has read. Owned by org.hiwar.conversation.
create table participant (
  workspace   bigint not null,
  interaction bigint not null,
  agent       bigint not null,
  since       timestamptz not null,                -- was asked, or came in without being asked
  host        bigint,                              -- who has asked; null: nobody, it is a supervisor
  note        text not null default '' check (length(note) <= 500),
  until       timestamptz,                         -- until when they could answer; null: they were not asked
  joined_at   timestamptz,
  left_at     timestamptz,
  why         text check (why in ('DECLINED', 'NO_ANSWER', 'LEFT', 'REMOVED', 'AWAY', 'HOST', 'OVER')),
  read_seq    bigint not null default 0,           -- the last message they have read
  primary key (workspace, interaction, agent, since),
  foreign key (workspace, interaction) references interaction,
  foreign key (workspace, agent) references app_user,
  foreign key (workspace, host) references app_user,
  check ((host is null) = (until is null)),
  check (host is not null or joined_at is not null),
  check ((left_at is null) = (why is null))
);

create unique index participant_in on participant (workspace, interaction, agent) where left_at is null;

call guard_workspace('participant');
