package org.hiwar.voice.media.rtp;

/// The UDP ports that legs may have, both ends included. RTP takes the even one of a pair and RTCP
/// the odd one behind it ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 11).
public record PortRange(int first, int last) {
  public PortRange {
    if (first < 1024 || last > 65_535 || pairs(first, last) < 1)
      throw new IllegalArgumentException("no pair of ports within " + first + "-" + last);
  }

  /// Reads `20000-29999`.
  public static PortRange parse(String text) {
    var parts = text.strip().split("-", -1);
    if (parts.length != 2) throw new IllegalArgumentException("not a range of ports: " + text);
    return new PortRange(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
  }

  int pairs() {
    return pairs(first, last);
  }

  /// The even port of a pair.
  int even(int pair) {
    return firstEven(first) + 2 * pair;
  }

  private static int pairs(int first, int last) {
    return (last + 1 - firstEven(first)) / 2;
  }

  private static int firstEven(int first) {
    return first + (first & 1);
  }
}
