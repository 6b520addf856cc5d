-- What agents change of what they have written. Owned by org.hiwar.conversation.

alter table message
  add column changed_at timestamptz,              -- of what it says now; null: as it was written
  add column withdrawn boolean not null default false,   -- it says nothing any more
  drop constraint message_text_check,
  add check (length(text) <= 4000 and (text = '') = withdrawn),
  add check (changed_at is not null or not withdrawn);

-- What it said before, for colleagues.
create table message_change (
  workspace    bigint not null,
  conversation bigint not null,
  seq          bigint not null,                   -- of the message
  changed_at   timestamptz not null,              -- when it stopped to say so
  said         text not null,
  primary key (workspace, conversation, seq, changed_at),
  foreign key (workspace, conversation, seq) references message
);

call guard_workspace('message_change');
