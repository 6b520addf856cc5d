-- Files of contacts that were brought in, and what of them was refused. Owned by org.hiwar.contact.

create table contact_import (
  workspace   bigint not null references workspace,
  id          bigint not null,
  file_name   text not null check (length(file_name) between 1 and 200),
  known       text not null check (known in ('UPDATE', 'KEEP', 'REFUSE')),   -- what becomes of contacts that are known
  state       text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  bytes       bigint not null,
  read_bytes  bigint not null default 0,
  rows_read   bigint not null default 0,
  added       bigint not null default 0,
  updated     bigint not null default 0,
  kept        bigint not null default 0,       -- rows of contacts that stayed as they were
  refused     bigint not null default 0,       -- rows
  left_out    bigint not null default 0,       -- values that were refused, of rows that were not
  problem     text,                            -- FAILED: why, a code
  problem_line bigint,                         -- FAILED: where in the file; null: nowhere in particular
  by_user     bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,                     -- null: RUNNING
  primary key (workspace, id),
  foreign key (workspace, by_user) references app_user,
  check ((state = 'FAILED') = (problem is not null)),
  check ((state = 'RUNNING') = (ended_at is null))
);
-- One at a time.
create unique index contact_import_running on contact_import (workspace) where state = 'RUNNING';

create table contact_import_refusal (
  workspace bigint not null,
  import    bigint not null,
  ordinal   bigint not null,
  line      bigint not null,                   -- of the file, where its row begins
  whole     boolean not null,                  -- the row was refused; false: only this value of it
  field     text,                              -- as the file names the column; null: it is about the row
  reason    text not null,                     -- a code
  value     text not null,                     -- as it stood in the file, cut
  number_end text not null generated always as (right(regexp_replace(translate(value, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'),
    '[^0-9]', '', 'g'), 7)) stored,               -- by which a person's numbers are found in it, however they are spelled
  primary key (workspace, import, ordinal),
  foreign key (workspace, import) references contact_import on delete cascade
);
create index contact_import_refusal_number on contact_import_refusal (workspace, number_end) where length(number_end) = 7;
create index contact_import_refusal_value on contact_import_refusal (workspace, md5(lower(value)));
create index contact_import_refusal_row on contact_import_refusal (workspace) where reason in ('OTHER_COLUMNS', 'QUOTES');

call guard_workspace('contact_import');
call guard_workspace('contact_import_refusal');
