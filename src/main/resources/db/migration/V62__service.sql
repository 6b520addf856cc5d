-- What administrators say of services, of reasons and of dispositions. Owned by org.hiwar.workspace.

-- When a service is open, what is said by SMS and messengers when it is not, how long a conversation there may be silent,
-- and how soon the service promises to answer.
alter table service
  add column hours           jsonb,               -- org.hiwar.workspace.hours.CentreHours; null: always open
  add column closed_en       text not null default '' check (length(closed_en) <= 500),   -- empty: nothing is said
  add column closed_ar       text not null default '' check (length(closed_ar) <= 500),
  add column silence_ms      bigint not null default 86400000 check (silence_ms between 60000 and 2592000000),
  add column promise_percent int not null default 80 check (promise_percent between 1 and 100),
  add column promise_ms      bigint not null default 20000 check (promise_ms between 1000 and 2592000000);

-- What agents need beside the service's own skill, at this level or above.
create table service_skill (
  workspace bigint not null,
  service   bigint not null,
  skill     bigint not null,
  level     int not null check (level between 1 and 100),
  primary key (workspace, service, skill),
  foreign key (workspace, service) references service,
  foreign key (workspace, skill) references skill
);
call guard_workspace('service_skill');

-- A disposition may be for several services.
alter table disposition drop constraint disposition_workspace_service_fkey;
alter table disposition alter column service type bigint[] using case when service is null then null else array[service] end;
alter table disposition rename column service to services;   -- null: for every service
alter table disposition add check (cardinality(services) > 0);

-- A reason that is no longer offered stays for what is past.
alter table not_ready_reason add column removed_at timestamptz;
