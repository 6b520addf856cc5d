-- How a customer wants to be reached. Owned by org.hiwar.contact.

alter table contact add column preferred_channel text check (length(preferred_channel) between 1 and 40);   -- null: not known
