-- Conversations, their interactions, and every message exactly once. Owned by org.hiwar.conversation.

create table conversation (
  workspace      bigint not null,
  id             bigint not null,
  contact        bigint not null,
  owner          bigint,                          -- the agent; null while nobody has accepted
  last_seq       bigint not null default 0,       -- messages are numbered 1..last_seq without holes
  agent_read_seq bigint not null default 0,
  version        bigint not null default 1,
  opened_at      timestamptz not null,
  last_message_at timestamptz,
  closed_at      timestamptz,                     -- takes nothing in any more: its Complete, or the end of its last interaction
  ended_at       timestamptz,                     -- its last interaction has ended
  primary key (workspace, id),
  foreign key (workspace, contact) references contact,
  foreign key (workspace, owner) references app_user,
  check (agent_read_seq between 0 and last_seq),
  check (ended_at is null or closed_at is not null)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
-- What comes in joins the open conversation, and there is only one to join.
create unique index conversation_open on conversation (workspace, contact) where closed_at is null;

create table interaction (
  workspace   bigint not null,
  id          bigint not null,                    -- also the id of its work on the floor
  conversation bigint not null,
  contact     bigint not null,
  medium      text not null check (medium in ('VOICE', 'CHAT', 'EMAIL', 'TASK', 'PREVIEW')),
  channel     text not null,
  direction   text not null check (direction in ('INBOUND', 'OUTBOUND', 'INTERNAL')),
  service     bigint not null,
  language    text,
  entry       bigint,                             -- where a chat came in; null for other channels
  party       text not null default '',           -- the customer's address on the channel: for web chat the visitor
  global_id   uuid not null,                      -- kept when the interaction moves on, to another agent or system
  agent       bigint,                             -- who accepted it
  arrived_at  timestamptz not null,
  accepted_at timestamptz,
  live_until  timestamptz,                        -- when the two sides stopped being connected
  ended_by    text check (ended_by in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  ended_at    timestamptz,                        -- after wrap-up
  outcome     text check (outcome in ('HANDLED', 'ABANDONED')),
  disposition bigint,
  notes       text not null default '' check (length(notes) <= 10000),
  version     bigint not null default 1,          -- counts what agents wrote: notes and disposition
  primary key (workspace, id),
  foreign key (workspace, conversation) references conversation,
  foreign key (workspace, contact) references contact,
  foreign key (workspace, service) references service,
  foreign key (workspace, agent) references app_user,
  foreign key (workspace, disposition) references disposition,
  check ((ended_at is null) = (outcome is null)),
  check (ended_at is null or live_until is not null),
  check ((agent is null) = (accepted_at is null))
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create index interaction_of_conversation on interaction (workspace, conversation);
create index interaction_activities on interaction (workspace, contact, arrived_at desc, id desc);
create index interaction_open on interaction (workspace, id) where ended_at is null;

create table message (
  workspace    bigint not null,
  conversation bigint not null,
  seq          bigint not null check (seq > 0),
  id           bigint not null,
  interaction  bigint not null,
  client_id    uuid not null,                     -- made by whoever wrote it, so that a repeated send is one message
  author_kind  text not null check (author_kind in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  author       bigint,
  text         text not null check (length(text) between 1 and 4000),
  at           timestamptz not null,
  primary key (workspace, conversation, seq),
  unique (workspace, interaction, client_id),
  foreign key (workspace, conversation) references conversation,
  foreign key (workspace, interaction) references interaction
);

call guard_workspace('conversation');
call guard_workspace('interaction');
call guard_workspace('message');
