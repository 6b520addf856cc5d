package org.hiwar.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.view.CallSource;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.CallView.QualityView;
import org.hiwar.desktop.wire.RecordingView;
import org.hiwar.voice.call.CallDetailStore;
import org.hiwar.voice.call.CallRecording;
import org.hiwar.voice.call.CallResult;
import org.hiwar.voice.call.CallState;
import org.hiwar.voice.call.CallStates;
import org.hiwar.voice.call.RecordingStore;
import org.hiwar.voice.media.quality.Quality;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Calls as desks show them.
final class CallViews implements CallSource {
  private final CallStates states;
  private final CallDetailStore details;
  private final RecordingStore recordings;

  CallViews(CallStates states, CallDetailStore details, RecordingStore recordings) {
    this.states = states;
    this.details = details;
    this.recordings = recordings;
  }

  @Override
  public Optional<CallView> call(WorkspaceId workspace, InteractionId interaction) {
    return states.of(workspace, interaction).map(CallViews::view);
  }

  @Override
  public Past past(WorkspaceId workspace, InteractionId interaction) {
    var detail = details.find(workspace, interaction);
    var talked =
        detail
            .filter(found -> found.joined() != null)
            .map(found -> Math.toIntExact(found.talked().toSeconds()));
    var whole =
        recordings.ofCalls(workspace, List.of(interaction)).stream()
            .flatMap(CallViews::view)
            .toList();
    var result = detail.map(found -> result(found.result()));
    return new Past(whole, talked.orElse(null), result.orElse(null));
  }

  private static Stream<RecordingView> view(CallRecording recording) {
    var length = recording.length();
    return length == null || recording.failed()
        ? Stream.empty()
        : Stream.of(
            new RecordingView(
                recording.id().toString(), recording.began(), length.toMillis() / 1_000.0));
  }

  private static CallView view(CallState call) {
    return new CallView(
        state(call.state()),
        call.since(),
        call.muted(),
        recording(call.recording()),
        result(call.result()),
        quality(call.quality()),
        call.keys());
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

  private static CallView.@Nullable Result result(@Nullable CallResult result) {
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
