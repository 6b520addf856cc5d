-- Files of a message stand as their sender put them, whichever was uploaded first. 0: as they came.
alter table attachment add column place smallint not null default 0;
