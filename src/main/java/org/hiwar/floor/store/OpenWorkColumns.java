package org.hiwar.floor.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.SkillId;
import org.jspecify.annotations.Nullable;

/// Open work as columns. Id 0 stands for *nobody*.
final class OpenWorkColumns {
  private static final String SQL =
      """
      insert into floor_work as w (workspace, id, service, medium, skills, priority, arrived_at, preferred, continues,
        state, offers, agent, since, until, queued_since, relax_at, conversation, given_by, given_to, given_whole,
        guests)
      select ?, id, service, medium, skills, priority, from_us(arrived), nullif(preferred, 0), continues,
        state, offers, nullif(agent, 0), from_us(since), from_us(until), from_us(queued), from_us(relax_at), nullif(conversation, 0),
        nullif(given_by, 0), nullif(given_to, 0), given_whole, nullif(guests, '')
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::boolean[],
        ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
        ?::bigint[], ?::bigint[], ?::boolean[], ?::text[])
        as t(id, service, medium, skills, priority, arrived, preferred, continues,
          state, offers, agent, since, until, queued, relax_at, conversation, given_by, given_to, given_whole, guests)
      on conflict (workspace, id) do update set service = excluded.service, preferred = excluded.preferred,
        continues = excluded.continues, state = excluded.state, offers = excluded.offers, agent = excluded.agent,
        since = excluded.since, until = excluded.until, queued_since = excluded.queued_since, relax_at = excluded.relax_at,
        given_by = excluded.given_by, given_to = excluded.given_to, given_whole = excluded.given_whole,
        guests = excluded.guests\
      """;

  private final long[] id;
  private final long[] service;
  private final String[] medium;
  private final String[] skills;
  private final int[] priority;
  private final long[] arrived;
  private final long[] preferred;
  private final boolean[] continues;
  private final String[] state;
  private final int[] offers;
  private final long[] agent;
  private final long[] since;
  private final long[] until;
  private final long[] queued;
  private final long[] relaxAt;
  private final long[] conversation;
  private final long[] givenBy;
  private final long[] givenTo;
  private final boolean[] givenWhole;
  private final String[] guests;

  private OpenWorkColumns(int n) {
    id = new long[n];
    service = new long[n];
    medium = new String[n];
    skills = new String[n];
    priority = new int[n];
    arrived = new long[n];
    preferred = new long[n];
    continues = new boolean[n];
    state = new String[n];
    offers = new int[n];
    agent = new long[n];
    since = new long[n];
    until = new long[n];
    queued = new long[n];
    relaxAt = new long[n];
    conversation = new long[n];
    givenBy = new long[n];
    givenTo = new long[n];
    givenWhole = new boolean[n];
    guests = new String[n];
  }

  static SqlPart part(long workspace, List<WorkRow> rows) {
    var c = new OpenWorkColumns(rows.size());
    for (int i = 0; i < rows.size(); i++) c.put(i, rows.get(i));
    return new SqlPart(
        SQL,
        List.of(
            workspace,
            c.id,
            c.service,
            c.medium,
            c.skills,
            c.priority,
            c.arrived,
            c.preferred,
            c.continues,
            c.state,
            c.offers,
            c.agent,
            c.since,
            c.until,
            c.queued,
            c.relaxAt,
            c.conversation,
            c.givenBy,
            c.givenTo,
            c.givenWhole,
            c.guests));
  }

  private void put(int i, WorkRow row) {
    var work = row.work();
    id[i] = work.id().value();
    service[i] = work.service().value();
    medium[i] = work.medium().name();
    skills[i] = work.skills().stream().map(SkillId::toString).collect(Collectors.joining(" "));
    priority[i] = work.priority();
    arrived[i] = Micros.of(work.arrivedAt());
    preferred[i] = work.preferred() == null ? 0 : work.preferred().value();
    continues[i] = work.continues();
    conversation[i] = work.conversation();
    var gift = work.gift();
    if (gift != null) {
      givenBy[i] = gift.from().value();
      givenTo[i] = gift.to() == null ? 0 : gift.to().value();
      givenWhole[i] = gift.whole();
    }
    guests[i] = GuestColumn.written(row.guests());
    since[i] = Micros.of(row.state().since());
    var holder = row.state().holder();
    agent[i] = holder == null ? 0 : holder.value();
    switch (row.state()) {
      case Queued s -> state(i, "QUEUED", s.offers(), s.personalUntil(), s);
      case Offered s -> state(i, "OFFERED", s.offer(), s.until(), s.back());
      case Active s -> state(i, "ACTIVE", s.offers(), null, null);
      case WrapUp s -> state(i, "WRAP_UP", s.offers(), s.until(), null);
      case Postponed s -> state(i, "POSTPONED", s.offers(), s.until(), null);
      case Ended _ -> throw new IllegalArgumentException("ended: " + work.id());
    }
  }

  private void state(
      int i, String name, int count, @Nullable Instant deadline, @Nullable Queued place) {
    state[i] = name;
    offers[i] = count;
    until[i] = Micros.of(deadline);
    queued[i] = place == null ? Micros.NONE : Micros.of(place.since());
    relaxAt[i] = place == null ? Micros.NONE : Micros.of(place.relaxAt());
  }
}
