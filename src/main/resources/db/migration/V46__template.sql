-- Texts that agents write often. Owned by org.hiwar.template.

create table template (
  workspace bigint not null references workspace,
  id        bigint not null,
  name      text not null check (length(name) between 1 and 200),
  shortcut  text not null check (length(shortcut) between 1 and 32),   -- by which it is found at once, in small letters
  channels  text[] check (cardinality(channels) > 0),                  -- null: every channel
  services  bigint[] check (cardinality(services) > 0),                -- null: every service
  version   bigint not null default 1,
  primary key (workspace, id)
);
create unique index template_shortcut on template (workspace, shortcut);

create table template_text (
  workspace bigint not null,
  template  bigint not null,
  language  text not null check (length(language) between 2 and 35),   -- a tag as ar
  subject   text not null check (length(subject) <= 200),              -- of a mail; empty: none
  text      text not null check (length(text) between 1 and 4000),     -- with variables in {{…}}
  primary key (workspace, template, language),
  foreign key (workspace, template) references template on delete cascade
);

call guard_workspace('template');
call guard_workspace('template_text');
