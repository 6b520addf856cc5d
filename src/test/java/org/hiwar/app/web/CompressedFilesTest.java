package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// The files of the front end as browsers get them: compressed, where they say that they can read
/// it.
class CompressedFilesTest {
  private static final String SCRIPT = "say('hello')\n".repeat(200);

  @TempDir Path files;
  private final ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();

  @BeforeEach
  void serve() throws Exception {
    Files.writeString(files.resolve("first.js"), SCRIPT);
    Files.write(files.resolve("first.js.gz"), compressed(SCRIPT));
    Files.writeString(files.resolve("index.html"), "<!doctype html>");
    handler.setLocations(List.of(new FileSystemResource(files + "/")));
    handler.setResourceResolvers(DesktopPages.files());
    handler.afterPropertiesSet();
  }

  @Test
  void whoReadsItGetsTheCompressedFileAsTheScriptItIs() throws Exception {
    var answer = ask("first.js", "gzip, deflate, br");
    assertThat(answer.getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.getContentType()).contains("javascript");
    assertThat(answer.getContentAsByteArray().length).isLessThan(SCRIPT.length() / 3);
    assertThat(read(answer.getContentAsByteArray())).isEqualTo(SCRIPT);
  }

  @Test
  void whoDoesNotGetsItAsItIs() throws Exception {
    var answer = ask("first.js", "identity");
    assertThat(answer.getHeader("Content-Encoding")).isNull();
    assertThat(answer.getContentAsString()).isEqualTo(SCRIPT);
  }

  @Test
  void whatIsNotCompressedIsThereAllTheSameAndSoIsEveryPlaceInTheDesktop() throws Exception {
    assertThat(ask("index.html", "gzip").getContentAsString()).isEqualTo("<!doctype html>");
    assertThat(ask("conversations/4711", "gzip").getContentAsString()).isEqualTo("<!doctype html>");
  }

  private MockHttpServletResponse ask(String path, String reads) throws Exception {
    var request = new MockHttpServletRequest("GET", "/" + path);
    request.addHeader("Accept-Encoding", reads);
    request.setAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, path);
    var answer = new MockHttpServletResponse();
    handler.handleRequest(request, answer);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer;
  }

  private static byte[] compressed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes());
    }
    return bytes.toByteArray();
  }

  private static String read(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes());
    }
  }
}
