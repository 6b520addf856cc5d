-- Agents part threads of mails and join them. Owned by org.hiwar.email.

alter table email_thread
  add column split_from  bigint,                  -- the thread that it was a part of; null: it began by itself
  add column merged_into bigint,                  -- its mails belong to that one; null: it is one of its own
  add foreign key (workspace, split_from) references email_thread,
  add foreign key (workspace, merged_into) references email_thread,
  add check (merged_into <> id and split_from <> id);
create index email_thread_merged on email_thread (workspace, merged_into) where merged_into is not null;

create table email_thread_change (
  workspace    bigint not null,
  id           bigint not null,
  kind         text not null check (kind in ('SPLIT', 'MERGED')),
  thread       bigint not null,                   -- the one that was parted, or was joined to another
  other        bigint not null,                   -- from which, or to which
  interactions bigint[] not null,                 -- of MERGED: those that were about the thread and went on
  by_user      bigint not null,
  at           timestamptz not null,
  undone_by    bigint,                            -- null: it holds
  undone_at    timestamptz,
  primary key (workspace, id),
  foreign key (workspace, thread) references email_thread,
  foreign key (workspace, other) references email_thread,
  foreign key (workspace, by_user) references app_user,
  foreign key (workspace, undone_by) references app_user,
  check ((undone_by is null) = (undone_at is null))
);
create index email_thread_change_holds on email_thread_change (workspace, thread, id) where undone_at is null;
create index interaction_of_thread on interaction (workspace, thread) where thread is not null;

call guard_workspace('email_thread_change');
