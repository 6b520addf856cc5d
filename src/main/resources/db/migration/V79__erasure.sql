-- Deleting somebody with a long history takes more than one transaction. Why so: docs/adr/0026.

-- Owned by org.hiwar.contact. Whoever is being deleted is there for nobody any more, and row-level security sees to it: only
-- a transaction that says hiwar.erasing finds the row, which stays until nothing refers to it.
alter table contact add column erased boolean not null default false;
alter policy own_workspace on contact using (
  workspace = nullif(current_setting('hiwar.workspace', true), '')::bigint
  and (not erased or current_setting('hiwar.erasing', true) = 'on'));

-- Who is being deleted, until all that was said with them is. Owned by org.hiwar.conversation.removal.
create table erasure (
  workspace  bigint not null references workspace,
  contact    bigint not null,
  contacts   bigint[] not null,              -- it, and those that were merged into it
  activities bigint not null,                -- that there were
  gone       bigint not null default 0,      -- of them, so far
  asked_at   timestamptz not null,
  primary key (workspace, contact)
);
call guard_workspace('erasure');
