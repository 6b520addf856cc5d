-- Contacts that were two and are one. Owned by org.hiwar.contact; why so: docs/adr/0025.

alter table contact
  add column merged_into bigint,                  -- whom it belongs to, never one that is merged itself; null: it is one of its own
  add column photo_of    bigint,                  -- whose photo is shown, of those merged into it; null: its own
  add foreign key (workspace, merged_into) references contact,
  add foreign key (workspace, photo_of) references contact,
  add check (merged_into <> id);
create index contact_merged on contact (workspace, merged_into) where merged_into is not null;

create table contact_merge (
  workspace     bigint not null,
  id            bigint not null,                  -- made behind all locks: what began later has a greater id
  kept          bigint not null,
  gone          bigint not null,
  by_user       bigint not null,
  at            timestamptz not null,
  took          text[] not null,                  -- which fields of the kept one became those of the other
  name_before   text,
  name_set      text,
  language_before text,
  language_set  text,
  photo_before  bigint,                           -- of contact.photo_of
  photo_set     bigint,
  last_activity_before timestamptz,               -- of the kept one
  conversations bigint[] not null,                -- those of the other one that went on, and went with it
  beside        bigint[] not null,                -- those of them that were open beside the open one of the kept
  undone_by     bigint,                           -- null: it holds
  undone_at     timestamptz,
  primary key (workspace, id),
  foreign key (workspace, kept) references contact,
  foreign key (workspace, gone) references contact,
  foreign key (workspace, by_user) references app_user,
  foreign key (workspace, undone_by) references app_user,
  check (kept <> gone),
  check ((undone_by is null) = (undone_at is null))
);
create unique index contact_merge_holds on contact_merge (workspace, gone) where undone_at is null;
create index contact_merge_kept on contact_merge (workspace, kept, id) where undone_at is null;

call guard_workspace('contact_merge');

-- A contact and all that are merged into it, whichever of them is named.
create function contacts_of(ws bigint, whom bigint) returns setof bigint language sql stable parallel safe
as $$
  select coalesce(r.merged_into, r.id) from contact r where r.workspace = ws and r.id = whom
  union all
  select m.id from contact r join contact m on m.workspace = r.workspace and m.merged_into = coalesce(r.merged_into, r.id)
  where r.workspace = ws and r.id = whom
$$;
