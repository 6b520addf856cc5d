-- Owned by org.hiwar.messenger.

-- When somebody last wrote to an account, for messengers that allow answers for a while only, and what it was, so that
-- its writer can be told that it was read.
create table messenger_heard (
  workspace   bigint not null,
  account     bigint not null,
  address     text not null,                      -- the customer's, normalised
  external_id text not null,                      -- the provider's name for the newest message
  heard_at    timestamptz not null,
  told        boolean not null default false,     -- whether the provider knows that we have read it
  primary key (workspace, account, address),
  foreign key (workspace, account) references channel_account
) with (fillfactor = 80);

-- Files of customers that are still with the provider; gone when they are here, or given up.
create table messenger_file (
  workspace  bigint not null,
  attachment bigint not null,
  account    bigint not null,
  reference  text not null check (length(reference) between 1 and 500),   -- the provider's name for it
  tries      int not null default 0,
  next_at    timestamptz not null,
  primary key (workspace, attachment),
  foreign key (workspace, account) references channel_account
) with (fillfactor = 80);
create index messenger_file_due on messenger_file (workspace, next_at);

call guard_workspace('messenger_heard');
call guard_workspace('messenger_file');
