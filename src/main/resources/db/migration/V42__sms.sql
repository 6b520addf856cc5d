-- Long messages by SMS, which come and go in parts. Owned by org.hiwar.sms.

create table sms_long (
  workspace bigint not null,
  id        bigint not null,
  account   bigint not null,
  sender    text not null check (length(sender) between 1 and 320),
  reference int not null,                         -- by which the sender's parts name it; used again soon
  total     smallint not null check (total between 2 and 255),
  state     text not null default 'OPEN' check (state in ('OPEN', 'WHOLE', 'GIVEN_UP')),
  begun_at  timestamptz not null,                 -- when the first part came
  primary key (workspace, id)
);
create index sms_long_name on sms_long (workspace, account, sender, reference, total, id desc);
create index sms_long_open on sms_long (workspace, account, begun_at) where state = 'OPEN';
create index sms_long_begun on sms_long (workspace, begun_at);

create table sms_part (
  workspace bigint not null,
  message   bigint not null,                      -- the long one
  part      smallint not null,                    -- from 1
  item      bigint not null,                      -- the inbound_item it came in
  coding    smallint not null,                    -- data_coding of SMPP
  content   bytea not null,                       -- without its header
  primary key (workspace, message, part),
  foreign key (workspace, message) references sms_long on delete cascade
);
create unique index sms_part_item on sms_part (workspace, item);

create table sms_segment (
  workspace   bigint not null,
  message     bigint not null,                    -- that an agent wrote
  part        smallint not null,                  -- from 1
  total       smallint not null,
  account     bigint not null,
  external_id text not null,                      -- the provider's name for the part
  state       text not null default 'SENT' check (state in ('SENT', 'DELIVERED', 'FAILED')),
  failure     text,                               -- of FAILED: a code
  at          timestamptz not null,               -- when the provider took it
  primary key (workspace, message, part),
  check (failure is not null or state <> 'FAILED')
);
create index sms_segment_external on sms_segment (workspace, account, external_id);
create index sms_segment_at on sms_segment (workspace, at);

call guard_workspace('sms_long');
call guard_workspace('sms_part');
call guard_workspace('sms_segment');
