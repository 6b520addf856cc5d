-- Calls that customers raise from a chat. Owned by org.hiwar.chat.

alter table chat_entry add column calls bigint;      -- the service that is called from here; null: no calls
alter table chat_entry add foreign key (workspace, calls) references service;
