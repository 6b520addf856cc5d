-- What colleagues write for each other inside a conversation. Owned by org.hiwar.conversation.

alter table message
  add column internal boolean not null default false,    -- a note: for colleagues alone, no channel ever carries it
  add check (not internal or author_kind = 'AGENT');

create table mention (
  workspace    bigint not null,
  message      bigint not null,                   -- a note
  mentioned    bigint not null,                   -- the user whom it names
  conversation bigint not null,
  seq          bigint not null,                   -- of the note in its conversation
  at           timestamptz not null,
  seen_at      timestamptz,                       -- null: they have not looked at it yet
  primary key (workspace, message, mentioned),
  foreign key (workspace, conversation) references conversation,
  foreign key (workspace, mentioned) references app_user
);
create index mention_of on mention (workspace, mentioned, at desc, message desc);
create index mention_unseen on mention (workspace, mentioned) where seen_at is null;

call guard_workspace('mention');
