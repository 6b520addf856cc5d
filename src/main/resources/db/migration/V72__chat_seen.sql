-- How far a customer's page has got what agents wrote in a chat, and how far it was seen. Owned by org.hiwar.conversation.

create table seen (
  workspace    bigint not null,
  interaction  bigint not null,
  conversation bigint not null,
  delivered    bigint not null,     -- messages of agents up to this number are on the page
  read         bigint not null,     -- and up to this one were in sight, never more than delivered
  at           timestamptz not null,
  primary key (workspace, interaction),
  foreign key (workspace, interaction) references interaction,
  check (read between 0 and delivered)
);

call guard_workspace('seen');
