-- What administrators set of the chats of web pages. Owned by org.hiwar.chat.

alter table chat_entry
  add column title_en   text not null default '' check (length(title_en) <= 60),  -- over the chat; empty: the entry's name
  add column title_ar   text not null default '' check (length(title_ar) <= 60),
  add column side       text not null default 'END' check (side in ('START', 'END')), -- in the direction of writing
  add column ask_name   text not null default 'OPTIONAL' check (ask_name in ('NO', 'OPTIONAL', 'REQUIRED')),
  add column ask_email  text not null default 'OPTIONAL' check (ask_email in ('NO', 'OPTIONAL', 'REQUIRED')),
  add column ask_phone  text not null default 'OPTIONAL' check (ask_phone in ('NO', 'OPTIONAL', 'REQUIRED')),
  add column version    bigint not null default 1;
