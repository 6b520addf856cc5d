-- What a search for contacts looks into. Owned by org.hiwar.contact; why so: docs/adr/0027.
-- All of it is derived from contact.search_text, by triggers, so that whoever writes a contact cannot forget it.

-- The words of contact.search_text, separated by one space: folded; a telephone number begins with +, a word that is only
-- looked for by its field has the field and a colon before it. A contact that is merged into another is not found by its own.
create table contact_word (
  workspace  bigint not null,
  word       text collate "C" not null,
  contact    bigint not null,
  primary key (workspace, word, contact)
);

-- How each word in use is found by a part of it or with a typing error: its endings of three letters or more, and, after
-- a -, itself and itself without one of its letters.
create table contact_word_form (
  workspace  bigint not null,
  form       text collate "C" not null,
  word       text collate "C" not null,
  primary key (workspace, form, word)
);

-- Telephone numbers, to be found by any four of their digits: d1 is the first four, d2 those from the second on, and so
-- forth. Indexes of four digits hold their entries together, so that all of them are smaller than one of the endings.
create table contact_number (
  workspace  bigint not null,
  digits     text collate "C" not null check (digits ~ '^[0-9]{1,15}$'),
  contact    bigint not null,
  d1  smallint generated always as (case when length(digits) >= 4 then substr(digits, 1, 4)::smallint end) stored,
  d2  smallint generated always as (case when length(digits) >= 5 then substr(digits, 2, 4)::smallint end) stored,
  d3  smallint generated always as (case when length(digits) >= 6 then substr(digits, 3, 4)::smallint end) stored,
  d4  smallint generated always as (case when length(digits) >= 7 then substr(digits, 4, 4)::smallint end) stored,
  d5  smallint generated always as (case when length(digits) >= 8 then substr(digits, 5, 4)::smallint end) stored,
  d6  smallint generated always as (case when length(digits) >= 9 then substr(digits, 6, 4)::smallint end) stored,
  d7  smallint generated always as (case when length(digits) >= 10 then substr(digits, 7, 4)::smallint end) stored,
  d8  smallint generated always as (case when length(digits) >= 11 then substr(digits, 8, 4)::smallint end) stored,
  d9  smallint generated always as (case when length(digits) >= 12 then substr(digits, 9, 4)::smallint end) stored,
  d10 smallint generated always as (case when length(digits) >= 13 then substr(digits, 10, 4)::smallint end) stored,
  d11 smallint generated always as (case when length(digits) >= 14 then substr(digits, 11, 4)::smallint end) stored,
  d12 smallint generated always as (case when length(digits) >= 15 then substr(digits, 12, 4)::smallint end) stored,
  primary key (workspace, digits, contact)
);
create index contact_number_1 on contact_number (workspace, d1);
create index contact_number_2 on contact_number (workspace, d2);
create index contact_number_3 on contact_number (workspace, d3);
create index contact_number_4 on contact_number (workspace, d4);
create index contact_number_5 on contact_number (workspace, d5);
create index contact_number_6 on contact_number (workspace, d6);
create index contact_number_7 on contact_number (workspace, d7);
create index contact_number_8 on contact_number (workspace, d8);
create index contact_number_9 on contact_number (workspace, d9);
create index contact_number_10 on contact_number (workspace, d10) where d10 is not null;
create index contact_number_11 on contact_number (workspace, d11) where d11 is not null;
create index contact_number_12 on contact_number (workspace, d12) where d12 is not null;

call guard_workspace('contact_word');
call guard_workspace('contact_word_form');
call guard_workspace('contact_number');

-- Of a word that is only looked for by its field, only itself; with digits, no typing errors: another number is another.
create function forms_of_word(word text) returns setof text language sql immutable parallel safe as $$
  select word
  union select substr(word, i) from generate_series(2, length(word) - 2) i where length(word) <= 40 and position(':' in word) = 0
  union select '-' || word where length(word) between 4 and 20 and word !~ '[0-9:]'
  union select '-' || left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) i
    where length(word) between 4 and 20 and word !~ '[0-9:]'
$$;

-- In the order of the words, so that two who write the same new words do not wait for each other.
create procedure add_contact_words(ws bigint, whom bigint[], words text[]) language plpgsql as $$
begin
  insert into contact_word (workspace, word, contact)
    select distinct ws, w, c from unnest(whom, words) t(c, w) where left(w, 1) <> '+'
    order by w, c on conflict do nothing;
  insert into contact_word_form (workspace, form, word)
    select ws, f, w from (
      select distinct w from unnest(words) w where left(w, 1) <> '+' and not exists (
        select from contact_word_form k where k.workspace = ws and k.form = w and k.word = w)) new
    cross join lateral forms_of_word(w) f order by w, f on conflict do nothing;
  insert into contact_number (workspace, digits, contact)
    select distinct ws, substr(w, 2), c from unnest(whom, words) t(c, w) where left(w, 1) = '+' on conflict do nothing;
end $$;

-- Words that nobody has any more go with the last who had them.
create procedure remove_contact_words(ws bigint, whom bigint[], words text[]) language plpgsql as $$
begin
  delete from contact_word k using unnest(whom, words) t(c, w) where k.workspace = ws and k.word = t.w and k.contact = t.c;
  delete from contact_number k using unnest(whom, words) t(c, w)
    where left(t.w, 1) = '+' and k.workspace = ws and k.digits = substr(t.w, 2) and k.contact = t.c;
  delete from contact_word_form f using (
      select distinct w from unnest(words) w where left(w, 1) <> '+' and not exists (
        select from contact_word k where k.workspace = ws and k.word = w)) unused
      cross join lateral forms_of_word(unused.w) g(form)
    where f.workspace = ws and f.form = g.form and f.word = unused.w;
end $$;

create function contacts_added() returns trigger language plpgsql as $$
declare
  part record;
begin
  for part in
    select a.workspace, array_agg(a.id) as whom, array_agg(w) as words
    from added a cross join lateral unnest(string_to_array(a.search_text, ' ')) w where w <> '' group by a.workspace
  loop
    call add_contact_words(part.workspace, part.whom, part.words);
  end loop;
  return null;
end $$;

create function contacts_removed() returns trigger language plpgsql as $$
declare
  part record;
begin
  for part in
    select a.workspace, array_agg(a.id) as whom, array_agg(w) as words
    from removed a cross join lateral unnest(string_to_array(a.search_text, ' ')) w where w <> '' group by a.workspace
  loop
    call remove_contact_words(part.workspace, part.whom, part.words);
  end loop;
  return null;
end $$;

create function contact_renamed() returns trigger language plpgsql as $$
declare
  before text[] := string_to_array(old.search_text, ' ');
  after text[] := string_to_array(new.search_text, ' ');
  gone text[] := array(select distinct w from unnest(before) w where w <> '' and w <> all(after));
  come text[] := array(select distinct w from unnest(after) w where w <> '' and w <> all(before));
begin
  if cardinality(gone) > 0 then
    call remove_contact_words(new.workspace, array_fill(new.id, array[cardinality(gone)]), gone);
  end if;
  if cardinality(come) > 0 then
    call add_contact_words(new.workspace, array_fill(new.id, array[cardinality(come)]), come);
  end if;
  return null;
end $$;

-- What there is already: the same words that SearchText makes, but for joined names.
do $$
declare
  ws bigint;
  part record;
begin
  for ws in select id from workspace loop
    perform set_config('hiwar.workspace', ws::text, true);
    update contact set search_text = '' where workspace = ws and merged_into is not null;
    update contact c set search_text = n.words from (
      select id, coalesce(string_agg(distinct word, ' '), '') as words from (
        select t.id, p.word from contact t cross join lateral regexp_split_to_table(t.search_text, '[^[:alnum:]]+') p(word)
          where t.workspace = ws and t.merged_into is null and not (p.word ~ '^[0-9]+$' and exists (
            select from contact_address a where a.workspace = ws and a.contact = t.id and a.kind in ('PHONE', 'WHATSAPP')
              and a.value = '+' || p.word))
        union all
        select t.id, substr(p.word, 3) from contact t cross join lateral regexp_split_to_table(t.search_text, '[^[:alnum:]]+') p(word)
          where t.workspace = ws and t.merged_into is null and p.word like 'ال%' and length(p.word) >= 5
        union all
        select coalesce(t.merged_into, t.id), a.value from contact_address a join contact t on t.workspace = a.workspace and t.id = a.contact
          where a.workspace = ws and a.kind in ('PHONE', 'WHATSAPP') and a.value ~ '^\+[0-9]{1,15}$') w
      where word <> '' group by id) n
    where c.workspace = ws and c.id = n.id;
    for part in
      select array_agg(id) as whom, array_agg(w) as words from (
        select c.id, w, row_number() over (order by c.id) / 10000 as nr
        from contact c cross join lateral unnest(string_to_array(c.search_text, ' ')) w where c.workspace = ws and w <> '') n
      group by nr
    loop
      call add_contact_words(ws, part.whom, part.words);
    end loop;
  end loop;
  perform set_config('hiwar.workspace', '', true);
end $$;

create trigger contacts_added after insert on contact
  referencing new table as added for each statement execute function contacts_added();
create trigger contacts_removed after delete on contact
  referencing old table as removed for each statement execute function contacts_removed();
create trigger contact_renamed after update of search_text on contact
  for each row when (old.search_text <> new.search_text) execute function contact_renamed();
