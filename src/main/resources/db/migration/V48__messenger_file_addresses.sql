-- Owned by org.hiwar.messenger. A file may be named by an address, which is longer than a provider's name for one.
alter table messenger_file drop constraint messenger_file_reference_check;
alter table messenger_file add constraint messenger_file_reference_check check (length(reference) between 1 and 2000);
