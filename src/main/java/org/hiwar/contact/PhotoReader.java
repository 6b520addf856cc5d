package org.hiwar.contact;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/// Makes of a stranger's file a small square of our own: only the colours of its pixels go on, so
/// neither the place where a photo was taken nor a program hidden in it is kept or sent to anybody.
///
/// One file at a time is decoded: a picture takes far more memory than its file.
@Component
public class PhotoReader {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final float QUALITY = 0.85f;

  private final Semaphore places = new Semaphore(1);

  /// `file` has at most [PhotoLimits#FILE_BYTES].
  public PhotoReading read(byte[] file) {
    if (begins(file, PNG)) return inTurn("png", file);
    if (!begins(file, JPEG)) return new PhotoReading.OtherKind();
    return passes(file) > PhotoLimits.PASSES ? new PhotoReading.Unreadable() : inTurn("jpeg", file);
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length > with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }

  /// Starts of scans (ITU T.81, B.1.1.3): inside the coded pixels an FF is followed by a zero.
  private static int passes(byte[] file) {
    int passes = 0;
    for (int i = 1; i < file.length; i++)
      if (file[i] == (byte) 0xDA && file[i - 1] == (byte) 0xFF) passes++;
    return passes;
  }

  private PhotoReading inTurn(String format, byte[] file) {
    try {
      if (!places.tryAcquire(PhotoLimits.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        return new PhotoReading.Busy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new PhotoReading.Busy();
    }
    try {
      return decoded(format, file);
    } finally {
      places.release();
    }
  }

  private static PhotoReading decoded(String format, byte[] file) {
    var reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.max(width, height) > PhotoLimits.PIXELS_A_SIDE
          || (long) width * height > PhotoLimits.PIXELS) return new PhotoReading.TooManyPixels();
      return new PhotoReading.Square(encoded(square(middle(reader, width, height))));
    } catch (IOException | RuntimeException _) {
      // The readers of the JDK throw either for a file that is no picture.
      return new PhotoReading.Unreadable();
    } finally {
      reader.dispose();
    }
  }

  /// The square in the middle, with as many rows and columns left out as can be spared.
  private static BufferedImage middle(ImageReader reader, int width, int height)
      throws IOException {
    int side = Math.min(width, height);
    int step = Math.max(1, side / (2 * PhotoLimits.SIDE));
    var how = reader.getDefaultReadParam();
    how.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  /// On white, where it was transparent.
  private static BufferedImage square(BufferedImage read) {
    int side = Math.min(PhotoLimits.SIDE, read.getWidth());
    var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var pen = square.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(read, 0, 0, side, side, Color.WHITE, null);
    pen.dispose();
    return square;
  }

  private static byte[] encoded(BufferedImage square) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(square, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
