package org.hiwar.app.wiring;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.view.CallSource;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.CallView.QualityView;
import org.hiwar.desktop.wire.ConsultationView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PastConsultationView;
import org.hiwar.desktop.wire.RecordingView;
import org.hiwar.voice.call.CallDetail;
import org.hiwar.voice.call.CallDetailStore;
import org.hiwar.voice.call.CallRecording;
import org.hiwar.voice.call.CallResult;
import org.hiwar.voice.call.CallState;
import org.hiwar.voice.call.CallStates;
import org.hiwar.voice.call.ConsultationDetail;
import org.hiwar.voice.call.ConsultationState;
import org.hiwar.voice.call.ConsultationStore;
import org.hiwar.voice.call.RecordingStore;
import org.hiwar.voice.media.quality.Quality;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Calls as desks show them.
final class CallViews implements CallSource {
  private final CallStates states;
  private final CallDetailStore details;
  private final RecordingStore recordings;
  private final ConsultationStore consultations;
  private final Catalogs catalogs;

  CallViews(
      CallStates states,
      CallDetailStore details,
      RecordingStore recordings,
      ConsultationStore consultations,
      Catalogs catalogs) {
    this.states = states;
    this.details = details;
    this.recordings = recordings;
    this.consultations = consultations;
    this.catalogs = catalogs;
  }

  @Override
  public Optional<CallView> call(WorkspaceId workspace, InteractionId interaction) {
    return states.of(workspace, interaction).map(call -> view(workspace, call));
  }

  @Override
  public Map<InteractionId, Past> past(
      WorkspaceId workspace, Collection<InteractionId> interactions) {
    var recorded =
        recordings.ofCalls(workspace, interactions).stream()
            .collect(Collectors.groupingBy(CallRecording::call));
    var asked =
        consultations.past(workspace, interactions).stream()
            .collect(Collectors.groupingBy(ConsultationDetail::call));
    return details.find(workspace, interactions).stream()
        .collect(
            Collectors.toMap(
                CallDetail::id,
                call ->
                    new Past(
                        recorded.getOrDefault(call.id(), List.of()).stream()
                            .flatMap(CallViews::view)
                            .toList(),
                        call.joined() == null ? null : Math.toIntExact(call.talked().toSeconds()),
                        asked.getOrDefault(call.id(), List.of()).stream()
                            .map(each -> past(workspace, each))
                            .toList(),
                        result(call.result()))));
  }

  private PastConsultationView past(WorkspaceId workspace, ConsultationDetail asked) {
    return new PastConsultationView(
        asked.id().toString(),
        named(workspace, asked.colleague()),
        asked.number(),
        asked.began(),
        seconds(asked),
        switch (asked.outcome()) {
          case null -> throw new IllegalArgumentException("a consultation that goes on");
          case ENDED -> PastConsultationView.Outcome.ENDED;
          case TRANSFERRED -> PastConsultationView.Outcome.TRANSFERRED;
          case CONFERENCE -> PastConsultationView.Outcome.CONFERENCE;
          case NOT_ANSWERED -> PastConsultationView.Outcome.NOT_ANSWERED;
        });
  }

  private static @Nullable Integer seconds(ConsultationDetail asked) {
    var answered = asked.answered();
    var ended = asked.ended();
    return answered == null || ended == null
        ? null
        : Math.toIntExact(Duration.between(answered, ended).toSeconds());
  }

  private static Stream<RecordingView> view(CallRecording recording) {
    var length = recording.length();
    return length == null || recording.failed()
        ? Stream.empty()
        : Stream.of(
            new RecordingView(
                recording.id().toString(), recording.began(), length.toMillis() / 1_000.0));
  }

  private CallView view(WorkspaceId workspace, CallState call) {
    return new CallView(
        state(call.state()),
        call.since(),
        call.muted(),
        recording(call.recording()),
        result(call.result()),
        quality(call.quality()),
        call.answeredAt(),
        consultation(workspace, call.consultation()),
        call.keys());
  }

  private @Nullable ConsultationView consultation(
      WorkspaceId workspace, @Nullable ConsultationState asked) {
    if (asked == null) return null;
    return new ConsultationView(
        asked.id().toString(),
        named(workspace, asked.user()),
        asked.number(),
        switch (asked.state()) {
          case RINGING -> ConsultationView.State.RINGING;
          case CONNECTED -> ConsultationView.State.CONNECTED;
          case HELD -> ConsultationView.State.HELD;
          case CONFERENCE -> ConsultationView.State.CONFERENCE;
          case ENDED -> ConsultationView.State.ENDED;
        },
        asked.since(),
        result(asked.result()));
  }

  private @Nullable Named named(WorkspaceId workspace, @Nullable UserId user) {
    return user == null ? null : Named.of(user, catalogs.name(workspace, user));
  }

  private static CallView.State state(CallState.State state) {
    return switch (state) {
      case DIALLING -> CallView.State.DIALLING;
      case RINGING -> CallView.State.RINGING;
      case CONNECTED -> CallView.State.CONNECTED;
      case HELD -> CallView.State.HELD;
      case ENDED -> CallView.State.ENDED;
    };
  }

  private static CallView.Recording recording(CallState.Recording recording) {
    return switch (recording) {
      case OFF -> CallView.Recording.OFF;
      case ANNOUNCING -> CallView.Recording.ANNOUNCING;
      case ON -> CallView.Recording.ON;
      case PAUSED -> CallView.Recording.PAUSED;
    };
  }

  static CallView.@Nullable Result result(@Nullable CallResult result) {
    return switch (result) {
      case null -> null;
      case BUSY -> CallView.Result.BUSY;
      case NO_ANSWER -> CallView.Result.NO_ANSWER;
      case DECLINED -> CallView.Result.DECLINED;
      case NO_SUCH_NUMBER -> CallView.Result.NO_SUCH_NUMBER;
      case UNREACHABLE -> CallView.Result.UNREACHABLE;
      case NOT_ALLOWED -> CallView.Result.NOT_ALLOWED;
      case FAILED -> CallView.Result.FAILED;
      case DROPPED -> CallView.Result.DROPPED;
      case CANCELLED -> CallView.Result.CANCELLED;
    };
  }

  private static @Nullable QualityView quality(@Nullable Quality quality) {
    return switch (quality) {
      case null -> null;
      case Quality.Fine _ -> new QualityView(QualityView.Kind.FINE, null);
      case Quality.MicrophoneSilent _ -> new QualityView(QualityView.Kind.MICROPHONE_SILENT, null);
      case Quality.NothingArrives _ -> new QualityView(QualityView.Kind.NOTHING_ARRIVES, null);
      case Quality.NetworkLoses(int percent) ->
          new QualityView(QualityView.Kind.NETWORK_LOSES, percent);
      case Quality.NetworkDelays(int ms) -> new QualityView(QualityView.Kind.NETWORK_DELAYS, ms);
    };
  }
}
