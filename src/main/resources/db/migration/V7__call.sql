-- One detail record for every call, and the recordings. Owned by org.hiwar.voice.call.

create table call (
  workspace    bigint not null,
  id           bigint not null,                   -- of its interaction
  direction    text not null check (direction in ('INBOUND', 'OUTBOUND')),
  caller       text not null,                     -- as it was shown; empty: withheld, or no number
  called       text not null,
  trunk        bigint,                            -- it came in over; null for calls that we make
  sip_call     text not null,                     -- for logs and tables of the signalling
  began        timestamptz not null,
  answered     timestamptz,
  joined       timestamptz,                       -- customer and agent heard each other for the first time
  talk_ms      bigint not null default 0 check (talk_ms >= 0),
  forwarded_to text,                              -- a number the customer was transferred to, through us
  ended        timestamptz,
  ended_by     text check (ended_by in ('CUSTOMER', 'AGENT', 'SYSTEM')),
  cause        text,
  result       text,                              -- null: it was simply talked and ended, or goes on
  primary key (workspace, id),
  foreign key (workspace, id) references interaction,
  check ((ended is null) = (cause is null)),
  check ((ended is null) = (ended_by is null)),
  check (result is null or ended is not null)
);
create index call_without_end on call (workspace, id) where ended is null;

create table recording (
  workspace   bigint not null,
  id          bigint not null,
  interaction bigint not null,
  agent       bigint not null,                    -- who talked
  file        text not null unique,               -- below the folder of recordings, without ending
  began       timestamptz not null,
  pauses      int not null default 0,
  length_ms   bigint check (length_ms >= 0),      -- null: it is being written
  failed      boolean not null default false,     -- what there is of it cannot be listened to
  primary key (workspace, id),
  foreign key (workspace, interaction) references call,
  foreign key (workspace, agent) references app_user
);
create index recording_of_call on recording (workspace, interaction);

call guard_workspace('call');
call guard_workspace('recording');
