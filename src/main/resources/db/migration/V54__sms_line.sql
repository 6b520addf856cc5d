-- When a session with a message centre was seen alive for the last time: what was stored shortly before may come again
-- after a crash. Owned by org.hiwar.sms.

create table sms_line (
  workspace bigint not null,
  account   bigint not null,
  alive_at  timestamptz not null,
  primary key (workspace, account)
);

call guard_workspace('sms_line');
