-- New words of contacts, without a join: what the planner has heard of a workspace may be that it has no words yet, and
-- then it would rather read all of them for each word that comes. Owned by org.hiwar.contact; V63 has the tables.

-- In the order of the words, so that two who write the same new words do not wait for each other. Whoever writes the form
-- of a word that is the word itself writes its other forms.
create or replace procedure add_contact_words(ws bigint, whom bigint[], words text[]) language plpgsql as $$
begin
  insert into contact_word (workspace, word, contact)
    select distinct ws, w, c from unnest(whom, words) t(c, w) where left(w, 1) <> '+'
    order by w, c on conflict do nothing;
  with new as (
    insert into contact_word_form (workspace, form, word)
      select distinct ws, w, w from unnest(words) w where left(w, 1) <> '+' order by w
      on conflict do nothing returning word)
  insert into contact_word_form (workspace, form, word)
    select ws, f, word from new cross join lateral forms_of_word(word) f where f <> word order by word, f
    on conflict do nothing;
  insert into contact_number (workspace, digits, contact)
    select distinct ws, substr(w, 2), c from unnest(whom, words) t(c, w) where left(w, 1) = '+' on conflict do nothing;
end $$;

-- Words that nobody has any more go with the last who had them. One by one and in the order of the words, for the same
-- reasons.
create or replace procedure remove_contact_words(ws bigint, whom bigint[], words text[]) language plpgsql as $$
declare
  one record;
  gone text;
begin
  for one in select distinct w as word, c as contact from unnest(whom, words) t(c, w) order by w, c loop
    if left(one.word, 1) = '+' then
      delete from contact_number where workspace = ws and digits = substr(one.word, 2) and contact = one.contact;
    else
      delete from contact_word where workspace = ws and word = one.word and contact = one.contact;
      if not exists (select from contact_word where workspace = ws and word = one.word) then
        for gone in select forms_of_word(one.word) loop
          delete from contact_word_form where workspace = ws and form = gone and word = one.word;
        end loop;
      end if;
    end if;
  end loop;
end $$;
