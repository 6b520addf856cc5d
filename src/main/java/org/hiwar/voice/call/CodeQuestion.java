package org.hiwar.voice.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.voice.media.keys.KeyEar;
import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipListener;
import org.jspecify.annotations.Nullable;

/// Asks one caller for a code, before the call is taken in. The first key ends the question, so a
/// telephone that dials the code by itself, as the link given in a chat makes it, is not kept
/// waiting.
final class CodeQuestion implements SipListener {
  private static final char DONE = '#';

  /// The caller hung up.
  private static final char GONE = ' ';

  private final Studio studio;
  private final PhoneLeg customer;
  private final BlockingQueue<Character> pressed =
      new LinkedBlockingQueue<>(CallLimits.KEYS_OF_QUESTION);

  CodeQuestion(Studio studio, PhoneLeg customer) {
    this.studio = studio;
    this.customer = customer;
  }

  /// What the signalling says meanwhile; the call hears it too, later.
  @Override
  public void happened(SipEvent event) {
    switch (event) {
      case SipEvent.KeyPressed(var key, _) -> press(key);
      case SipEvent.Answered(var theirs) -> customer.describe(theirs);
      case SipEvent.Refused _, SipEvent.Ended _ -> press(GONE);
      case SipEvent.Ringing _,
          SipEvent.Progress _,
          SipEvent.FailedOver _,
          SipEvent.Reoffered _,
          SipEvent.OfferAccepted _,
          SipEvent.OfferRefused _,
          SipEvent.Referred _,
          SipEvent.ReferProgress _ -> {}
    }
  }

  /// Waits for the answer, on the thread of the caller; empty when nothing was entered.
  ///
  /// @param language null when it is not known
  String ask(@Nullable String language) throws InterruptedException {
    var line = customer.line();
    var ear = new KeyEar(line.leg(), this::press);
    line.addEar(ear);
    var clip = studio.sounds().askedForCode(language);
    var question = studio.player().once(clip, line.take());
    try {
      return digits(question, clip.length().plus(CallLimits.CODE_BEGINS).toNanos());
    } finally {
      line.removeEar(ear);
      question.stop();
    }
  }

  private String digits(Playing question, long firstWithin) throws InterruptedException {
    var entered = new StringBuilder();
    var within = firstWithin;
    while (entered.length() < ConversationLimits.CODE_DIGITS) {
      var key = pressed.poll(within, TimeUnit.NANOSECONDS);
      if (key == null || key == DONE || key == GONE) break;
      question.stop();
      if (Character.isDigit(key)) entered.append(key.charValue());
      within = CallLimits.CODE_GOES_ON.toNanos();
    }
    return entered.toString();
  }

  /// What finds no room is not the code.
  private void press(char key) {
    var unused = pressed.offer(key);
  }
}
