-- The workspace's side of the telephone network. Owned by org.hiwar.voice.line.

create table trunk (
  workspace bigint not null references workspace,
  id        bigint not null unique,               -- SIP knows trunks without their workspace
  name      text not null check (length(name) between 1 and 200),
  position  int not null,                         -- calls go out over the first that can do it
  host      text not null check (length(host) between 1 and 253),
  port      int not null check (port between 1 and 65535),
  transport text not null check (transport in ('UDP', 'TCP')),
  user_name text check (length(user_name) between 1 and 200),
  secret    text check (length(secret) between 1 and 200),  -- the password as it is: digests need it
  registers boolean not null,
  checked   boolean not null,
  follows_redirects boolean not null,
  also_from text[] not null default '{}',
  primary key (workspace, id),
  unique (workspace, name),
  check ((user_name is null) = (secret is null)),
  check (not registers or user_name is not null)
);

create table phone_number (
  workspace bigint not null,
  id        bigint not null,
  trunk     bigint not null,
  number    text not null check (number ~ '^[+]?[0-9*#]{1,31}$'),  -- with + as the world dials it, else as the trunk writes it
  service   bigint not null,
  language  text check (length(language) between 2 and 10),        -- null: any agent will do
  primary key (workspace, id),
  unique (workspace, trunk, number),
  foreign key (workspace, trunk) references trunk,
  foreign key (workspace, service) references service
);

create table call_limits (
  workspace      bigint primary key references workspace,
  country        text not null check (country ~ '^[A-Z]{2}$'),     -- where numbers without a country code are dialled
  open_countries text[] not null,                                  -- besides `country`; '001' is numbers of no country
  opens_premium  boolean not null,
  opens_local    boolean not null,                                 -- codes and short numbers, which only the provider understands
  calls_a_minute int not null check (calls_a_minute between 0 and 10000),
  calls_at_once  int not null check (calls_at_once between 0 and 10000)
);

create table service_voice (
  workspace bigint not null,
  service   bigint not null,
  caller_id bigint,                               -- a phone_number; null: the trunk shows its own
  recording text not null check (recording in ('OFF', 'ON', 'ANNOUNCED')),
  primary key (workspace, service),
  foreign key (workspace, service) references service,
  foreign key (workspace, caller_id) references phone_number
);

call guard_workspace('trunk');
call guard_workspace('phone_number');
call guard_workspace('call_limits');
call guard_workspace('service_voice');
