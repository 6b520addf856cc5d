-- The photo of a contact: a small square that we encoded ourselves. Owned by org.hiwar.contact.

create table contact_photo (
  workspace  bigint not null,
  contact    bigint not null,
  id         bigint not null,                     -- a new one with every photo: it is part of the address
  jpeg       bytea not null check (octet_length(jpeg) between 1 and 131072),
  created_at timestamptz not null,
  primary key (workspace, contact),
  foreign key (workspace, contact) references contact on delete cascade
);

call guard_workspace('contact_photo');
