-- The way of a customer from a chat into a call, and what callers are told while they wait.

-- Which conversation the code stands for that an agent gave in a chat. Owned by org.hiwar.conversation.
create table call_code (
  workspace    bigint not null,
  conversation bigint not null,
  code         text not null check (code ~ '^[0-9]{6}$'),
  service      bigint not null,                   -- whose number was given with it: its callers are asked
  expires_at   timestamptz not null,
  primary key (workspace, conversation),          -- given again it is the same, for longer
  unique (workspace, code),
  foreign key (workspace, conversation) references conversation,
  foreign key (workspace, service) references service
);

call guard_workspace('call_code');

-- What callers of a service are told while they wait. Owned by org.hiwar.voice.line.
alter table service_voice
  add column announce text not null default 'NOTHING' check (announce in ('NOTHING', 'POSITION', 'WAIT')),
  add column announce_every int not null default 45 check (announce_every between 20 and 600);   -- in seconds
