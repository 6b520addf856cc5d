-- Customers and the addresses that are theirs. Owned by org.hiwar.contact.

create table contact (
  workspace  bigint not null references workspace,
  id         bigint not null,
  name       text check (length(name) between 1 and 200),
  search_text text not null default '',           -- name and addresses, normalised: what a search looks into
  language   text,
  version    bigint not null default 1,
  created_at timestamptz not null,
  last_activity_at timestamptz,
  primary key (workspace, id)
);
create index contact_newest on contact (workspace, coalesce(last_activity_at, created_at) desc, id desc);

create table contact_address (
  workspace  bigint not null,
  contact    bigint not null,
  kind       text not null check (kind in ('PHONE', 'EMAIL', 'VISITOR')),
  value      text not null check (length(value) between 1 and 320),   -- normalised: E.164, lower-case mail, visitor id
  trust      text not null check (trust in ('ATTESTED', 'PRESENTED', 'CLAIMED', 'CONFIRMED')),
  created_at timestamptz not null,
  primary key (workspace, contact, kind, value),
  foreign key (workspace, contact) references contact,
  check (kind <> 'VISITOR' or trust = 'ATTESTED')
);
create index contact_address_lookup on contact_address (workspace, kind, value);
-- A visitor is one person: the token that we signed belongs to exactly one contact.
create unique index contact_address_visitor on contact_address (workspace, value) where kind = 'VISITOR';

call guard_workspace('contact');
call guard_workspace('contact_address');
