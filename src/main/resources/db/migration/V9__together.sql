-- Work that belongs together. Owned by org.hiwar.floor.

alter table floor_work add column conversation bigint;   -- null: it belongs to nothing
