-- Texts that a provider has approved, which alone may go out while nothing else may. Owned by org.hiwar.channel.

create table approved_template (
  workspace bigint not null,
  account   bigint not null,
  name      text not null check (length(name) between 1 and 512),      -- as the provider knows it
  language  text not null check (length(language) between 1 and 35),   -- in the provider's spelling
  header    text not null default '' check (length(header) <= 60),     -- empty: none
  body      text not null check (length(body) <= 1024),                -- with its parameters in {{…}}
  footer    text not null default '' check (length(footer) <= 60),     -- empty: none
  hindrance text,                                                      -- a code: why it cannot be sent from here; null: it can
  primary key (workspace, account, name, language),
  foreign key (workspace, account) references channel_account
);
call guard_workspace('approved_template');

-- As which approved template a message goes out: its name, its language and its parameters. Null: as it was written.
alter table delivery add column template jsonb;

-- Until now an account had one template with one variable, which took the words of the agent, among its settings.
do $$
declare
  one bigint;
begin
  for one in select id from workspace loop
    perform set_config('hiwar.workspace', one::text, true);
    insert into approved_template (workspace, account, name, language, body)
    select workspace, id, left(settings ->> 'template', 512), left(coalesce(nullif(settings ->> 'templateLanguage', ''), 'en'), 35), '{{1}}'
    from channel_account
    where workspace = one and channel = 'whatsapp' and removed_at is null and settings ->> 'template' <> '';
    update channel_account set settings = settings - 'template' - 'templateLanguage'
    where workspace = one and channel = 'whatsapp' and settings ?| array['template', 'templateLanguage'];
  end loop;
  perform set_config('hiwar.workspace', '', true);
end $$;
