-- That we have a mail is told by a message of the system, which the outbox sends: here stays who was told, and when. Owned
-- by org.hiwar.email.

drop index email_acknowledgement_waiting;
alter table email_acknowledgement
  drop column language,
  drop column subject,
  drop column answers,
  drop column message_id,
  drop column state,
  drop column tries,
  drop column next_at;
create index email_acknowledgement_at on email_acknowledgement (workspace, account, at);

-- What users put below the mails they write, with its variables. Owned by org.hiwar.email.
create table email_signature (
  workspace bigint not null references workspace,
  app_user  bigint not null,
  text      text not null check (length(text) between 1 and 2000),
  primary key (workspace, app_user),
  foreign key (workspace, app_user) references app_user
);

call guard_workspace('email_signature');
