-- What becomes of chats when nobody is there, and what customers think of those that are over.

-- Owned by org.hiwar.chat.
alter table chat_entry
  add column away      text not null default 'WAIT' check (away in ('WAIT', 'MESSAGE')), -- what customers can do while nobody is there
  add column closed_en text not null default '' check (length(closed_en) <= 500),        -- said then; empty: the widget's own words
  add column closed_ar text not null default '' check (length(closed_ar) <= 500);

-- Visitors who have left a message and need not stay: what they wrote waits though their page is gone.
create table chat_left (
  workspace bigint not null,
  visitor   text not null,
  at        timestamptz not null,
  primary key (workspace, visitor)
);

call guard_workspace('chat_left');

-- Owned by org.hiwar.conversation. What a customer thought of an interaction, once and for all.
create table rating (
  workspace   bigint not null,
  interaction bigint not null,
  stars       smallint not null check (stars between 1 and 5),
  remark      text not null default '' check (length(remark) <= 1000),
  at          timestamptz not null,
  primary key (workspace, interaction),
  foreign key (workspace, interaction) references interaction
);

call guard_workspace('rating');
