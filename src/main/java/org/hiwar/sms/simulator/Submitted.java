package org.hiwar.sms.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.sms.text.Gsm7;
import org.hiwar.sms.text.Part;
import org.hiwar.sms.text.ShortContent;
import org.jsmpp.bean.SubmitSm;

/// Joins what is submitted in parts, as a telephone does.
final class Submitted {
  private static final int UCS2 = 8;
  private static final int HAS_HEADER = 0x40;

  /// The parts that are there, by the messages that they belong to.
  private final Map<String, TreeMap<Integer, Piece>> open = new HashMap<>();

  private record Piece(String id, String text) {}

  /// The message that is complete with this segment; empty: others are missing.
  synchronized Optional<Received> add(SubmitSm pdu, String id) {
    boolean header = (pdu.getEsmClass() & HAS_HEADER) != 0;
    var data =
        header
            ? ShortContent.read(pdu.getShortMessage())
            : new ShortContent(Optional.empty(), pdu.getShortMessage());
    var text =
        pdu.getDataCoding() == UCS2
            ? new String(data.text(), StandardCharsets.UTF_16BE)
            : Gsm7.decode(data.text());
    var piece = new Piece(id, text);
    return data.part().isEmpty()
        ? Optional.of(received(pdu, new TreeMap<>(Map.of(1, piece))))
        : join(pdu, data.part().get(), piece);
  }

  private Optional<Received> join(SubmitSm pdu, Part part, Piece piece) {
    var name = pdu.getSourceAddr() + " " + pdu.getDestAddress() + " " + part.reference();
    var pieces = open.computeIfAbsent(name, _ -> new TreeMap<>());
    pieces.put(part.part(), piece);
    if (pieces.size() < part.total()) return Optional.empty();
    open.remove(name);
    return Optional.of(received(pdu, pieces));
  }

  private static Received received(SubmitSm pdu, TreeMap<Integer, Piece> pieces) {
    var text = new StringBuilder();
    pieces.values().forEach(piece -> text.append(piece.text));
    return new Received(
        pdu.getSourceAddr(),
        pdu.getDestAddrTon() == 1 ? "+" + pdu.getDestAddress() : pdu.getDestAddress(),
        text.toString(),
        pieces.values().stream().map(Piece::id).toList());
  }
}
