package org.hiwar.sms.smpp;

import java.time.Duration;
import org.hiwar.channel.Sending;
import org.jsmpp.SMPPConstant;

/// What a refusal of a message centre means for a message (SMPP 3.4, 5.1.3).
final class CommandStatus {
  private static final Duration BREATH = Duration.ofSeconds(2);

  private CommandStatus() {}

  static Sending answer(int status) {
    var detail = "command_status 0x" + Integer.toHexString(status);
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
          new Sending.Later("throttled", detail, BREATH);
      case SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI,
          SMPPConstant.STAT_ESME_RINVNUMDESTS ->
          new Sending.Refused("invalid-address", detail);
      case SMPPConstant.STAT_ESME_RINVSRCADR,
          SMPPConstant.STAT_ESME_RINVSRCTON,
          SMPPConstant.STAT_ESME_RINVSRCNPI ->
          new Sending.Refused("sender-refused", detail);
      case SMPPConstant.STAT_ESME_RINVMSGLEN -> new Sending.Refused("too-long", detail);
      case SMPPConstant.STAT_ESME_RPROHIBITED -> new Sending.Refused("barred", detail);
      case SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RSUBMITFAIL,
          SMPPConstant.STAT_ESME_RX_T_APPN,
          SMPPConstant.STAT_ESME_RINVBNDSTS ->
          new Sending.Later("provider-error", detail, Duration.ZERO);
      default -> new Sending.Refused("refused", detail);
    };
  }
}
