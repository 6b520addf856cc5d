-- What SMS, email and messengers have in common. channel_account and inbound_item are owned by org.hiwar.channel, delivery
-- and attachment by org.hiwar.conversation, opt_out by org.hiwar.contact.

create table channel_account (
  workspace  bigint not null references workspace,
  id         bigint not null,
  channel    text not null check (length(channel) between 1 and 40),
  name       text not null check (length(name) between 1 and 200),
  address    text not null check (length(address) between 1 and 320),   -- ours, as customers see it, normalised
  service    bigint not null,
  language   text,
  settings   jsonb not null default '{}',         -- texts by name, secrets among them
  enabled    boolean not null default true,
  version    bigint not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz,                         -- what came in on it stays readable
  primary key (workspace, id),
  foreign key (workspace, service) references service
);
-- One sender has one account, so that an answer finds one.
create unique index channel_account_address on channel_account (workspace, channel, address) where removed_at is null;

create table inbound_item (
  workspace   bigint not null,
  id          bigint not null,
  account     bigint not null,
  external_id text not null check (length(external_id) between 1 and 500),
  body        bytea not null,                     -- as it came
  received_at timestamptz not null,
  state       text not null default 'WAITING' check (state in ('WAITING', 'TAKEN', 'NOTHING', 'ASIDE')),
  reason      text,                               -- of NOTHING and ASIDE: a code
  detail      text,
  tries       int not null default 0,
  message     bigint,                             -- of TAKEN: the first message that it became; null: news of what we sent
  conversation bigint,
  primary key (workspace, id),
  foreign key (workspace, account) references channel_account,
  check (reason is not null or state not in ('NOTHING', 'ASIDE'))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create unique index inbound_item_once on inbound_item (workspace, account, external_id);
create index inbound_item_waiting on inbound_item (workspace, id) where state = 'WAITING';
create index inbound_item_aside on inbound_item (workspace, id) where state = 'ASIDE';
create index inbound_item_received on inbound_item (workspace, received_at, account);

alter table interaction
  add column account bigint,                      -- of ours on the channel; null for telephone and web chat
  add column thread bigint;                       -- which of several at a time of one sender; null: there is one
-- What goes on with a sender, and what of theirs was stored before.
create index interaction_of_party on interaction (workspace, account, party, arrived_at desc, id desc) where account is not null;

alter table message add column written_at timestamptz;   -- by the provider's clock; null: not said

create table delivery (
  workspace   bigint not null,
  message     bigint not null,
  conversation bigint not null,
  seq         bigint not null,                    -- of the message in its conversation
  interaction bigint not null,
  account     bigint not null,
  recipient   text not null,                      -- the customer's address, normalised
  state       text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DELIVERED', 'READ', 'FAILED')),
  external_id text,                               -- the provider's name for it, since it is SENT
  failure     text,                               -- a code; of FAILED, or why it still waits
  detail      text,
  tries       int not null default 0,
  next_at     timestamptz not null,               -- when it is tried next, while WAITING
  changed_at  timestamptz not null,
  primary key (workspace, message),
  check (failure is not null or state <> 'FAILED')
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
create index delivery_waiting on delivery (workspace, account, next_at, message) where state = 'WAITING';
create index delivery_failed on delivery (workspace, changed_at desc) where state = 'FAILED';
create index delivery_external on delivery (workspace, account, external_id) where external_id is not null;
create index delivery_of_conversation on delivery (workspace, conversation, seq);

create table attachment (
  workspace   bigint not null,
  id          bigint not null,
  message     bigint,                             -- null while it is uploaded and not sent
  conversation bigint,
  uploaded_by bigint,                             -- the agent; null: it came in
  name        text not null check (length(name) between 1 and 200),
  type        text not null,                      -- the media type by its content
  cid         text not null default '',
  bytes       bigint not null check (bytes >= 0),
  state       text not null default 'READY' check (state in ('PENDING', 'READY', 'FAILED')),
  file        text not null default '',           -- below the folder of attachments
  at          timestamptz not null,
  primary key (workspace, id)
);
create index attachment_of_message on attachment (workspace, message) where message is not null;
create index attachment_unsent on attachment (workspace, at) where message is null;

create table opt_out (
  workspace bigint not null references workspace,
  kind      text not null,                        -- of the address
  value     text not null,                        -- the address, normalised
  channel   text not null,                        -- which channel is refused
  word      text,                                 -- what the customer wrote; null: an agent noted it
  by_user   bigint,
  at        timestamptz not null,
  primary key (workspace, kind, value, channel)
);

alter table contact_address drop constraint contact_address_kind_check;
alter table contact_address add constraint contact_address_kind_check
  check (kind in ('PHONE', 'EMAIL', 'VISITOR', 'WHATSAPP', 'TELEGRAM', 'EXTERNAL'));

call guard_workspace('channel_account');
call guard_workspace('inbound_item');
call guard_workspace('delivery');
call guard_workspace('attachment');
call guard_workspace('opt_out');
