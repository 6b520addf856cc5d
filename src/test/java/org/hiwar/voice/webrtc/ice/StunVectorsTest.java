package org.hiwar.voice.webrtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 5769, and that they stop to hold when a byte changes.
class StunVectorsTest {
  private static final String ID = "b7e7a701bc34d686fa87dfae";
  private static final String REQUEST =
      "000100582112a442"
          + ID
          + "802200105354554e207465737420636c69656e74"
          + "002400046e0001ff80290008932ff9b151263b36"
          + "000600096576746a3a68367659202020"
          + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2"
          + "80280004e57a3bcf";
  private static final String IPV4_RESPONSE =
      "0101003c2112a442"
          + ID
          + "8022000b7465737420766563746f7220"
          + "002000080001a147e112a643"
          + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
          + "80280004c07d4c96";
  private static final String IPV6_RESPONSE =
      "010100482112a442"
          + ID
          + "8022000b7465737420766563746f7220"
          + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
          + "00080014a382954e4be67bf11784c97c8292c275bfe3ed41"
          + "80280004c8fb0b4c";
  private static final IntegrityKey KEY = new IntegrityKey("VOkJxbRl1RmTxUk/WvJxBt");

  @Test
  void theRequestIsRead() {
    var request = read(hex(REQUEST));

    assertThat(request.isBindingRequest()).isTrue();
    assertThat(request.username()).contains("evtj:h6vY");
    assertThat(request.value(StunAttribute.PRIORITY)).hasValue(hex("6e0001ff"));
    assertThat(request.value(StunAttribute.ICE_CONTROLLED)).hasValue(hex("932ff9b151263b36"));
    assertThat(request.hasFingerprint()).isTrue();
    assertThat(request.isAuthentic(KEY)).isTrue();
    assertThat(request.isAuthentic(new IntegrityKey("VOkJxbRl1RmTxUk/WvJxBT"))).isFalse();
  }

  @Test
  void theResponsesAreRead() {
    for (var response : new String[] {IPV4_RESPONSE, IPV6_RESPONSE}) {
      assertThat(read(hex(response)).type()).isEqualTo(StunMessage.BINDING_SUCCESS);
      assertThat(read(hex(response)).isAuthentic(KEY)).isTrue();
    }
  }

  @Test
  void anAddressIsWrittenAsTheVectorsDo() throws Exception {
    assertThat(mapped("192.0.2.1")).isEqualTo(hex("0001a147e112a643"));
    assertThat(mapped("2001:db8:1234:5678:11:2233:4455:6677"))
        .isEqualTo(hex("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9"));
  }

  private static byte[] mapped(String host) throws Exception {
    var address = new InetSocketAddress(InetAddress.getByName(host), 32853);
    var written =
        new StunWriter(StunMessage.BINDING_SUCCESS, hex(ID)).xorMappedAddress(address).finish(KEY);
    assertThat(read(written).isAuthentic(KEY)).isTrue();
    return read(written).value(StunAttribute.XOR_MAPPED_ADDRESS).orElseThrow();
  }

  @Test
  void aMessageWithAChangedByteIsNotTaken() {
    var request = hex(REQUEST);
    for (int at = 0; at < request.length; at++) {
      var changed = request.clone();
      changed[at] ^= 0x40;
      var read = StunMessage.read(changed, changed.length);
      assertThat(read.filter(message -> message.isAuthentic(KEY) && message.hasFingerprint()))
          .as("byte %d", at)
          .isEmpty();
    }
  }

  @Test
  void aMessageCutOffIsNotTaken() {
    var request = hex(REQUEST);
    for (int length = 0; length < request.length; length++)
      assertThat(StunMessage.read(Arrays.copyOf(request, length), length)).isEmpty();
  }

  private static StunMessage read(byte[] bytes) {
    return StunMessage.read(bytes, bytes.length).orElseThrow();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
