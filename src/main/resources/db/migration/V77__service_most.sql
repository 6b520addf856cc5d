-- How much of a service one agent has at once. Owned by org.hiwar.workspace.
alter table service
  add column most int not null default 0 check (most between 0 and 4);   -- 0: as much as there is room for

-- Of org.hiwar.floor. What happened on a floor is counted by its time. Rows are appended as time goes on, so that a summary of the pages is
-- enough, and costs next to nothing to write.
create index floor_event_at on floor_event using brin (at) with (pages_per_range = 32, autosummarize = on);
