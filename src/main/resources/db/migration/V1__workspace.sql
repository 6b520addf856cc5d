-- Workspaces, the people in them, and what they work on. Owned by org.hiwar.workspace.

-- The directory of workspaces: the one table that is read before a workspace is known, so it has no row-level security.
create table workspace (
  id         bigint primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name       text not null check (length(name) between 1 and 200),
  secret     bytea not null,                      -- signs visitor tokens
  created_at timestamptz not null
);

create table team (
  workspace bigint not null references workspace,
  id        bigint not null,
  name      text not null check (length(name) between 1 and 200),
  primary key (workspace, id),
  unique (workspace, name)
);

create table app_user (
  workspace     bigint not null references workspace,
  id            bigint not null,
  login         text not null check (login = lower(login) and length(login) between 1 and 200),
  name          text not null check (length(name) between 1 and 200),
  password_hash text not null,
  demo_password boolean not null default false,   -- still the one that the demo workspace came with
  team          bigint,
  roles         text[] not null,
  language      text not null default 'en',
  disabled      boolean not null default false,
  created_at    timestamptz not null,
  primary key (workspace, id),
  unique (workspace, login),
  foreign key (workspace, team) references team
);

create table user_session (
  workspace    bigint not null,
  token_hash   bytea not null,                    -- SHA-256 of the secret half of the cookie
  id           bigint not null,
  user_id      bigint not null,
  client       text not null,                     -- what the browser says it is, for the list of sessions
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  primary key (workspace, token_hash),
  unique (workspace, id),
  foreign key (workspace, user_id) references app_user
);
create index user_session_of on user_session (workspace, user_id);

create table skill (
  workspace bigint not null references workspace,
  id        bigint not null,                      -- a service's own skill has the service's id
  kind      text not null check (kind in ('SERVICE', 'LANGUAGE', 'AUXILIARY')),
  code      text,                                 -- for LANGUAGE: ar, en, …
  name      text not null check (length(name) between 1 and 200),
  primary key (workspace, id),
  unique (workspace, kind, name),
  check ((kind = 'LANGUAGE') = (code is not null))
);

create table user_skill (
  workspace bigint not null,
  user_id   bigint not null,
  skill     bigint not null,
  level     int not null check (level between 1 and 100),
  primary key (workspace, user_id, skill),
  foreign key (workspace, user_id) references app_user,
  foreign key (workspace, skill) references skill
);

create table service (
  workspace           bigint not null,
  id                  bigint not null,
  name                text not null check (length(name) between 1 and 200),
  medium              text not null check (medium in ('VOICE', 'CHAT', 'EMAIL', 'TASK', 'PREVIEW')),
  prefers_level       boolean not null default false,
  priority_worth_ms   bigint not null default 60000 check (priority_worth_ms >= 0),
  offer_ms            bigint not null default 20000 check (offer_ms between 1000 and 600000),
  wrap_up_ms          bigint not null default 60000 check (wrap_up_ms between 0 and 86400000),
  prefers_last_agent  boolean not null default false,
  prefer_for_ms       bigint not null default 30000 check (prefer_for_ms between 0 and 86400000),
  relax_after_ms      bigint not null default 30000 check (relax_after_ms between 0 and 86400000),
  inactivity_ms       bigint not null default 600000 check (inactivity_ms between 1000 and 604800000),
  abandon_after_ms    bigint not null default 60000 check (abandon_after_ms between 1000 and 86400000),
  requires_disposition boolean not null default false,
  primary key (workspace, id),
  unique (workspace, name),
  foreign key (workspace, id) references skill
);

-- `code` names a result that Hiwar itself brings: the screens translate it while no name of one's own is set.
create table disposition (
  workspace bigint not null references workspace,
  id        bigint not null,
  service   bigint,                               -- null: for every service
  code      text,
  name      text check (length(name) between 1 and 200),
  kind      text not null check (kind in ('SUCCESS', 'FAILURE', 'CONTINUE', 'SPAM', 'DO_NOT_CALL', 'SYSTEM')),
  final     boolean not null,
  position  int not null,
  primary key (workspace, id),
  foreign key (workspace, service) references service,
  check (code is not null or name is not null)
);

create table not_ready_reason (
  workspace bigint not null references workspace,
  id        bigint not null,
  code      text,
  name      text check (length(name) between 1 and 200),
  position  int not null,
  primary key (workspace, id),
  check (code is not null or name is not null)
);

create table audit_event (
  workspace bigint not null references workspace,
  id        bigint not null,
  at        timestamptz not null,
  user_id   bigint,                               -- null: the system
  what      text not null,
  subject   text not null,
  detail    jsonb not null default '{}',
  primary key (workspace, id)
);

-- Row-level security for a table whose first key is the workspace.
create procedure guard_workspace(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy own_workspace on %s using (workspace = nullif(current_setting(''hiwar.workspace'', true), '''')::bigint)', guarded);
end $$;

call guard_workspace('team');
call guard_workspace('app_user');
call guard_workspace('user_session');
call guard_workspace('skill');
call guard_workspace('user_skill');
call guard_workspace('service');
call guard_workspace('disposition');
call guard_workspace('not_ready_reason');
call guard_workspace('audit_event');
