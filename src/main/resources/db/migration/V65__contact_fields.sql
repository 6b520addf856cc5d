-- What else is known of a contact, and the fields that a workspace defines itself. Owned by org.hiwar.contact.

alter table contact
  add column company    text check (length(company) between 1 and 200),     -- null: not known
  add column time_zone  text check (length(time_zone) between 1 and 60),    -- null: not known
  add column tags       text[] not null default '{}',
  add column fields     jsonb not null default '{}';                        -- the id of the field: its value as text

create table contact_field (
  workspace  bigint not null,
  id         bigint not null,
  key        text not null check (key ~ '^[a-z][a-z0-9]{0,29}$'),           -- by which it is searched: key:value
  name_ar    text not null check (length(name_ar) between 1 and 60),
  name_en    text not null check (length(name_en) between 1 and 60),
  type       text not null check (type in ('TEXT', 'NUMBER', 'DATE', 'CHOICE')),
  choices    text[] not null default '{}',
  shown      boolean not null default true,
  primary key (workspace, id),
  unique (workspace, key),
  check ((type = 'CHOICE') = (cardinality(choices) > 0))
);

-- Whether a customer agreed to be written to or called on a channel, and who heard it.
create table contact_consent (
  workspace  bigint not null,
  contact    bigint not null,
  channel    text not null check (length(channel) between 1 and 40),
  given      boolean not null,
  at         timestamptz not null,
  by_user    bigint not null,
  primary key (workspace, contact, channel),
  foreign key (workspace, contact) references contact on delete cascade,
  foreign key (workspace, by_user) references app_user
);

call guard_workspace('contact_field');
call guard_workspace('contact_consent');
