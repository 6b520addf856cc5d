package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.DoNotCallHit;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mistakes that the simulation must find.
enum RecordFault {
  NONE,
  THE_GUARD_IS_NOT_ASKED,
  LIMITS_ARE_NOT_COUNTED,
  A_DAY_OF_THE_LIMITS_NEVER_BEGINS,
  DO_NOT_CALL_LISTS_ARE_IGNORED,
  STOPPED_NUMBERS_ARE_CALLED,
  QUOTAS_ARE_NOT_ASKED,
  SUCCESSES_ARE_NOT_COUNTED,
  EVERYBODY_LIVES_WHERE_THE_LIST_SAYS,
  CLOCKS_ARE_NEVER_MOVED,
  RECORDS_NEVER_EXPIRE,
  RECORDS_OF_ONE_AGENT_GO_TO_OTHERS,
  WHAT_WAITS_COMES_TOO_EARLY,
  A_PROMISE_IS_KEPT_TOO_EARLY,
  WHAT_IS_HANDED_OUT_IS_NOT_MARKED,
  WHAT_WAS_WITHDRAWN_IS_LOST,
  A_LATE_WORD_OF_THE_FLOOR_OPENS_WHAT_IS_OVER,
  A_SECOND_CLICK_COUNTS_AGAIN,
  A_RESULT_IS_SETTLED_TWICE,
  A_CALL_THAT_NEVER_BEGAN_COUNTS,
  WHAT_MAY_BE_CALLED_LATER_IS_FINISHED,
  A_SKIPPED_RECORD_IS_FORGOTTEN;

  boolean asks() {
    return this != THE_GUARD_IS_NOT_ASKED;
  }

  MemoryDoNotCallStore never(Tables tables, World.Lists lists, Clock clock) {
    if (this != DO_NOT_CALL_LISTS_ARE_IGNORED)
      return new MemoryDoNotCallStore(tables, lists, clock);
    return new MemoryDoNotCallStore(tables, lists, clock) {
      @Override
      public List<DoNotCallHit> hits(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, Collection<RecordId> records) {
        return List.of();
      }
    };
  }

  RecordStore records(Database database, Tables tables) {
    return new MemoryRows.Records(database, tables) {
      @Override
      public List<CallingRecord> find(
          JdbcClient db, WorkspaceId workspace, Collection<RecordId> ids) {
        return super.find(db, workspace, ids).stream().map(one -> seen(one)).toList();
      }
    };
  }

  private CallingRecord seen(CallingRecord r) {
    return switch (this) {
      case EVERYBODY_LIVES_WHERE_THE_LIST_SAYS -> in(r, null, r.expiresAt());
      case CLOCKS_ARE_NEVER_MOVED -> in(r, r.zone(), r.expiresAt());
      case RECORDS_NEVER_EXPIRE -> in(r, r.zone(), null);
      default -> r;
    };
  }

  private CallingRecord in(CallingRecord r, @Nullable ZoneId zone, @Nullable Instant expires) {
    var numbers =
        r.numbers().stream()
            .map(
                n ->
                    new RecordNumber(
                        n.position(), n.kind(), n.number(), n.region(), fixed(n.zone())))
            .toList();
    return new CallingRecord(
        r.id(),
        r.list(),
        r.position(),
        r.firstName(),
        r.lastName(),
        r.company(),
        r.fields(),
        this == EVERYBODY_LIVES_WHERE_THE_LIST_SAYS ? without(numbers) : numbers,
        fixed(zone),
        r.postalCode(),
        r.state(),
        r.priority(),
        r.agentLogin(),
        r.callAt(),
        expires,
        r.insertedAt());
  }

  private static List<RecordNumber> without(List<RecordNumber> numbers) {
    return numbers.stream()
        .map(n -> new RecordNumber(n.position(), n.kind(), n.number(), n.region(), null))
        .toList();
  }

  private @Nullable ZoneId fixed(@Nullable ZoneId zone) {
    if (this != CLOCKS_ARE_NEVER_MOVED || zone == null) return zone;
    var winter = zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(1_770_000_000));
    return ZoneOffset.ofTotalSeconds(winter.getTotalSeconds());
  }

  SuccessStore successes(Tables tables) {
    return new MemorySuccessStore(tables) {
      @Override
      public void add(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, Success success, Instant now) {
        if (RecordFault.this != SUCCESSES_ARE_NOT_COUNTED)
          super.add(db, workspace, campaign, success, now);
      }
    };
  }

  CandidateStore candidates(
      Tables tables,
      World.Lists lists,
      RecordStore records,
      MemoryDoNotCallStore never,
      QuotaCounts quotas) {
    return new MemoryRows.Candidates(tables, lists, records, never, quotas) {
      @Override
      QuotaCounts.Counted counted(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, CampaignRules rules) {
        return RecordFault.this == QUOTAS_ARE_NOT_ASKED
            ? quotas.read(db, workspace, campaign, Quotas.NONE)
            : super.counted(db, workspace, campaign, rules);
      }

      @Override
      Map<Key, Count> counts(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids, Instant day) {
        if (RecordFault.this == LIMITS_ARE_NOT_COUNTED) return new HashMap<>();
        return super.counts(
            db,
            workspace,
            campaign,
            ids,
            RecordFault.this == A_DAY_OF_THE_LIMITS_NEVER_BEGINS ? Instant.MAX : day);
      }

      @Override
      Map<RecordId, Set<Integer>> stopped(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
        return RecordFault.this == STOPPED_NUMBERS_ARE_CALLED
            ? Map.of()
            : super.stopped(db, workspace, campaign, ids);
      }

      @Override
      Map<RecordId, Listed> listed(
          JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
        var found = super.listed(db, workspace, campaign, ids);
        if (RecordFault.this == RECORDS_OF_ONE_AGENT_GO_TO_OTHERS)
          found.replaceAll((_, one) -> new Listed(anybody(one.standing()), one.name(), one.zone()));
        return found;
      }
    };
  }

  private static Standing anybody(Standing s) {
    return new Standing(
        s.record(),
        s.list(),
        s.status(),
        s.priority(),
        s.notBefore(),
        s.until(),
        s.number(),
        null,
        s.avoidAgent(),
        s.skips(),
        s.attempts(),
        s.result());
  }

  HopperStore hopper(MemoryRows rows) {
    return new MemoryHopperStore(rows) {
      @Override
      void due(JdbcClient db, Of of, Instant now) {
        super.due(
            db, of, RecordFault.this == WHAT_WAITS_COMES_TOO_EARLY ? now.plusSeconds(600) : now);
      }

      @Override
      List<RecordId> promised(
          JdbcClient db, Of of, Collection<UserId> ready, Instant now, int most) {
        return super.promised(
            db,
            of,
            ready,
            RecordFault.this == A_PROMISE_IS_KEPT_TOO_EARLY ? now.plusSeconds(300) : now,
            most);
      }

      @Override
      void hand(JdbcClient db, Of of, List<Handed> claimed) {
        super.hand(db, of, claimed);
        if (RecordFault.this == WHAT_IS_HANDED_OUT_IS_NOT_MARKED)
          for (var one : claimed)
            rows.fate(
                of.campaign().value(),
                one.record().value(),
                f -> f.status = Standing.Status.AVAILABLE);
      }

      @Override
      void wait(JdbcClient db, Of of, RecordId record, Instant until, Instant now) {
        if (RecordFault.this == WHAT_MAY_BE_CALLED_LATER_IS_FINISHED)
          end(db, of, record, "NO_NUMBERS_LEFT", "NO_NUMBERS_LEFT", now);
        else super.wait(db, of, record, until, now);
      }
    };
  }

  PreviewStore previews(Database database, MemoryRows rows, Ids ids) {
    return new MemoryPreviewStore(database, rows, ids) {
      @Override
      Optional<Preview> locked(JdbcClient db, WorkspaceId workspace, PreviewId id) {
        var found = super.locked(db, workspace, id);
        return RecordFault.this == A_SECOND_CLICK_COUNTS_AGAIN ? found.map(this::unended) : found;
      }

      private Preview unended(Preview p) {
        if (!(p.state() instanceof PreviewState.Ended) || p.agent() == null) return p;
        return new Preview(
            p.id(),
            p.campaign(),
            p.record(),
            new PreviewState.Reviewing(p.agent()),
            p.agent(),
            p.claimedAt(),
            p.offeredAt(),
            p.acceptedAt(),
            p.automatic(),
            p.timerUntil(),
            p.timerStopped(),
            p.interaction(),
            p.conversation(),
            p.seen(),
            p.nextCall());
      }

      @Override
      void settled(JdbcClient db, WorkspaceId workspace, PreviewId id) {
        if (RecordFault.this != A_RESULT_IS_SETTLED_TWICE) super.settled(db, workspace, id);
      }
    };
  }

  AttemptStore attempts(Database database, MemoryRows rows) {
    return new MemoryAttemptStore(database, rows) {
      @Override
      void remove(JdbcClient db, WorkspaceId workspace, Preview of, AttemptId attempt) {
        if (RecordFault.this != A_CALL_THAT_NEVER_BEGAN_COUNTS)
          super.remove(db, workspace, of, attempt);
      }
    };
  }

  RecordFateStore fates(MemoryRows rows) {
    return new MemoryFateStore(rows) {
      @Override
      void skipped(JdbcClient db, Row row, UserId agent, Instant again, Instant now) {
        if (RecordFault.this != A_SKIPPED_RECORD_IS_FORGOTTEN)
          super.skipped(db, row, agent, again, now);
      }
    };
  }

  MemoryParts parts(MemoryRows rows) {
    return new MemoryParts(rows) {
      @Override
      boolean mayMove(Shown p) {
        return RecordFault.this == A_LATE_WORD_OF_THE_FLOOR_OPENS_WHAT_IS_OVER || super.mayMove(p);
      }

      @Override
      void returned(long[] ids, long[] agains) {
        if (RecordFault.this != WHAT_WAS_WITHDRAWN_IS_LOST) super.returned(ids, agains);
      }
    };
  }
}
