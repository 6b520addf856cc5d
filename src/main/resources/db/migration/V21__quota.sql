-- What quotas of campaigns count: the first success of a record in a campaign. Owned by org.hiwar.campaign.
--
-- Appended only, under a lock of the campaign, so that places are taken in the order of the commits: who knows what
-- there is up to a place reads on from there, and counts each success once.
create table campaign_success (
  workspace   bigint not null,
  campaign    bigint not null,
  record      bigint not null,
  list        bigint not null,
  place       bigint not null generated always as identity,
  disposition bigint not null,
  fields      jsonb not null,                 -- what the record said then; imports may change it or take it away
  at          timestamptz not null,
  primary key (workspace, campaign, record),
  foreign key (workspace, campaign) references campaign on delete cascade
);
create index campaign_success_on on campaign_success (workspace, campaign, place);
create index campaign_success_of_list on campaign_success (workspace, list);

call guard_workspace('campaign_success');

create or replace function list_gone() returns trigger language plpgsql as $$
begin
  delete from calling_record r using gone g where r.workspace = g.workspace and r.list = g.id;
  delete from campaign_success s using gone g where s.workspace = g.workspace and s.list = g.id;
  return null;
end $$;
