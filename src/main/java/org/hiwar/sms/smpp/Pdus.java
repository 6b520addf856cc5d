package org.hiwar.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;

/// Reads PDUs from a session, and hands every `deliver_sm` on as it came, in the order in which
/// they came: what happens to them later happens on several threads.
final class Pdus implements PDUReader {
  /// All fields of a `deliver_sm` zero: SMPP 3.4, section 4.6.1.
  private static final int EMPTY_BODY = 17;

  private final BiConsumer<Integer, byte[]> delivered;

  /// `delivered` is told the sequence number and the bytes; it must not wait.
  Pdus(BiConsumer<Integer, byte[]> delivered) {
    this.delivered = delivered;
  }

  /// A length that cannot be means that we do not know where the next PDU begins, and so does a PDU
  /// that stops in the middle: the session ends. Between two PDUs nothing may come for long.
  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    try {
      int length =
          first << 24
              | in.readUnsignedByte() << 16
              | in.readUnsignedByte() << 8
              | in.readUnsignedByte();
      if (length < SMPPConstant.PDU_HEADER_LENGTH || length > SmppLimits.PDU_BYTES)
        throw new IOException("a PDU of " + Integer.toUnsignedString(length) + " bytes");
      var header = new Command();
      header.setCommandLength(length);
      header.setCommandId(in.readInt());
      header.setCommandStatus(in.readInt());
      header.setSequenceNumber(in.readInt());
      return header;
    } catch (SocketTimeoutException e) {
      throw new IOException("a PDU that stops in its header", e);
    }
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
    try {
      in.readFully(pdu, SMPPConstant.PDU_HEADER_LENGTH, length - SMPPConstant.PDU_HEADER_LENGTH);
    } catch (SocketTimeoutException e) {
      throw new IOException("a PDU that stops in the middle", e);
    }
    if (id != SMPPConstant.CID_DELIVER_SM) return pdu;
    delivered.accept(number, pdu);
    return isWellFormed(pdu) ? pdu : emptyInPlaceOf(number);
  }

  /// The library answers nothing to a PDU that ends too early: its thread fails. An empty one is
  /// answered as any other is, when what came is stored.
  private static boolean isWellFormed(byte[] pdu) {
    try {
      new DefaultDecomposer().deliverSm(pdu);
      return true;
    } catch (PDUStringException | RuntimeException _) {
      return false;
    }
  }

  private static byte[] emptyInPlaceOf(int number) {
    int length = SMPPConstant.PDU_HEADER_LENGTH + EMPTY_BODY;
    return ByteBuffer.allocate(length)
        .putInt(length)
        .putInt(SMPPConstant.CID_DELIVER_SM)
        .putInt(0)
        .putInt(number)
        .array();
  }
}
