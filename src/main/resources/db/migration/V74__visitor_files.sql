-- Files that visitors of web chats send, and messages that they leave.

-- Owned by org.hiwar.conversation. Whose browser uploaded it, where a visitor did; else null. What is not sent counts against
-- that visitor, and against all visitors of the workspace together.
alter table attachment
  add column visitor text,
  add constraint attachment_of_one_uploader check (visitor is null or uploaded_by is null);
create index attachment_unsent_of_visitors on attachment (workspace, visitor) where message is null and visitor is not null;
create index attachment_of_conversation on attachment (workspace, conversation) where conversation is not null;

-- It began with a message that was left, by somebody who did not stay for an answer.
alter table interaction add column message_left boolean not null default false;

-- Owned by org.hiwar.chat. Whether visitors may send files from there.
alter table chat_entry add column files boolean not null default true;
