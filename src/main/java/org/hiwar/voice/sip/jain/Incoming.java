package org.hiwar.voice.sip.jain;

import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.IncomingCall;
import org.jspecify.annotations.Nullable;

/// A [Call] as it is shown to who takes it.
record Incoming(
    Call call, Source source, Caller caller, DialString called, @Nullable RemoteAudio offer)
    implements IncomingCall {
  @Override
  public String id() {
    return call.id();
  }

  @Override
  public void ringing() {
    call.orderPhase(Phase::ringing);
  }

  @Override
  public void progress(String sdp) {
    call.orderPhase(phase -> phase.progress(sdp));
  }

  @Override
  public void answer(String sdp) {
    call.orderPhase(phase -> phase.answer(sdp));
  }

  @Override
  public void refuse(int status) {
    call.orderPhase(phase -> phase.refuse(status));
  }

  @Override
  public void hangUp() {
    call.hangUp();
  }

  @Override
  public void offer(String sdp) {
    call.offer(sdp);
  }

  @Override
  public void answerOffer(String sdp) {
    call.answerOffer(sdp);
  }

  @Override
  public void refuseOffer() {
    call.refuseOffer();
  }

  @Override
  public void refer(DialString to) {
    call.refer(to);
  }

  @Override
  public void tellReferrer(int status) {
    call.tellReferrer(status);
  }
}
