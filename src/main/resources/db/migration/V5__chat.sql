-- Where chats come in. Owned by org.hiwar.chat.

create table chat_entry (
  workspace bigint not null,
  id        bigint not null,
  slug      text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  service   bigint not null,
  name      text not null check (length(name) between 1 and 200),
  language  text not null,                        -- the skill that its chats need, and the first language of the widget
  origins   text[] not null default '{}',         -- sites that may show it; empty: only the server's own
  greeting_en text not null default '',
  greeting_ar text not null default '',
  accent    text not null default '#0d5c63' check (accent ~ '^#[0-9a-f]{6}$'),
  primary key (workspace, id),
  unique (workspace, slug),
  foreign key (workspace, service) references service
);

call guard_workspace('chat_entry');
