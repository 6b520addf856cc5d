-- Mail: what messages do not say of it, and what belongs together. Owned by org.hiwar.email.

create table email_thread (
  workspace       bigint not null references workspace,
  id              bigint not null,
  account         bigint not null,
  token           text not null,                  -- in our address, so that answers name it
  subject         text not null,                  -- without what answers put before it, in lower case
  began_at        timestamptz not null,
  last_at         timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, account) references channel_account
);
create unique index email_thread_token on email_thread (workspace, account, token);

-- Everybody who is in a mail of the thread, ourselves left out.
create table email_party (
  workspace bigint not null,
  thread    bigint not null,
  address   text not null,
  primary key (workspace, thread, address),
  foreign key (workspace, thread) references email_thread
);
create index email_party_address on email_party (workspace, address, thread);

-- Every Message-ID that was seen: ours, theirs, and those that their mails refer to.
create table email_reference (
  workspace  bigint not null,
  account    bigint not null,
  message_id text not null check (length(message_id) between 1 and 400),
  thread     bigint not null,
  ours       boolean not null,
  primary key (workspace, account, message_id),
  foreign key (workspace, thread) references email_thread
);

create table email (
  workspace    bigint not null,
  id           bigint not null,
  account      bigint not null,
  thread       bigint not null,
  message      bigint,                            -- null: written, and its message is not stored yet
  client_id    uuid,                              -- of ours: what its writer called it
  message_id   text not null,                     -- empty: it came without one
  in_reply_to  text not null,                     -- empty: it answers nothing
  reference_ids text[] not null,                  -- the mails before it, the oldest first
  parties      jsonb not null,                    -- from, to, cc, replyTo
  subject      text not null,
  text         text not null,                     -- all of it, also where the message has only its beginning
  html         text not null,                     -- as it came; empty: there is none
  trust        text,                              -- of the sender; null: it is ours
  why          text not null,                     -- it is in its thread
  marks        text[] not null,                   -- what is suspicious of its sender
  at           timestamptz not null,
  primary key (workspace, id),
  foreign key (workspace, thread) references email_thread,
  check (message is not null or client_id is not null)
);
create unique index email_of_message on email (workspace, message) where message is not null;
create unique index email_of_client on email (workspace, client_id) where client_id is not null;
create index email_of_thread on email (workspace, thread, id);

-- How far each mailbox has been fetched.
create table email_mailbox (
  workspace bigint not null,
  account   bigint not null,
  validity  bigint not null,                      -- UIDVALIDITY: with another one, UIDs mean other mails
  place     bigint not null,                      -- the UID of the last mail that is kept
  primary key (workspace, account),
  foreign key (workspace, account) references channel_account
);

-- That we have a mail, told its sender once per thread.
create table email_acknowledgement (
  workspace  bigint not null,
  thread     bigint not null,
  account    bigint not null,
  recipient  text not null,
  language   text not null,
  subject    text not null,
  answers    text not null,                       -- the Message-ID
  message_id text not null,                       -- ours
  state      text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
  tries      int not null default 0,
  at         timestamptz not null,
  next_at    timestamptz not null,
  primary key (workspace, thread),
  foreign key (workspace, thread) references email_thread
);
create index email_acknowledgement_waiting on email_acknowledgement (workspace, account, next_at) where state = 'WAITING';
create index email_acknowledgement_recipient on email_acknowledgement (workspace, account, recipient, at);

call guard_workspace('email_thread');
call guard_workspace('email_party');
call guard_workspace('email_reference');
call guard_workspace('email');
call guard_workspace('email_mailbox');
call guard_workspace('email_acknowledgement');
