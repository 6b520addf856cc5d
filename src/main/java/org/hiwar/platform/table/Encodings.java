package org.hiwar.platform.table;

import java.io.IOException;
import java.io.InputStream;
import org.hiwar.platform.table.BrokenFile.Fault;

/// Finds out how a file is written, from its content alone.
public final class Encodings {
  private static final int BEGINNING = 64 * 1024;
  /// So many right sequences for each wrong one are a damaged UTF-8, fewer are something else: in
  /// windows-1256 there is one right by chance (a letter before an Arabic comma) for several wrong.
  private static final int RIGHT_PER_WRONG = 4;
  /// One of so many pairs of bytes has a zero in any table as UTF-16: separators, ends of line.
  private static final int PAIRS_PER_ZERO = 100;

  private Encodings() {}

  /// Reads the whole stream: the only letter that is no UTF-8 may be the last.
  ///
  /// @throws BrokenFile NOT_TEXT or ENCODING_BROKEN
  public static TextEncoding of(InputStream file) throws IOException {
    var beginning = file.readNBytes(BEGINNING);
    var marked = TextEncoding.marked(beginning);
    if (marked.isPresent()) return marked.get();
    if (zeros(beginning, 0) + zeros(beginning, 1) > 0) return wide(beginning);
    var scan = new Utf8Scan();
    scan.add(beginning, beginning.length);
    for (var more = new byte[BEGINNING]; ; ) {
      int read = file.read(more);
      if (read < 0) break;
      scan.add(more, read);
    }
    scan.end();
    return judged(scan);
  }

  /// As far as the beginning of a file tells; the last character may be cut.
  public static TextEncoding ofBeginning(byte[] beginning) throws BrokenFile {
    var marked = TextEncoding.marked(beginning);
    if (marked.isPresent()) return marked.get();
    if (zeros(beginning, 0) + zeros(beginning, 1) > 0) return wide(beginning);
    var scan = new Utf8Scan();
    scan.add(beginning, beginning.length);
    return judged(scan);
  }

  private static TextEncoding judged(Utf8Scan scan) throws BrokenFile {
    if (scan.zeros() > 0) throw new BrokenFile(Fault.NOT_TEXT, 0);
    if (scan.wrong() == 0) return TextEncoding.UTF_8;
    if (scan.right() >= (long) RIGHT_PER_WRONG * scan.wrong())
      throw new BrokenFile(Fault.ENCODING_BROKEN, scan.firstWrongLine());
    if (scan.controls() > 0) throw new BrokenFile(Fault.NOT_TEXT, 0);
    return TextEncoding.WINDOWS_1256;
  }

  /// Text with zeros is UTF-16 without a mark, or no text.
  private static TextEncoding wide(byte[] beginning) throws BrokenFile {
    int even = zeros(beginning, 0);
    int odd = zeros(beginning, 1);
    int enough = Math.max(1, beginning.length / 2 / PAIRS_PER_ZERO);
    if (odd >= enough && even * PAIRS_PER_ZERO <= odd) return TextEncoding.UTF_16LE;
    if (even >= enough && odd * PAIRS_PER_ZERO <= even) return TextEncoding.UTF_16BE;
    throw new BrokenFile(Fault.NOT_TEXT, 0);
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int at = from; at < bytes.length; at += 2) if (bytes[at] == 0) zeros++;
    return zeros;
  }
}
