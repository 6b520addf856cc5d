package org.hiwar.platform.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// How the characters of a file are written.
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
  /// What Arabic Windows writes.
  WINDOWS_1256(Charset.forName("windows-1256"));

  private final Charset charset;
  private final byte[] mark;

  TextEncoding(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) this.mark[i] = (byte) mark[i];
  }

  public Charset charset() {
    return charset;
  }

  /// Bytes of the byte order mark with which `beginning` begins; 0: there is none.
  public int markOf(byte[] beginning) {
    boolean marked =
        mark.length > 0
            && beginning.length >= mark.length
            && Arrays.equals(beginning, 0, mark.length, mark, 0, mark.length);
    return marked ? mark.length : 0;
  }

  /// The encoding whose byte order mark stands at the beginning.
  static Optional<TextEncoding> marked(byte[] beginning) {
    return Arrays.stream(values()).filter(one -> one.markOf(beginning) > 0).findFirst();
  }
}
