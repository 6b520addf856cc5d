package org.hiwar.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the bytes that were read.
public final class CountedInput extends FilterInputStream {
  private final AtomicLong count;

  public CountedInput(InputStream from, AtomicLong count) {
    super(from);
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) count.incrementAndGet();
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) count.addAndGet(read);
    return read;
  }
}
