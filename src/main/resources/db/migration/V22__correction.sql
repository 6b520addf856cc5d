-- What agents corrected in a record stands in its history. Owned by org.hiwar.campaign.
alter table record_event drop constraint record_event_kind_check;
alter table record_event add constraint record_event_kind_check check (kind in ('OFFERED', 'ACCEPTED', 'REJECTED',
  'OFFER_EXPIRED', 'OFFER_LOST', 'PREVIEWED', 'SKIPPED', 'COMPLETED', 'DIAL_STARTED', 'DIAL_RESULT', 'DISPOSITION_SET',
  'RESCHEDULED', 'LOST', 'WITHDRAWN', 'ENDED_BY_SYSTEM', 'CORRECTED'));
alter table record_event add column changes jsonb;  -- CORRECTED: [{"field", "was", "now"}], as texts
