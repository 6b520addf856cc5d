-- Calling lists, campaigns, their records and what was done with them. Owned by org.hiwar.campaign.

-- Which teams serve a service beside the users with its skill. Owned by org.hiwar.workspace.
create table service_team (
  workspace bigint not null references workspace,
  service   bigint not null,
  team      bigint not null,
  primary key (workspace, service, team),
  foreign key (workspace, service) references service,
  foreign key (workspace, team) references team
);

-- Where a result may be chosen, and by whom. A result without a service is for all.
alter table disposition
  add column in_preview     boolean not null default false,
  add column in_outbound    boolean not null default true,
  add column in_inbound     boolean not null default true,
  add column selectable     boolean not null default true,   -- by agents
  add column reschedulable  boolean not null default false;  -- by agents; only one that is not final

-- What a result was called until it was renamed: whatever was given before keeps that name. Owned by org.hiwar.workspace.
create table disposition_former (
  workspace   bigint not null,
  disposition bigint not null,
  until       timestamptz not null,
  name        text,                           -- null: what Hiwar itself calls it
  primary key (workspace, disposition, until),
  foreign key (workspace, disposition) references disposition
);

-- What a result was called at a time, or its code where it had no name of its own.
create function disposition_name(its_workspace bigint, its_id bigint, given_at timestamptz) returns text language sql stable as $$
  select coalesce((
      select coalesce(f.name, d.code) from disposition_former f
      where f.workspace = d.workspace and f.disposition = d.id and f.until > given_at order by f.until limit 1
    ), d.name, d.code)
  from disposition d where d.workspace = its_workspace and d.id = its_id
$$;

create table calling_list (
  workspace    bigint not null references workspace,
  id           bigint not null,
  name         text not null check (length(name) between 1 and 200),
  region       text not null check (region ~ '^[A-Z]{2}$'),  -- where a number without a country's code is dialled
  zone         text not null,                                -- of records of which no better is known, as Asia/Damascus
  fields       jsonb not null,                               -- org.hiwar.campaign.list.Fields
  expires_days int not null default 90 check (expires_days between 0 and 365),  -- after insertion; 0: never
  created_at   timestamptz not null,
  primary key (workspace, id),
  unique (workspace, name)
);

create table calling_record (
  workspace   bigint not null,
  id          bigint not null,
  list        bigint not null,
  position    bigint not null,                -- the order in which it came
  key         text not null,                  -- of its key fields; without any: its id
  first_name  text,
  last_name   text,
  company     text,
  fields      jsonb not null default '{}',    -- name of the field to text
  zone        text,                           -- its own, when the list said one
  postal_code text,
  state       text,
  priority    int not null default 0,         -- 0: an ordinary record
  agent_login text,                           -- for this agent alone
  call_at     timestamptz,                    -- not before
  expires_at  timestamptz,
  inserted_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, list, key)
);
create index calling_record_of on calling_record (workspace, list, position);

create table record_number (
  workspace bigint not null,
  record    bigint not null,
  position  int not null,
  kind      text not null check (kind in ('HOME', 'MOBILE', 'WORK', 'OTHER')),
  number    text not null,                    -- E.164
  region    text,                             -- ISO 3166 of the number; 001: of no country
  zone      text,                             -- its own, when the list said one
  primary key (workspace, record, position)
);
create index record_number_by on record_number (workspace, number);

-- A campaign is a service of medium PREVIEW: the queue of its records on the floor. Its calls belong to `calls`.
create table campaign (
  workspace  bigint not null,
  id         bigint not null,                 -- of the service
  name       text not null check (length(name) between 1 and 200),
  mode       text not null check (mode in ('PREVIEW', 'PROGRESSIVE', 'PREDICTIVE', 'AUTOMATIC')),
  calls      bigint,                          -- the service of medium VOICE whose calls they are; null: not chosen yet
  state      text not null default 'STOPPED' check (state in ('STOPPED', 'RUNNING')),
  enabled    boolean not null default false,
  settings   jsonb not null,                  -- org.hiwar.campaign.CampaignSettings
  kept_until timestamptz,                     -- the newest turn of its schedule that was kept; null: none yet
  created_at timestamptz not null,
  primary key (workspace, id),
  unique (workspace, name),
  foreign key (workspace, id) references service,
  foreign key (workspace, calls) references service
);

create table campaign_list (
  workspace bigint not null,
  campaign  bigint not null,
  list      bigint not null,
  enabled   boolean not null default false,
  position  int not null,
  ratio     int not null default 1 check (ratio between 1 and 100),
  filter    jsonb not null default '[]',
  sort      jsonb not null default '[]',
  primary key (workspace, campaign, list),
  foreign key (workspace, campaign) references campaign on delete cascade,
  foreign key (workspace, list) references calling_list
);

-- Where a record stands in a campaign: one row for each record of its lists. HANDED: with a preview, on the floor or at
-- an agent.
create table campaign_record (
  workspace   bigint not null,
  campaign    bigint not null,
  record      bigint not null,
  list        bigint not null,
  status      text not null default 'AVAILABLE'
              check (status in ('AVAILABLE', 'HANDED', 'WAITING', 'RESCHEDULED', 'FINAL')),
  sort        bigint not null,                -- place among the ordinary records of its list
  priority    int not null default 0,
  not_before  timestamptz,                    -- null: at once
  until       timestamptz,                    -- RESCHEDULED: the end of its window; afterwards an ordinary record
  number      text,                           -- RESCHEDULED: the one to call; null: any
  only_agent  bigint,                         -- null: anybody
  avoid_agent bigint,                         -- not this one while others are there; null: anybody
  skips       int not null default 0,
  attempts    int not null default 0,
  disposition bigint,                         -- of the last result; FINAL: of the end
  result      text,                           -- what ended it where no agent did: EXPIRED, DO_NOT_CALL, NO_NUMBERS_LEFT, …
  aside       boolean not null default false, -- not_before is when the rules allow a call, as they were: others may allow it sooner
  changed_at  timestamptz not null,
  primary key (workspace, campaign, record)
) with (fillfactor = 70);

-- Records come by the million. A foreign key is checked row by row, which took half of the time of an import; so what
-- is inserted here is inserted under a lock of its list (imports) or of its list in the campaign, and what goes takes
-- with it what belongs to it, a whole statement at a time.
create function list_gone() returns trigger language plpgsql as $$
begin
  delete from calling_record r using gone g where r.workspace = g.workspace and r.list = g.id;
  return null;
end $$;
create function records_gone() returns trigger language plpgsql as $$
begin
  delete from record_number n using gone g where n.workspace = g.workspace and n.record = g.id;
  delete from campaign_record k using gone g join campaign_list l on l.workspace = g.workspace and l.list = g.list
    where k.workspace = g.workspace and k.campaign = l.campaign and k.record = g.id;
  return null;
end $$;
create function campaign_gone() returns trigger language plpgsql as $$
begin
  delete from campaign_record k using gone g where k.workspace = g.workspace and k.campaign = g.id;
  return null;
end $$;
create trigger list_gone after delete on calling_list referencing old table as gone
  for each statement execute function list_gone();
create trigger records_gone after delete on calling_record referencing old table as gone
  for each statement execute function records_gone();
create trigger campaign_gone after delete on campaign referencing old table as gone
  for each statement execute function campaign_gone();

-- Hand-out reads from the front of these, however much of the list is worked off.
create index campaign_record_ordinary on campaign_record (workspace, campaign, list, sort)
  where status = 'AVAILABLE' and not_before is null and priority = 0;
create index campaign_record_prior on campaign_record (workspace, campaign, list, priority desc, sort)
  where status = 'AVAILABLE' and not_before is null and priority > 0;
create index campaign_record_due on campaign_record (workspace, campaign, not_before)
  where status in ('AVAILABLE', 'WAITING', 'RESCHEDULED') and not_before is not null;

create index campaign_record_flagged on campaign_record (workspace, campaign) where result = 'SKIPPED_TOO_OFTEN';

-- What may no longer be called of a record: a number that a result has stopped, in this campaign.
create table stopped_number (
  workspace bigint not null,
  campaign  bigint not null,
  record    bigint not null,
  position  int not null,
  primary key (workspace, campaign, record, position),
  foreign key (workspace, campaign, record) references campaign_record on delete cascade
);

-- One hand-out of a record: from its claim to its end. Its id is that of the work on the floor.
create table preview (
  workspace   bigint not null,
  id          bigint not null,
  campaign    bigint not null,
  record      bigint not null,
  state       text not null check (state in ('QUEUED', 'OFFERED', 'REVIEWING', 'DIALING', 'TALKING', 'DECIDING', 'ENDED')),
  agent       bigint,
  claimed_at  timestamptz not null,
  offered_at  timestamptz,
  accepted_at timestamptz,
  automatic   boolean not null default false, -- accepted by the system
  timer_until timestamptz,                    -- REVIEWING: when the system dials; null: never
  timer_stopped text,                         -- why it does not dial although it was to, a code; null: it was not stopped
  reviewed_ms bigint,                         -- from acceptance to complete, skip or the first dial
  interaction bigint,                         -- of the newest call
  conversation bigint,
  seen        jsonb,                          -- the record as it was when the agent accepted it
  next_call   jsonb,                          -- what the agent has said about another attempt
  outcome     text check (outcome in ('COMPLETED', 'SKIPPED', 'CALLED', 'WITHDRAWN')),
  ended_at    timestamptz,
  settled     boolean not null default false, -- ENDED: the record has got what the preview made of it
  primary key (workspace, id),
  check ((state in ('QUEUED', 'ENDED')) or agent is not null),
  check ((state = 'ENDED') = (outcome is not null))
) with (fillfactor = 70);
-- R1: one record with at most one agent, one agent with at most one record.
create unique index preview_open_record on preview (workspace, campaign, record) where state <> 'ENDED';
create unique index preview_one_of_agent on preview (workspace, agent)
  where state in ('REVIEWING', 'DIALING', 'TALKING', 'DECIDING');
create index preview_open on preview (workspace, campaign) where state <> 'ENDED';
create index preview_unsettled on preview (workspace, ended_at) where state = 'ENDED' and not settled;
create index preview_of_interaction on preview (workspace, interaction) where state <> 'ENDED';
create index preview_of_conversation on preview (workspace, conversation) where state <> 'ENDED';

create table call_attempt (
  workspace   bigint not null,
  id          bigint not null,
  campaign    bigint not null,
  record      bigint not null,
  list        bigint not null,
  preview     bigint not null,
  position    int,                            -- of the number in its record; null: a number that the agent gave
  number      text not null,
  agent       bigint not null,
  team        bigint,
  automatic   boolean not null,               -- dialled by the preview timer
  interaction bigint,                         -- null: not begun yet, or never
  started_at  timestamptz not null,
  answered_at timestamptz,
  ended_at    timestamptz,
  result      text,                           -- of the call: ANSWERED, BUSY, NO_ANSWER, …; null while it goes on
  disposition bigint,
  notes       text,
  applied     text,                           -- what the dial rule did: WAIT, RESCHEDULE, STOP_NUMBER, FINAL, …
  verdict     jsonb not null,                 -- why it was allowed
  primary key (workspace, id)
);
create index call_attempt_of_record on call_attempt (workspace, campaign, record, started_at);
create index call_attempt_of_interaction on call_attempt (workspace, interaction);
create index call_attempt_of_number on call_attempt (workspace, number, started_at);
create index call_attempt_at on call_attempt (workspace, campaign, started_at);

-- What happened with records, for reports; appended only.
create table record_event (
  workspace   bigint not null,
  id          bigint not null,
  at          timestamptz not null,
  kind        text not null check (kind in ('OFFERED', 'ACCEPTED', 'REJECTED', 'OFFER_EXPIRED', 'OFFER_LOST', 'PREVIEWED',
              'SKIPPED', 'COMPLETED', 'DIAL_STARTED', 'DIAL_RESULT', 'DISPOSITION_SET', 'RESCHEDULED', 'LOST',
              'WITHDRAWN', 'ENDED_BY_SYSTEM')),
  campaign    bigint not null,
  list        bigint not null,
  record      bigint not null,
  preview     bigint,
  agent       bigint,
  team        bigint,
  automatic   boolean not null default false,
  reviewed_ms bigint,
  disposition bigint,
  attempt     bigint,
  reason      text,                           -- of a skip, a withdrawal, a result
  notes       text,
  primary key (workspace, id)
);
create index record_event_at on record_event (workspace, campaign, at);
create index record_event_of on record_event (workspace, campaign, record, at);

create table do_not_call_list (
  workspace  bigint not null references workspace,
  id         bigint not null,
  name       text not null check (length(name) between 1 and 200),
  kind       text not null check (kind in ('NUMBER', 'AREA', 'COUNTRY', 'POSTAL_CODE', 'STATE', 'FIELD')),
  field      text,                            -- FIELD: which
  expires_days int not null default 90 check (expires_days between 0 and 3650),  -- of new entries; 0: never
  everywhere boolean not null default false,  -- for every campaign, bound or not
  fed        boolean not null default false,  -- takes the numbers of customers who ask not to be called
  primary key (workspace, id),
  unique (workspace, name),
  check ((kind = 'FIELD') = (field is not null)),
  check (kind = 'NUMBER' or not fed)
);

create table do_not_call_entry (
  workspace  bigint not null,
  list       bigint not null,
  value      text not null,                   -- NUMBER: E.164; AREA: the digits that a number begins with, + included;
                                              -- COUNTRY: ISO 3166; else folded
  expires_at timestamptz,                     -- null: never
  added_at   timestamptz not null,
  reason     text,
  primary key (workspace, list, value),
  foreign key (workspace, list) references do_not_call_list on delete cascade
);
create index do_not_call_entry_by on do_not_call_entry (workspace, value);

create table campaign_do_not_call (
  workspace    bigint not null,
  campaign     bigint not null,
  list         bigint not null,
  whole_record boolean not null default false,  -- one matching number is enough to stop the record
  disposition  bigint,                          -- what is written; null: the usual one
  primary key (workspace, campaign, list),
  foreign key (workspace, campaign) references campaign on delete cascade,
  foreign key (workspace, list) references do_not_call_list
);

create table list_import (
  workspace   bigint not null,
  id          bigint not null,
  list        bigint not null,
  file_name   text not null,
  policy      text not null check (policy in ('ADD', 'UPDATE', 'REPLACE')),
  state       text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  bytes       bigint not null,
  read_bytes  bigint not null default 0,
  rows_read   bigint not null default 0,
  added       bigint not null default 0,
  updated     bigint not null default 0,
  removed     bigint not null default 0,       -- records that left the list: REPLACE
  refused     bigint not null default 0,       -- rows
  not_numbers bigint not null default 0,       -- numbers that were refused in rows that were not
  problem     text,                            -- FAILED: why, a code
  problem_line bigint,                        -- FAILED: where in the file; null: nowhere in particular
  by_user     bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  primary key (workspace, id),
  foreign key (workspace, list) references calling_list on delete cascade,
  check ((state = 'FAILED') = (problem is not null))
);

-- One at a time for each list.
create unique index list_import_running on list_import (workspace, list) where state = 'RUNNING';
create index list_import_of on list_import (workspace, list, started_at);

create table import_refusal (
  workspace bigint not null,
  import    bigint not null,
  ordinal   bigint not null,
  line      bigint not null,                 -- of the file, where its row begins
  whole     boolean not null,                -- the row was refused; false: only this number of it
  field     text,
  reason    text not null,                     -- a code
  value     text not null,                     -- as it stood in the file, cut
  primary key (workspace, import, ordinal),
  foreign key (workspace, import) references list_import on delete cascade
);

create table import_format (
  workspace bigint not null references workspace,
  id        bigint not null,
  name      text not null check (length(name) between 1 and 200),
  settings  jsonb not null,
  primary key (workspace, id),
  unique (workspace, name)
);

call guard_workspace('service_team');
call guard_workspace('disposition_former');
call guard_workspace('calling_list');
call guard_workspace('calling_record');
call guard_workspace('record_number');
call guard_workspace('campaign');
call guard_workspace('campaign_list');
call guard_workspace('campaign_record');
call guard_workspace('stopped_number');
call guard_workspace('preview');
call guard_workspace('call_attempt');
call guard_workspace('record_event');
call guard_workspace('do_not_call_list');
call guard_workspace('do_not_call_entry');
call guard_workspace('campaign_do_not_call');
call guard_workspace('list_import');
call guard_workspace('import_refusal');
call guard_workspace('import_format');

-- Rows of these are written by the million: the workspace is asked for once in a statement, and not for each row.
alter policy own_workspace on calling_record
  with check (workspace = (select nullif(current_setting('hiwar.workspace', true), '')::bigint));
alter policy own_workspace on record_number
  with check (workspace = (select nullif(current_setting('hiwar.workspace', true), '')::bigint));
alter policy own_workspace on campaign_record
  with check (workspace = (select nullif(current_setting('hiwar.workspace', true), '')::bigint));
