-- Who holds what, and what happened on the floor. Owned by org.hiwar.floor; only the floor's owner writes here, behind
-- the fence.

create table floor (
  workspace bigint primary key references workspace,
  epoch     bigint not null,                      -- raised by each take-over
  batch     bigint not null                       -- the last committed batch
) with (fillfactor = 20, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

create table floor_agent (
  workspace   bigint not null references workspace,
  id          bigint not null,                    -- a user
  presence    text not null,
  reason      text,
  next        text not null,                      -- the presence to come when the held work is done; else the same
  next_reason text,
  since       timestamptz not null,               -- of the presence
  idle_since  timestamptz not null,
  primary key (workspace, id),
  check (presence in ('LOGGED_OUT', 'NOT_READY', 'READY') and (presence = 'NOT_READY') = (reason is not null)),
  check (next in ('LOGGED_OUT', 'NOT_READY', 'READY') and (next = 'NOT_READY') = (next_reason is not null))
) with (fillfactor = 50, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);

-- Work that is not over: small, so that recovery reads it whole. What is over moves to work_ended.
create table floor_work (
  workspace    bigint not null references workspace,
  id           bigint not null,                   -- of an interaction, its id
  service      bigint not null,
  medium       text not null check (medium in ('VOICE', 'CHAT', 'EMAIL', 'TASK', 'PREVIEW')),
  skills       text not null,                     -- beside the service's own: ids with blanks between them
  priority     int not null,
  arrived_at   timestamptz not null,
  preferred    bigint,
  continues    boolean not null,
  state        text not null check (state in ('QUEUED', 'OFFERED', 'ACTIVE', 'WRAP_UP')),
  offers       int not null,
  agent        bigint,
  since        timestamptz not null,              -- of the state
  until        timestamptz,                       -- when the state ends by itself; of QUEUED: the wait for `preferred` alone
  queued_since timestamptz,                       -- QUEUED, OFFERED: of the place in the queue
  relax_at     timestamptz,                       -- QUEUED, OFFERED: until then `skills` count; null: only the service's
  -- I2, R1: the agent of a call or preview that is offered or going on. Stored, so that the constraint below looks at
  -- nothing that changes more often, and most updates stay within their page.
  on_call      bigint generated always as
    (case when medium in ('VOICE', 'PREVIEW') and state in ('OFFERED', 'ACTIVE') then agent end) stored,
  primary key (workspace, id),
  foreign key (workspace, agent) references floor_agent,
  check ((state = 'QUEUED') = (agent is null)),
  check ((state in ('OFFERED', 'WRAP_UP')) = (until is not null) or state = 'QUEUED'),
  check ((state in ('QUEUED', 'OFFERED')) = (queued_since is not null)),
  check (relax_at is null or state in ('QUEUED', 'OFFERED'))
) with (fillfactor = 50, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);

-- One call at a time. Deferred, because in one batch an agent may give a call back and be offered the next, in any order
-- of rows; a unique index that is partial cannot be deferred, an exclusion constraint can.
alter table floor_work add constraint floor_work_one_call
  exclude using btree (workspace with =, on_call with =) where (on_call is not null)
  deferrable initially deferred;

create table work_ended (
  workspace  bigint not null references workspace,
  id         bigint not null,
  service    bigint not null,
  medium     text not null,
  arrived_at timestamptz not null,
  offers     int not null,
  outcome    text not null check (outcome in ('HANDLED', 'ABANDONED', 'WITHDRAWN')),
  ended_at   timestamptz not null,
  primary key (workspace, id)
);
create index work_ended_lately on work_ended (workspace, ended_at);

-- What happened, for reports; one row per event, appended only.
create table floor_event (
  workspace bigint not null references workspace,
  batch     bigint not null,
  nr        int not null,
  kind      text not null,
  work      bigint,
  agent     bigint,
  detail    text,
  at        timestamptz not null,
  primary key (workspace, batch, nr)
);

-- What was answered to a command that carried an idempotency key. Old rows are removed by the floor.
create table floor_command (
  workspace bigint not null references workspace,
  key       text not null check (length(key) between 1 and 100),
  batch     bigint not null,
  answer    text not null,
  at        timestamptz not null,
  primary key (workspace, key)
) with (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0);
create index floor_command_lately on floor_command (workspace, at);

call guard_workspace('floor');
call guard_workspace('floor_agent');
call guard_workspace('floor_work');
call guard_workspace('work_ended');
call guard_workspace('floor_event');
call guard_workspace('floor_command');

-- The first statement of every batch: only the owner goes on, and only with the next number.
create function floor_fence(floor_of bigint, own_epoch bigint, new_batch bigint) returns void language plpgsql as $$
begin
  update floor set batch = new_batch where workspace = floor_of and epoch = own_epoch and batch = new_batch - 1;
  if not found then
    raise exception 'the floor of workspace % belongs to another epoch than %, or batch % is not the next', floor_of, own_epoch, new_batch
      using errcode = 'HW001';
  end if;
end $$;

-- Times travel as microseconds since 1970; the smallest bigint stands for *none*, because 0 is a time like any other.
-- Stable and not immutable, or the planner could not put it in line, and a call per value costs more than the row.
create function from_us(us bigint) returns timestamptz language sql stable parallel safe
  return case when us <> '-9223372036854775808'::bigint then timestamptz 'epoch' + us * interval '1 microsecond' end;
