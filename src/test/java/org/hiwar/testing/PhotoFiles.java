package org.hiwar.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Files that somebody sends as a photo: good ones, and those that are no good.
public final class PhotoFiles {
  private PhotoFiles() {}

  /// One colour.
  public static byte[] of(String format, int width, int height, Color colour) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return encoded(format, picture);
  }

  public static byte[] encoded(String format, BufferedImage picture) {
    try {
      var bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, format, bytes)) throw new AssertionError("no " + format);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A black PNG that is whole, and small however large it claims to be: `rows` of its rows are
  /// there.
  public static byte[] png(int width, int height, int rows) {
    try {
      var file = new ByteArrayOutputStream();
      file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      var head = new ByteArrayOutputStream();
      var out = new DataOutputStream(head);
      out.writeInt(width);
      out.writeInt(height);
      out.write(new byte[] {1, 0, 0, 0, 0}); // one bit a pixel, grey
      chunk(file, "IHDR", head.toByteArray());
      var pixels = new ByteArrayOutputStream();
      try (var packed = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_COMPRESSION))) {
        for (int i = 0; i < rows; i++) packed.write(new byte[1 + (width + 7) / 8]);
      }
      chunk(file, "IDAT", pixels.toByteArray());
      chunk(file, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A JPEG with a text behind its end, and one more in a comment of it.
  public static byte[] carrying(byte[] jpeg, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.write(0xFF);
    file.write(0xFE);
    file.write(bytes.length + 2 >> 8);
    file.write(bytes.length + 2);
    file.writeBytes(bytes);
    file.write(jpeg, 2, jpeg.length - 2);
    file.writeBytes(bytes);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data)
      throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(data);
    var out = new DataOutputStream(file);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
