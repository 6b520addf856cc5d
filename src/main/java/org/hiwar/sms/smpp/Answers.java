package org.hiwar.sms.smpp;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;

/// Sends PDUs, and says what was answered to each `deliver_sm`, whoever answered it: the library
/// itself refuses what comes beyond its queue.
final class Answers extends SynchronizedPDUSender {
  interface Ear {
    /// The number of a PDU has been answered with this `command_status`.
    void told(int number, int status);
  }

  private final Ear ear;

  Answers(Ear ear) {
    super(new DefaultPDUSender());
    this.ear = ear;
  }

  @Override
  public byte[] sendDeliverSmResp(OutputStream out, int status, int number, String message)
      throws IOException {
    var sent = super.sendDeliverSmResp(out, status, number, message);
    ear.told(number, status);
    return sent;
  }

  @Override
  public byte[] sendHeader(OutputStream out, int command, int status, int number)
      throws IOException {
    var sent = super.sendHeader(out, command, status, number);
    if (command == SMPPConstant.CID_DELIVER_SM_RESP) ear.told(number, status);
    return sent;
  }

  @Override
  public byte[] sendGenericNack(OutputStream out, int status, int number) throws IOException {
    var sent = super.sendGenericNack(out, status, number);
    ear.told(number, status);
    return sent;
  }
}
