-- Who was asked into calls, and calls among users. Owned by org.hiwar.voice.call.

create table consultation (
  workspace   bigint not null,
  id          bigint not null,
  interaction bigint not null,                    -- the customer's call
  agent       bigint not null,                    -- who asked
  colleague   bigint,                             -- who was asked: a user, or
  number      text,                               -- a number
  began       timestamptz not null,
  answered    timestamptz,
  ended       timestamptz,
  outcome     text check (outcome in ('ENDED', 'TRANSFERRED', 'CONFERENCE', 'NOT_ANSWERED')),
  primary key (workspace, id),
  foreign key (workspace, interaction) references call,
  foreign key (workspace, agent) references app_user,
  foreign key (workspace, colleague) references app_user,
  check ((colleague is null) <> (number is null)),
  check ((ended is null) = (outcome is null)),
  check ((outcome = 'NOT_ANSWERED') = (answered is null) or ended is null)
);
create index consultation_of_call on consultation (workspace, interaction);
create index consultation_without_end on consultation (workspace, id) where ended is null;

-- No conversation, no contact: nobody outside takes part.
create table internal_call (
  workspace bigint not null,
  id        bigint not null,
  caller    bigint not null,
  callee    bigint not null,
  began     timestamptz not null,
  answered  timestamptz,
  ended     timestamptz,
  result    text,                                 -- null: it was simply talked, or goes on
  primary key (workspace, id),
  foreign key (workspace, caller) references app_user,
  foreign key (workspace, callee) references app_user,
  check (caller <> callee),
  check (result is null or ended is not null)
);
create index internal_call_of_caller on internal_call (workspace, caller, id);
create index internal_call_of_callee on internal_call (workspace, callee, id);
create index internal_call_without_end on internal_call (workspace, id) where ended is null;

call guard_workspace('consultation');
call guard_workspace('internal_call');
