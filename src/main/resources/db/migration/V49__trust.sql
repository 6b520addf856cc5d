-- How far the customer's address was proved when the interaction began. Owned by org.hiwar.conversation.

alter table interaction
  add column trust text check (trust in ('ATTESTED', 'PRESENTED', 'CLAIMED', 'CONFIRMED')); -- null: it began before this was kept
