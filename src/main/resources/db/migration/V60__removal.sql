-- What is removed for good: on request, or because it is old; why so: docs/adr/0026.

-- How long is kept what there is. Owned by org.hiwar.conversation.removal.
create table retention (
  workspace  bigint not null references workspace,
  kind       text not null check (kind in ('RECORDINGS', 'CONVERSATIONS', 'RAW_ITEMS')),
  days       int check (days between 1 and 36500),   -- null: for ever
  removed    bigint not null default 0,              -- how many have gone by this rule, since there is one
  removed_at timestamptz,                            -- the last time that any went; null: never
  primary key (workspace, kind)
);

-- Files whose rows have gone, until they have gone themselves. Owned by org.hiwar.conversation.removal.
create table file_removal (
  workspace bigint not null references workspace,
  id        bigint not null generated always as identity,
  kind      text not null check (kind in ('ATTACHMENT', 'RECORDING')),
  file      text not null,                           -- below the folder of its kind
  primary key (workspace, id)
);

-- Items that name an address but belong to no conversation are looked for, some at a time. Owned by org.hiwar.channel.
create table item_sweep (
  workspace bigint not null references workspace,
  id        bigint not null,
  words     text[] not null,                         -- as items write the addresses of whoever was erased
  done_to   bigint not null,                         -- inbound_item.id up to which was looked
  until     bigint not null,                         -- inbound_item.id up to which is looked
  primary key (workspace, id)
);
call guard_workspace('retention');
call guard_workspace('file_removal');
call guard_workspace('item_sweep');

-- What was said is found by whom, and what came in by what it became.
create index conversation_of_contact on conversation (workspace, contact);
create index contact_photo_shown on contact (workspace, photo_of) where photo_of is not null;
create index email_reference_of_thread on email_reference (workspace, thread);
create index email_thread_split on email_thread (workspace, split_from) where split_from is not null;
create index inbound_item_of_conversation on inbound_item (workspace, conversation) where conversation is not null;
