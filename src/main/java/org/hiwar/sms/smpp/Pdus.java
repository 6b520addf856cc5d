package org.hiwar.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.jsmpp.PDUReader;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/// Reads PDUs from a session, and hands every `deliver_sm` on as it came, in the order in which
/// they came: what happens to them later happens on several threads.
final class Pdus implements PDUReader {
  private final BiConsumer<Integer, byte[]> delivered;

  /// `delivered` is told the sequence number and the bytes; it must not wait.
  Pdus(BiConsumer<Integer, byte[]> delivered) {
    this.delivered = delivered;
  }

  /// A length that cannot be means that we do not know where the next PDU begins: the session ends.
  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < SMPPConstant.PDU_HEADER_LENGTH || length > SmppLimits.PDU_BYTES)
      throw new IOException("a PDU of " + Integer.toUnsignedString(length) + " bytes");
    var header = new Command();
    header.setCommandLength(length);
    header.setCommandId(in.readInt());
    header.setCommandStatus(in.readInt());
    header.setSequenceNumber(in.readInt());
    return header;
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    return readPDU(
        in,
        header.getCommandLength(),
        header.getCommandId(),
        header.getCommandStatus(),
        header.getSequenceNumber());
  }

  @Override
  public byte[] readPDU(DataInputStream in, int length, int id, int status, int number)
      throws IOException {
    var pdu = new byte[length];
    ByteBuffer.wrap(pdu).putInt(length).putInt(id).putInt(status).putInt(number);
    in.readFully(pdu, SMPPConstant.PDU_HEADER_LENGTH, length - SMPPConstant.PDU_HEADER_LENGTH);
    if (id == SMPPConstant.CID_DELIVER_SM) delivered.accept(number, pdu);
    return pdu;
  }
}
