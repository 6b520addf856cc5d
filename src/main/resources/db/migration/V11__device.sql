-- What agents telephone with. Owned by org.hiwar.voice.device.

create table sip_phone (
  workspace bigint not null,
  id        bigint not null,
  name      text not null check (length(name) between 1 and 200),
  owner     bigint not null,                      -- whose calls it takes
  login     text not null unique check (login ~ '^[A-Za-z0-9._-]{1,64}$'),  -- SIP knows phones without their workspace
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),  -- H(A1) of RFC 7616 section 3.4.2, in place of the password
  md5       text not null check (md5 ~ '^[0-9a-f]{32}$'),     -- the same for telephones that know no other
  primary key (workspace, id),
  unique (workspace, id, owner),
  foreign key (workspace, owner) references app_user
);

create table agent_device (
  workspace bigint not null,
  agent     bigint not null,
  kind      text not null check (kind in ('PHONE', 'NUMBER')),  -- who has no row telephones in the browser
  phone     bigint,
  number    text check (number ~ '^[+]?[0-9*#]{1,31}$'),
  primary key (workspace, agent),
  foreign key (workspace, agent) references app_user,
  foreign key (workspace, phone, agent) references sip_phone (workspace, id, owner),
  check ((kind = 'PHONE') = (phone is not null)),
  check ((kind = 'NUMBER') = (number is not null))
);

call guard_workspace('sip_phone');
call guard_workspace('agent_device');
