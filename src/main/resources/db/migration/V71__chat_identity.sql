-- How a site attests who is signed in there. Owned by org.hiwar.chat.

alter table chat_entry add column identity_secret text;  -- sealed; null: the site attests nobody
