package org.hiwar.platform.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/// Opens a file of a table for reading, without the mark at its beginning.
public final class TableFile {
  private static final int LONGEST_MARK = 3;
  private static final int BUFFER = 64 * 1024;

  private TableFile() {}

  /// Characters that the encoding does not have are a failure, never a question mark.
  public static Reader reader(InputStream file, TextEncoding encoding) throws IOException {
    var buffered = new BufferedInputStream(file, BUFFER);
    buffered.mark(LONGEST_MARK);
    var beginning = buffered.readNBytes(LONGEST_MARK);
    buffered.reset();
    buffered.skipNBytes(encoding.markOf(beginning));
    return new InputStreamReader(
        buffered,
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /// The text of the beginning of a file; what stands for no character, as half a one at its end,
  /// is left out.
  public static String beginning(byte[] bytes, TextEncoding encoding) {
    int mark = encoding.markOf(bytes);
    return new String(bytes, mark, bytes.length - mark, encoding.charset()).replace("\ufffd", "");
  }
}
