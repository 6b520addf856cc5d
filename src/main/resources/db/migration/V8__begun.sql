-- Calls that agents begin. Owned by org.hiwar.conversation.

-- Of an interaction that an agent begins: until then the floor has to have given it to them, and after that it is closed.
-- Null: the floor has it, or it came in by itself. What never began keeps its time and is over.
alter table interaction add column begin_until timestamptz;
create index interaction_unbegun on interaction (workspace, begin_until)
  where begin_until is not null and ended_at is null;
