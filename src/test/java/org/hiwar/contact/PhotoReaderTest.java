package org.hiwar.contact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.hiwar.testing.PhotoFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
  private static final String SCRIPT = "<script>alert('in the photo')</script>";
  private final PhotoReader reader = new PhotoReader();

  private BufferedImage kept(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg(file)));
  }

  private byte[] jpeg(byte[] file) {
    if (reader.read(file) instanceof PhotoReading.Square(byte[] jpeg)) return jpeg;
    throw new AssertionError("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void theMiddleIsKeptAsASmallSquare(String format) throws IOException {
    var wide = new BufferedImage(1_200, 600, BufferedImage.TYPE_INT_RGB);
    var pen = wide.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 1_200, 600);
    pen.setColor(Color.BLUE);
    pen.fillRect(290, 0, 620, 600);
    pen.dispose();

    var kept = kept(PhotoFiles.encoded(format, wide));
    assertThat(kept.getWidth()).isEqualTo(256);
    assertThat(kept.getHeight()).isEqualTo(256);
    for (int x : new int[] {4, 128, 251}) {
      var colour = new Color(kept.getRGB(x, 128));
      assertThat(colour.getBlue()).isGreaterThan(200);
      assertThat(colour.getRed()).isLessThan(50);
    }
  }

  @Test
  void whatIsSmallStaysSmall() throws IOException {
    assertThat(kept(PhotoFiles.of("png", 30, 20, Color.GREEN)).getWidth()).isEqualTo(20);
  }

  @Test
  void whatIsTransparentIsWhite() throws IOException {
    var clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    assertThat(new Color(kept(PhotoFiles.encoded("png", clear)).getRGB(50, 50)))
        .isEqualTo(Color.WHITE);
  }

  @Test
  void nothingOfTheFileIsKeptButItsColours() {
    var plain = PhotoFiles.of("jpeg", 300, 300, Color.ORANGE);
    var carrier = PhotoFiles.carrying(plain, SCRIPT);
    assertThat(new String(carrier, ISO_8859_1)).contains(SCRIPT);

    assertThat(new String(jpeg(carrier), ISO_8859_1)).doesNotContain("script");
    assertThat(jpeg(carrier)).isEqualTo(jpeg(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GIF89a=1;alert('x')", "<svg xmlns='http://www.w3.org/2000/svg'/>", "PK\3\4"})
  void otherKindsAreRefused(String file) {
    assertThat(reader.read(file.getBytes(ISO_8859_1))).isInstanceOf(PhotoReading.OtherKind.class);
  }

  @Test
  void whatOnlyBeginsLikeAPictureIsRefused() {
    var page = "\u0089PNG\r\n\u001a\n" + SCRIPT;
    assertThat(reader.read(page.getBytes(ISO_8859_1))).isInstanceOf(PhotoReading.Unreadable.class);
    var photo = PhotoFiles.of("png", 300, 300, Color.RED);
    var broken = Arrays.copyOf(photo, 60);
    assertThat(reader.read(broken)).isInstanceOf(PhotoReading.Unreadable.class);
  }

  /// As a file they are small.
  @Test
  void moreThanCanBeDecodedIsRefusedBeforeItIs() {
    var whole = PhotoFiles.png(50_000, 50_000, 50_000);
    assertThat(whole.length).isLessThan(PhotoLimits.FILE_BYTES);
    assertThat(reader.read(whole)).isInstanceOf(PhotoReading.TooManyPixels.class);
    assertThat(reader.read(PhotoFiles.png(Integer.MAX_VALUE, 1, 0)))
        .isInstanceOf(PhotoReading.TooManyPixels.class);
    assertThat(reader.read(PhotoFiles.png(6_000, 6_000, 6_000)))
        .isInstanceOf(PhotoReading.TooManyPixels.class);
    assertThat(reader.read(PhotoFiles.png(4_000, 4_000, 4_000)))
        .isInstanceOf(PhotoReading.Square.class);
  }

  /// Each pass of a progressive JPEG costs as much as the picture, and a few bytes of the file.
  @Test
  void morePassesThanAnyCameraMakesAreRefused() {
    var photo = PhotoFiles.of("jpeg", 300, 300, Color.RED);
    var file = new ByteArrayOutputStream();
    file.writeBytes(photo);
    for (int i = 0; i < 100; i++) file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2});
    assertThat(reader.read(file.toByteArray())).isInstanceOf(PhotoReading.Unreadable.class);
  }
}
