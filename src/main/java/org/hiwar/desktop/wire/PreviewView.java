package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/// A calling record at this agent: offered, under review, or being called.
///
/// `offer` is the number of the offer, for accepting and rejecting it; 0 once it is accepted.
/// `customerName` is null when the record has none: the screens then show its number, or that there
/// is no name. `offeredUntil` is null unless it is OFFERED. `automatic`: the system accepts it, or
/// has. `conversation` is that of the newest call, null before the first. `record` is null while it
/// is OFFERED, unless the campaign reveals it before.
public record PreviewView(
    String id,
    Named campaign,
    State state,
    int offer,
    @Nullable String customerName,
    Instant since,
    @Nullable Instant offeredUntil,
    boolean automatic,
    @Nullable Timer timer,
    @Nullable ConversationId conversation,
    boolean rejectAllowed,
    @Nullable RecordView record) {

  public enum State {
    OFFERED,
    REVIEWING,
    /// A number is being called, or is about to be.
    DIALING,
    TALKING,
    /// The call is over; its disposition, or another number, is the agent's to choose.
    DECIDING
  }

  /// When the system dials the recommended number by itself. A STOPPED one says why, as a code, and
  /// dials nothing.
  public record Timer(Instant until, State state, @Nullable String why) {
    public enum State {
      RUNNING,
      STOPPED
    }
  }

  /// What is known of the customer, and what may be done. `noNumberWhy` is null as long as a number
  /// may be called. `recomputeAt`: when that changes by itself; null: not by time. `dispositions`
  /// are those of a preview, for completing it without a call; `defaultDisposition` counts when
  /// none is chosen, unless `explicitDisposition` asks for one. `help`: whom to ask; empty: nobody
  /// is named.
  public record RecordView(
      Named list,
      List<RecordNumberView> numbers,
      @Nullable String noNumberWhy,
      @Nullable Instant recomputeAt,
      List<FieldView> fields,
      @Nullable Named contact,
      boolean skipAllowed,
      List<String> skipReasons,
      List<Choice> dispositions,
      @Nullable String defaultDisposition,
      boolean explicitDisposition,
      List<HistoryEntry> history,
      @Nullable NextCall nextCall,
      boolean mayDialOther,
      String help) {}

  /// `why` it may not be called now, as a code, and when it may `again`; both null when it may.
  /// `zone` is that of the customer at this number; the desktop shows its clock.
  public record RecordNumberView(
      int position,
      String kind,
      String number,
      boolean recommended,
      boolean callable,
      @Nullable String why,
      @Nullable Instant again,
      String zone) {}

  public record FieldView(String name, String value) {}

  /// Something that was done with this record in this campaign. `agent` is null where the system
  /// did it, `seconds` how long was talked. `changes` are those of a correction.
  public record HistoryEntry(
      Instant at,
      Kind kind,
      @Nullable String number,
      @Nullable String agent,
      @Nullable String result,
      @Nullable Choice disposition,
      @Nullable Long seconds,
      String notes,
      boolean automatic,
      List<Correction> changes) {
    public enum Kind {
      ATTEMPT,
      SKIP,
      COMPLETED,
      RESCHEDULED,
      REJECTED,
      EXPIRED,
      LOST,
      ENDED_BY_SYSTEM,
      CORRECTED
    }
  }

  /// A field that was put right. Empty texts: nothing stood, or stands, there.
  public record Correction(String field, String was, String now) {}

  /// What the agent has said about another attempt. `number` null: any of the record.
  public record NextCall(
      Instant from, Instant until, @Nullable String number, boolean onlyMe, String zone) {}
}
